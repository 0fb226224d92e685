import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { rangeWith } from './range-with.ts'

interface VirtualListProps<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  readonly label: string
  /** Kept mounted wherever the list is scrolled, so that keyboard focus is never lost. */
  readonly activeIndex: number
  readonly render: (row: T, index: number) => ReactNode
  /** Scrolls along below the rows; may keep a head of up to 40 px in sight at the foot. */
  readonly below?: ReactNode
}

const belowHeadPx = 40

export const VirtualList = <T,>({ rows, keyOf, rowHeight, label, activeIndex, render, below }: VirtualListProps<T>) => {
  const scroller = useRef<HTMLDivElement>(null)
  // The virtualizer is a mutable object that React's compiler must not memoise around; plain React is fine with it.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    overscan: 8,
    scrollPaddingEnd: below ? belowHeadPx : 0,
    rangeExtractor: range => rangeWith(range, activeIndex, rows.length),
  })

  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtualizer])

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
