import { memo, type ReactNode } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Settable } from '../../../model/watched.ts'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { RowCheck } from '../selection/row-check.tsx'
import type { Selection } from '../selection/selection.ts'

export interface RowProps<S> {
  readonly row: S
  readonly open: boolean
  readonly focusable: boolean
  readonly onOpen: () => void
}

interface ListRowsProps {
  readonly rows: readonly SummaryBase[]
  readonly label: string
  readonly selected: string | null
  readonly index: number
  /** Identifies the filter. When it changes, the list scrolls to its top. */
  readonly query: unknown
  readonly onAbove: (count: number) => void
  readonly rowHeight: number
  readonly renderRow: (props: RowProps<never>) => ReactNode
  readonly selection: Settable<Selection>
  readonly onOpen: (id: string) => void
  readonly below: ReactNode
}

const keyOf = (row: SummaryBase) => row.id

/** Memoised, so that a key press in the search box does not draw it again. */
export const ListRows = memo((props: ListRowsProps) => {
  const { rows, label, selected, index, query, onAbove, rowHeight, renderRow, selection, onOpen, below } = props
  return (
    <VirtualList
      rows={rows}
      keyOf={keyOf}
      rowHeight={rowHeight}
      label={label}
      activeIndex={index}
      chosen={selected}
      query={query}
      onAbove={onAbove}
      below={below}
      render={(row, place) => {
        const focusable = index < 0 ? place === 0 : place === index
        return (
          <>
            {renderRow({ row: row as never, open: row.id === selected, focusable, onOpen: () => onOpen(row.id) })}
            <RowCheck selection={selection} id={row.id} number={row.number ?? row.id} focusable={focusable} />
          </>
        )
      }}
    />
  )
})
ListRows.displayName = 'ListRows'
