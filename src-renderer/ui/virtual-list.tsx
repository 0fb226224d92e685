import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { useVirtualRows } from './use-virtual-rows.ts'

interface VirtualListProps<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  readonly label: string
  /** Always stays mounted, so that keyboard focus is not lost by scrolling. */
  readonly activeIndex: number
  /** The chosen row, scrolled into sight when it changes. */
  readonly chosen: string | null
  /** The query behind the rows. When it changes, the list is shown from its top again. */
  readonly query: unknown
  /** Called with the number of rows that came in above the visible ones since the top was last visible. */
  readonly onAbove?: (count: number) => void
  readonly render: (row: T, index: number) => ReactNode
  /** Scrolls with the rows, below them. Its head may stay visible at the foot, up to 40 px high. */
  readonly below?: ReactNode
}

const belowHeadPx = 40

export const VirtualList = <T,>(props: VirtualListProps<T>) => {
  const { rows, keyOf, rowHeight, label, activeIndex, chosen, query, onAbove, render, below } = props
  const { scroller, virtualizer } = useVirtualRows({
    rows,
    keyOf,
    rowHeight,
    activeIndex,
    chosen,
    query,
    onAbove,
    overscan: 8,
    headPx: 0,
    footPx: below ? belowHeadPx : 0,
  })
  const whole: CSSProperties = { height: virtualizer.getTotalSize(), position: 'relative' }
  return (
    <div className="virtual scroll" ref={scroller}>
      <ul aria-label={label} style={whole}>
        {virtualizer.getVirtualItems().map(item => {
          const row = rows[item.index]
          if (row === undefined) return null
          const place: CSSProperties = {
            position: 'absolute',
            insetInline: 0,
            top: 0,
            height: item.size,
            transform: `translateY(${item.start}px)`,
          }
          return (
            <li key={item.key} style={place} aria-setsize={rows.length} aria-posinset={item.index + 1}>
              {render(row, item.index)}
            </li>
          )
        })}
      </ul>
      {below}
    </div>
  )
}

interface VirtualTableProps<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  readonly headHeight: number
  readonly label: string
  /** One `grid-template-columns` for the head and every row. */
  readonly tracks: string
  /** Minimum width; in less space the table scrolls sideways. */
  readonly leastRem: number
  /** Always stays mounted, so that keyboard focus is not lost by scrolling. */
  readonly activeIndex: number
  /** The chosen row, scrolled into sight when it changes. */
  readonly chosen: string | null
  /** The query behind the rows. When it changes, the table is shown from its top again. */
  readonly query: unknown
  /** Called with the number of rows that came in above the visible ones since the top was last visible. */
  readonly onAbove?: (count: number) => void
  /** Cells of the head. */
  readonly head: ReactNode
  /** Renders a `<tr>` with the given position. */
  readonly render: (row: T, index: number, place: CSSProperties) => ReactNode
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTableSectionElement>) => void
  readonly below?: ReactNode
}

/** A table of rows of equal height, of which only the visible ones exist. */
export const VirtualTable = <T,>(props: VirtualTableProps<T>) => {
  const { rows, keyOf, rowHeight, headHeight, label, tracks, leastRem, activeIndex, head, render, below } = props
  const { scroller, virtualizer } = useVirtualRows({
    rows,
    keyOf,
    rowHeight,
    activeIndex,
    chosen: props.chosen,
    query: props.query,
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
