import type { CSSProperties, ReactNode } from 'react'
import { useVirtualRows } from './use-virtual-rows.ts'

interface VirtualListProps<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  readonly label: string
  /** Kept mounted wherever the list is scrolled, so that keyboard focus is never lost. */
  readonly activeIndex: number
  /** What somebody chose: scrolled into sight when it changes. */
  readonly chosen: string | null
  /** Whatever the rows answer to: when it changes, the list is shown from its top again. */
  readonly asked: unknown
  /** How many rows came in above those in sight since the top was seen. */
  readonly onAbove?: (count: number) => void
  readonly render: (row: T, index: number) => ReactNode
  /** Scrolls along below the rows; may keep a head of up to 40 px in sight at the foot. */
  readonly below?: ReactNode
}

const belowHeadPx = 40

export const VirtualList = <T,>(props: VirtualListProps<T>) => {
  const { rows, keyOf, rowHeight, label, activeIndex, chosen, asked, onAbove, render, below } = props
  const { scroller, virtualizer } = useVirtualRows({
    rows,
    keyOf,
    rowHeight,
    activeIndex,
    chosen,
    asked,
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
