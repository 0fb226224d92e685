import { memo, type ReactNode, useMemo } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Settable } from '../../../model/watched.ts'
import type { ListQuery } from '../../../search/run-query.ts'
import { VirtualTable } from '../../../ui/virtual-list.tsx'
import type { Selection } from '../selection/selection.ts'
import { ColumnHead } from './column-head.tsx'
import { type Column, gridTracks, leastWidth } from './columns.ts'
import { type RowNames, TableRow } from './table-row.tsx'
import { useTableCursor } from './use-table-cursor.ts'
import './table.css'

const rowHeight = 36
const headHeight = 32

interface ListTableProps {
  readonly rows: readonly SummaryBase[]
  readonly columns: readonly Column<never>[]
  readonly names: RowNames<never>
  readonly label: string
  readonly sort: ListQuery['sort']
  /** The row that the keyboard begins at: the one that was open last. */
  readonly startId: string | null
  /** What the rows answer to: when it changes, the table begins at its top. */
  readonly asked: unknown
  readonly onAbove: (count: number) => void
  /** Milliseconds since 1970, a minute fine. */
  readonly now: number
  readonly selection: Settable<Selection>
  readonly onSort: (sort: ListQuery['sort']) => void
  readonly onOpen: (id: string) => void
  readonly below: ReactNode
}

const keyOf = (row: SummaryBase) => row.id

/** One line a row, in the columns that were chosen. Kept as it is while a key press is only on its way into the search box. */
export const ListTable = memo((props: ListTableProps) => {
  const { rows, columns, names, label, sort, startId, asked, onAbove, now, selection, onSort, onOpen, below } = props
  const { cursor, cursorId, takes, onKeyDown, onFocusRow } = useTableCursor(rows, startId, asked)
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
      asked={asked}
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
