import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { useVirtualRows } from './use-virtual-rows.ts'

interface VirtualTableProps<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  readonly headHeight: number
  readonly label: string
  /** One `grid-template-columns` for the head and every row. */
  readonly tracks: string
  /** Below it, the table scrolls sideways instead of squeezing its columns. */
  readonly leastRem: number
  /** Kept mounted wherever the table is scrolled, so that keyboard focus is never lost. */
  readonly activeIndex: number
  /** What somebody chose: scrolled into sight when it changes. */
  readonly chosen: string | null
  /** Whatever the rows answer to: when it changes, the table is shown from its top again. */
  readonly asked: unknown
  /** How many rows came in above those in sight since the top was seen. */
  readonly onAbove?: (count: number) => void
  /** Cells of the head. */
  readonly head: ReactNode
  /** A `<tr>` that takes the place it is given. */
  readonly render: (row: T, index: number, place: CSSProperties) => ReactNode
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTableSectionElement>) => void
  readonly below?: ReactNode
}

/** A table of rows of one height, of which only those in sight exist. */
export const VirtualTable = <T,>(props: VirtualTableProps<T>) => {
  const { rows, keyOf, rowHeight, headHeight, label, tracks, leastRem, activeIndex, head, render, below } = props
  const { scroller, virtualizer } = useVirtualRows({
    rows,
    keyOf,
    rowHeight,
    activeIndex,
    chosen: props.chosen,
    asked: props.asked,
    onAbove: props.onAbove,
    overscan: 12,
    headPx: headHeight,
    footPx: 0,
  })

  return (
    <div className="virtual scroll" ref={scroller}>
      <table
        className="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        style={{ minWidth: `${leastRem}rem` }}
      >
        <thead>
          <tr aria-rowindex={1} style={{ gridTemplateColumns: tracks, height: headHeight }}>
            {head}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }} onKeyDown={props.onKeyDown}>
          {virtualizer.getVirtualItems().map(item => {
            const row = rows[item.index]
            return row === undefined
              ? null
              : render(row, item.index, {
                  gridTemplateColumns: tracks,
                  height: item.size,
                  transform: `translateY(${item.start}px)`,
                })
          })}
        </tbody>
      </table>
      {below}
    </div>
  )
}
