import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { ListStore } from '../../../lists/types.ts'
import { minuteMs } from '../../../model/clock.ts'
import type { RecordKind } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { runQuery } from '../../../search/run-query.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { focusOpenSoon, useFocusFollows } from '../../common/navigation/focus-record.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOfferWalk } from '../../common/navigation/walk.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFirstPull, useList } from '../../common/services/use-workspace.ts'
import { type Facet, type FacetSelect, facetRows, facetSelects } from '../filters/facets.ts'
import { useFilters } from '../filters/filter-store.tsx'
import { type ListFilter, noFilter, type StatusChoice, statusChoices, toQuery } from '../filters/filters.ts'
import { selectionOf } from '../selection/selection.ts'
import { Selecting } from '../selection/selection-bar.tsx'
import { ViewBar } from '../views/view-bar.tsx'
import type { Column } from './columns.tsx'
import { FilterBar } from './filter-bar.tsx'
import { emptyKind, ListEmpty } from './list-empty.tsx'
import { ListHead } from './list-head.tsx'
import { LookButtons, useListLook } from './list-look.tsx'
import { ListRows, type RowProps } from './list-rows.tsx'
import { ListTable, type RowNames } from './list-table.tsx'
import { usePublishList } from './shown-list.ts'
import { useListKeys } from './use-list-keys.ts'
import './lists.css'
import './rows.css'

interface ListPaneProps<S extends SummaryBase> {
  readonly screen: RecordKind
  readonly account: Account
  readonly store: ListStore<S>
  readonly nameStatus: (choice: StatusChoice) => string
  readonly renderRow: (props: RowProps<S>) => ReactNode
  /** The columns; memoised. */
  readonly columns: readonly Column<S>[]
  readonly names: RowNames<S>
  /** The list's own filters; a constant or memoised. */
  readonly facets?: readonly Facet<S>[]
  readonly oldestName?: string
  /** A message about orders that this list does not have. Shown below the rows, or in their place. */
  readonly beyond?: (filter: ListFilter, matchCount: number) => ReactNode
  /** Rows of another list that match the same filter, shown below the rows. A constant or memoised. */
  readonly alike?: (filter: ListFilter, now: number) => ReactNode
  readonly rowHeight?: number
  /** More buttons for the list's head. */
  readonly tools?: ReactNode
}

const noFacets: readonly Facet<SummaryBase>[] = []

export const ListPane = <S extends SummaryBase>({
  screen,
  account,
  store,
  nameStatus,
  renderRow,
  columns,
  names,
  facets = noFacets,
  oldestName,
  beyond,
  alike,
  rowHeight = 56,
  tools,
}: ListPaneProps<S>) => {
  const { t } = useTranslation()
  const { openId, open } = useNavigation()
  const filters = useFilters()
  const { change: changeFilter } = filters
  const snapshot = useList<S>(store)
  useFirstPull(store, account.signedIn)

  const filter = filters.of(screen)
  const { wanted, now, rows, statuses, selects } = useListRows(snapshot.rows, facets, filter)

  const selected = openId(screen)
  const index = useMemo(() => (selected === null ? -1 : rows.findIndex(row => row.id === selected)), [rows, selected])
  const pane = useRef<HTMLElement>(null)
  const [above, setAbove] = useState(0)
  const move = useCallback(
    (next: number, takeFocus = false) => {
      const row = rows[next]
      if (!row) return
      open(screen, row.id)
      if (takeFocus) focusOpenSoon(pane)
    },
    [rows, open, screen],
  )
  const gap = useOfferWalk(rows.length, index, move)
  useListKeys({ count: rows.length, index, gap, hasOpen: selected !== null, move })
  useFocusFollows(pane, selected)
  const openRow = useCallback((id: string) => open(screen, id), [open, screen])

  const { look, change: changeLook, shown, isTable } = useListLook(screen, columns, selected !== null)
  const lastOpen = useRef(selected)
  if (selected !== null) lastOpen.current = selected
  const openFromTable = useCallback(
    (id: string) => {
      openRow(id)
      // The focused table row is gone, so its card takes the focus.
      focusOpenSoon(pane)
    },
    [openRow],
  )
  const sortBy = useCallback((sort: ListFilter['sort']) => changeFilter(screen, { sort }), [changeFilter, screen])
  usePublishList({ screen, accountId: account.id, columns: shown, rows, all: snapshot.rows })

  const kind = emptyKind({
    loaded: snapshot.loaded,
    rowCount: snapshot.rows.length,
    matchCount: rows.length,
    asOf: snapshot.asOf,
    pull: snapshot.pull,
    unreadableCount: snapshot.unreadable.length,
    signedIn: account.signedIn,
  })
  const more = kind === 'loading' ? null : (beyond?.(wanted, rows.length) ?? null)
  const below = useMemo(() => alike?.(wanted, now) ?? null, [alike, wanted, now])
  const failure = snapshot.pull.kind === 'failed' ? snapshot.pull.failure : null
  const holes = snapshot.pull.kind === 'failed' ? (snapshot.pull.holes ?? 0) : 0
  const lookButtons = useMemo(
    () => <LookButtons columns={columns} shown={shown} look={look} onChange={changeLook} />,
    [columns, shown, look, changeLook],
  )
  return (
    <section className="list-pane" data-layout={isTable ? 'table' : 'cards'} ref={pane} aria-label={t(`nav.${screen}`)}>
      <ListHead
        title={t(`nav.${screen}`)}
        account={account}
        snapshot={snapshot}
        matchCount={rows.length}
        above={above}
        onTop={() => pane.current?.querySelector('.virtual')?.scrollTo({ top: 0 })}
        query={wanted.text}
        onStop={store.stop}
        tools={tools}
      />
      <ViewBar
        screen={screen}
        filter={wanted}
        look={look}
        chosenId={filters.viewOf(screen)}
        rows={snapshot.rows}
        facets={facets as readonly Facet<never>[]}
        now={now}
        tools={lookButtons}
      />
      <FilterBar
        filter={filter}
        statuses={statuses}
        nameStatus={nameStatus}
        facets={selects}
        oldestName={oldestName}
        isNarrow={!isTable}
        onChange={change => filters.change(screen, change)}
        onClear={() => filters.choose(screen, null, { ...noFilter, sort: filter.sort })}
      />
      {failure && kind === null ? (
        <div className="list-failure">
          <ReadTrouble
            account={account}
            why={failure}
            kept={holes > 0 ? t('list.keptWithHoles', { count: holes }) : t('list.kept')}
          />
        </div>
      ) : null}
      {kind === null && isTable ? (
        <ListTable
          rows={rows}
          columns={shown as readonly Column<never>[]}
          names={names as RowNames<never>}
          label={t(`nav.${screen}`)}
          sort={wanted.sort}
          startId={lastOpen.current}
          query={wanted}
          onAbove={setAbove}
          now={now}
          selection={selectionOf(account.id, screen)}
          onSort={sortBy}
          onOpen={openFromTable}
          below={below}
        />
      ) : kind === null ? (
        <ListRows
          rows={rows}
          rowHeight={rowHeight}
          label={t(`nav.${screen}`)}
          selected={selected}
          index={index}
          query={wanted}
          onAbove={setAbove}
          renderRow={renderRow}
          selection={selectionOf(account.id, screen)}
          onOpen={openRow}
          below={below}
        />
      ) : kind === 'loading' ? (
        <div className="list-loading">
          <Skeleton rows={14} label={t('list.loading')} />
        </div>
      ) : (
        <div className="list-none scroll">
          <ListEmpty kind={kind} screen={screen} account={account} store={store} failure={failure} beyond={more} />
          {below}
        </div>
      )}
      {kind === null && more !== null ? <div className="list-beyond">{more}</div> : null}
      <Selecting accountId={account.id} screen={screen} pane={pane} rows={rows} all={snapshot.rows} openId={selected} />
    </section>
  )
}

interface ListRowsNow<S> {
  /** The filter of `rows`. It can lag behind the typed text while the window is busy. */
  readonly wanted: ListFilter
  /** ms since 1970, to the minuteMs. */
  readonly now: number
  readonly rows: readonly S[]
  /** The choices of the filters, counted over all rows. */
  readonly statuses: readonly StatusChoice[]
  readonly selects: readonly FacetSelect[]
}

/** The rows that match the filter, in its order, and the choices of the filters. `facets` is a constant or memoised. */
const useListRows = <S extends SummaryBase>(
  all: readonly S[],
  facets: readonly Facet<S>[],
  filter: ListFilter,
): ListRowsNow<S> => {
  const wanted = useDeferredValue(filter)
  // Only ranges such as "today" depend on the clock, and a minuteMs is exact enough for them.
  const now = Math.floor(useNow() / minuteMs) * minuteMs
  const passed = useMemo(() => facetRows(all, facets, wanted.facets, now), [all, facets, wanted.facets, now])
  const rows = useMemo(() => runQuery(passed, toQuery(wanted, now)), [passed, wanted, now])
  const statuses = useMemo(() => statusChoices(all), [all])
  const selects = useMemo(() => facetSelects(all, facets, filter.facets), [all, facets, filter.facets])
  return { wanted, now, rows, statuses, selects }
}
