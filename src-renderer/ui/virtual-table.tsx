import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
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
  /** Whatever the rows answer to: when it changes, the table is shown from its top again. */
  readonly asked: unknown
  /** Cells of the head. */
  readonly head: ReactNode
  /** A `<tr>` that takes the place it is given. */
  readonly render: (row: T, index: number, place: CSSProperties) => ReactNode
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTableSectionElement>) => void
  readonly below?: ReactNode
}

/** A table of rows of one height, of which only those in sight exist. */
export const VirtualTable = <T,>(props: VirtualTableProps<T>) => {
  const { rows, keyOf, rowHeight, headHeight, label, tracks, leastRem, activeIndex, asked, head, render, below } = props
  const { scroller, virtualizer } = useVirtualRows({
    rows,
    keyOf,
    rowHeight,
    activeIndex,
    overscan: 12,
    coveredPx: headHeight,
  })

  const before = useRef(asked)
  useEffect(() => {
    if (before.current !== asked) virtualizer.scrollToOffset(0)
    before.current = asked
  }, [asked, virtualizer])

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
