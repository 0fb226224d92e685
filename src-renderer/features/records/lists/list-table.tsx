import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Settable } from '../../../model/watched.ts'
import type { ListQuery } from '../../../search/run-query.ts'
import { VirtualTable } from '../../../ui/virtual-list.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { RowCheck } from '../selection/row-check.tsx'
import type { Selection } from '../selection/selection.ts'
import { type Column, gridTracks, leastWidth, nextSort, sortSaid } from './columns.tsx'
import './table.css'

const rowHeight = 36
const headHeight = 32

interface ListTableProps {
  readonly rows: readonly SummaryBase[]
  readonly columns: readonly Column<never>[]
  readonly names: RowNames<never>
  readonly label: string
  readonly sort: ListQuery['sort']
  /** The row that the keyboard starts at: the one that was open last. */
  readonly startId: string | null
  /** Identifies the filter. When it changes, the table scrolls to its top. */
  readonly query: unknown
  readonly onAbove: (count: number) => void
  /** ms since 1970, to the minute. */
  readonly now: number
  readonly selection: Settable<Selection>
  readonly onSort: (sort: ListQuery['sort']) => void
  readonly onOpen: (id: string) => void
  readonly below: ReactNode
}

const keyOf = (row: SummaryBase) => row.id

/** A table with one line for each row. Memoised, so that a key press in the search box does not draw it again. */
export const ListTable = memo((props: ListTableProps) => {
  const { rows, columns, names, label, sort, startId, query, onAbove, now, selection, onSort, onOpen, below } = props
  const { cursor, cursorId, takes, onKeyDown, onFocusRow } = useTableCursor(rows, startId, query)
  const tracks = useMemo(() => gridTracks(columns), [columns])
  return (
    <VirtualTable
      rows={rows}
      keyOf={keyOf}
      rowHeight={rowHeight}
      headHeight={headHeight}
      label={label}
      tracks={tracks}
      leastRem={leastWidth(columns)}
      activeIndex={cursor}
      chosen={cursorId}
      query={query}
      onAbove={onAbove}
      head={columns.map(column => <ColumnHead key={column.key} column={column} sort={sort} onSort={onSort} />)}
      render={(row, index, place) => (
        <TableRow
          key={row.id}
          row={row as never}
          index={index}
          columns={columns}
          names={names}
          now={now}
          selection={selection}
          place={place}
          focusable={cursor < 0 ? index === 0 : index === cursor}
          takesFocus={index === cursor ? takes : 'no'}
          onFocus={onFocusRow}
          onOpen={onOpen}
        />
      )}
      onKeyDown={onKeyDown}
      below={below}
    />
  )
})
ListTable.displayName = 'ListTable'

interface ColumnHeadProps {
  readonly column: Column<never>
  readonly sort: ListQuery['sort']
  readonly onSort: (sort: ListQuery['sort']) => void
}

/** The head of a column: its name, or a button that sorts by it. */
const ColumnHead = ({ column, sort, onSort }: ColumnHeadProps) => {
  const { key, title, kind, sorts } = column
  const said = sortSaid(sorts, sort)
  const Arrow = said === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={said}
      data-column={key}
      className={kind === 'decimal' || kind === 'count' ? 'cell cell-end' : 'cell'}
    >
      {sorts === undefined ? (
        <span className="ellipsis">{title}</span>
      ) : (
        <button type="button" className="table-sort" onClick={() => onSort(nextSort(sorts, sort))}>
          <span className="ellipsis">{title}</span>
          <Arrow className="icon" aria-hidden data-shown={said !== 'none'} />
        </button>
      )}
    </th>
  )
}

/** What tests and automation find a row by: its test id and the same `data-*` attributes as on a card. */
export interface RowNames<S> {
  readonly testId: string
  readonly dataOf: (row: S) => Readonly<Record<`data-${string}`, string>>
}

interface TableRowProps<S extends SummaryBase> {
  readonly row: S
  readonly index: number
  readonly columns: readonly Column<S>[]
  readonly names: RowNames<S>
  readonly now: number
  readonly selection: Settable<Selection>
  readonly place: CSSProperties
  readonly focusable: boolean
  readonly takesFocus: TakesFocus
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

const isNumeric = ({ kind }: { readonly kind: string }): boolean => kind === 'decimal' || kind === 'count'

/** A row of the table. Its first cell is a button that opens the row and covers all cells. */
const TableRow = <S extends SummaryBase>(props: TableRowProps<S>) => {
  const { row, index, columns, names, now, selection, place, focusable, takesFocus, onFocus, onOpen } = props
  const open = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const has = document.activeElement
    const isLost = has === null || has.contains(open.current)
    if (takesFocus === 'yes' || (takesFocus === 'when-lost' && isLost)) open.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <tr
      className="table-row"
      style={place}
      // The head is the first row.
      aria-rowindex={index + 2}
      data-testid={names.testId}
      {...names.dataOf(row)}
    >
      {columns.map((column, at) => {
        const content =
          (column.cell?.(row, now) ?? column.raw(row)) || (column.isSparse ? null : <span className="muted">—</span>)
        return (
          <td key={column.key} data-column={column.key} className={isNumeric(column) ? 'cell cell-end' : 'cell'}>
            {at === 0 ? (
              <>
                <RowCheck selection={selection} id={row.id} number={row.number ?? row.id} focusable={focusable} />
                <button
                  ref={open}
                  type="button"
                  className="table-open"
                  tabIndex={focusable ? 0 : -1}
                  onFocus={() => onFocus(row.id)}
                  onClick={() => onOpen(row.id)}
                >
                  {content}
                </button>
              </>
            ) : (
              <span className="ellipsis" title={typeof content === 'string' ? content : undefined}>
                {content}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

const page = 10
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Whether the cursor's row takes the focus when it is drawn. `when-lost`: only when nothing else has it. */
type TakesFocus = 'no' | 'when-lost' | 'yes'

interface Cursor {
  readonly id: string | null
  readonly takes: TakesFocus
}

interface TableCursor {
  /** The index of the row that the Tab key reaches; -1 when it is not among these rows. */
  readonly cursor: number
  readonly cursorId: string | null
  readonly takes: TakesFocus
  readonly onFocusRow: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * The arrow keys move the focus from row to row. They open none, because that would leave the table. `query` identifies
 * the filter: when it changes, the cursor starts at the top.
 */
const useTableCursor = (rows: readonly SummaryBase[], startId: string | null, query: unknown): TableCursor => {
  const [{ id, takes }, setCursor] = useState<Cursor>({ id: startId, takes: startId === null ? 'no' : 'when-lost' })
  const [answered, setAnswered] = useState(query)
  if (answered !== query) {
    setAnswered(query)
    setCursor({ id: null, takes: 'no' })
  }
  const cursor = id === null ? -1 : rows.findIndex(row => row.id === id)

  const onFocusRow = useCallback((focused: string) => setCursor({ id: focused, takes: 'no' }), [])
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const step = steps[bareKey(event.nativeEvent) ?? '']
      if (step === undefined) return
      event.preventDefault()
      const row = rows[Math.max(0, Math.min(rows.length - 1, cursor + step))]
      if (row) setCursor({ id: row.id, takes: 'yes' })
    },
    [rows, cursor],
  )
  return { cursor, cursorId: id, takes, onFocusRow, onKeyDown }
}
