import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../../lists/types.ts'
import type { PendingSummary } from '../../../model/summaries.ts'
import { runQuery } from '../../../search/run-query.ts'
import { NoAccount } from '../../common/navigation/connect-actions.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor, useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { type Facet, facetRows } from '../filters/facets.ts'
import { type ListFilter, type StatusChoice, toQuery } from '../filters/filters.ts'
import { ListPane } from '../lists/list-pane.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { PendingDetail } from './pending-detail.tsx'
import { PendingRow, pendingColumns, pendingFacets, pendingNames } from './pending-rows.tsx'
import { rowsWithoutWaiting, waitingOf } from './waiting-rows.ts'
import './pending.css'

export const PendingScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccountFor('staff')
  const workspace = useActiveWorkspace('staff')
  const nameStatus = useCallback((status: StatusChoice) => orderStatusWords(status, t).text, [t])
  const facets = useMemo(() => pendingFacets(t, format.count), [t, format])
  const columns = useMemo(() => pendingColumns(t, format), [t, format])
  const renderRow = useCallback((props: RowProps<PendingSummary>) => <PendingRow {...props} />, [])
  const store = useMemo(() => workspace && waitingOf(workspace.pending), [workspace])
  const alike = useCallback(
    (filter: ListFilter, now: number) => workspace && <WithoutWaiting {...{ workspace, facets, filter, now }} />,
    [workspace, facets],
  )
  if (account === null || workspace === null || store === null) return <NoAccount kind="staff" />
  return (
    <ListScreen
      screen="pending"
      list={
        <ListPane
          key={account.id}
          screen="pending"
          account={account}
          store={store}
          alike={alike}
          nameStatus={nameStatus}
          renderRow={renderRow}
          columns={columns}
          names={pendingNames}
          facets={facets}
          oldestName={t('filter.waitingLongest')}
        />
      }
      detail={id => <PendingDetail workspace={workspace} id={id} />}
    />
  )
}

const step = 50

interface WithoutWaitingProps {
  readonly workspace: Pick<Workspace, 'pending'>
  /** The list's filters, which apply to these rows, too. */
  readonly facets: readonly Facet<PendingSummary>[]
  readonly filter: ListFilter
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Orders that the shop lists as pending although no line of them waits. They are listed apart and not counted. */
const WithoutWaiting = ({ workspace, facets, filter, now }: WithoutWaitingProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { openId, open } = useNavigation()
  const { rows } = useList(workspace.pending)
  const found = useMemo(
    () => runQuery(facetRows(rowsWithoutWaiting(rows), facets, filter.facets, now), toQuery(filter, now)),
    [rows, facets, filter, now],
  )
  const [isOpen, setOpen] = useState(false)
  const [most, setMost] = useState(step)
  if (found.length === 0) return null
  const selected = openId('pending')
  const shown = found.slice(0, most)
  return (
    <details
      className="fold without-waiting"
      data-testid="pending-without-waiting"
      data-count={found.length}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('pending.withoutWaiting', { count: found.length, shown: format.count(found.length) })}</summary>
      <p className="muted">{t('pending.withoutWaitingText')}</p>
      {isOpen ? (
        <ul>
          {shown.map(row => (
            <li key={row.id}>
              <PendingRow row={row} open={row.id === selected} focusable onOpen={() => open('pending', row.id)} />
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen && found.length > shown.length ? (
        <button type="button" className="link" onClick={() => setMost(most + step)}>
          {t('pending.showMore', { shown: format.count(found.length - shown.length) })}
        </button>
      ) : null}
    </details>
  )
}
