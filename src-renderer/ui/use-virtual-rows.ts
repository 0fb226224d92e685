import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'

/** The rows in sight, and one more wherever it is. */
const rangeWith = (range: Range, index: number, count: number): number[] => {
  const shown = defaultRangeExtractor(range)
  return index < 0 || index >= count || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b)
}

interface VirtualRowsOptions<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  /** Kept mounted wherever the rows are scrolled, so that keyboard focus is never lost. */
  readonly activeIndex: number
  /** Rows made beyond those in sight, on each side. */
  readonly overscan: number
  /** What stands still over the rows and covers as much of them, px. */
  readonly coveredPx: number
}

interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
}

/** Rows of one height, of which only those in sight exist. The active one is scrolled into sight when it changes. */
export const useVirtualRows = <T>(options: VirtualRowsOptions<T>): VirtualRows => {
  const { rows, keyOf, rowHeight, activeIndex, overscan, coveredPx } = options
  const scroller = useRef<HTMLDivElement>(null)
  // The virtualizer is a mutable object that React's compiler must not memoise around; plain React is fine with it.
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    overscan,
    scrollPaddingEnd: coveredPx,
    rangeExtractor: range => rangeWith(range, activeIndex, rows.length),
  })

  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtualizer])

  return { scroller, virtualizer }
}
