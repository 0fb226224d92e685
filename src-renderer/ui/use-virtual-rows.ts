import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { pointerWithin, steadyPlace } from './steady.ts'

/** The visible rows and the row at `index`. */
const rangeWith = (range: Range, index: number, count: number): number[] => {
  const shown = defaultRangeExtractor(range)
  return index < 0 || index >= count || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b)
}

interface VirtualRowsOptions<T> {
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight: number
  /** Always stays mounted, so that keyboard focus is not lost by scrolling. */
  readonly activeIndex: number
  /** The chosen row, scrolled into sight once when it changes. */
  readonly chosen: string | null
  /** The query behind the rows. When it changes, they are shown from the top or from the chosen row. */
  readonly query: unknown
  /** How many rows to render beyond the visible ones, on each side. */
  readonly overscan: number
  /** Height of a fixed head over the first rows, px. */
  readonly headPx: number
  /** Height of a fixed foot over the last rows, px. */
  readonly footPx: number
  /** Called with the number of rows that came in above the visible ones since the top was last visible. */
  readonly onAbove?: ((count: number) => void) | undefined
}

interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
}

interface Room {
  readonly above: number
  readonly below: number
}
const noRoom: Room = { above: 0, below: 0 }

/**
 * Rows of equal height, of which only the visible ones exist. The row under the pointer stays there when rows come and
 * go.
 */
export const useVirtualRows = <T>(options: VirtualRowsOptions<T>): VirtualRows => {
  const { rows, keyOf, rowHeight, activeIndex, chosen, query, overscan, headPx, footPx, onAbove } = options
  const scroller = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(noRoom)
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    [rows, keyOf],
  )
  // The virtualizer is a mutable object. React's compiler must not memoise around it; without the compiler it is fine.
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan,
    paddingStart: room.above,
    paddingEnd: room.below,
    rangeExtractor: range => rangeWith(range, activeIndex, rows.length),
  })

  /** Where the rows are scrolled to, or will be when there is room for it. */
  const top = useRef(0)
  const unseen = useRef(0)
  const sayAbove = useCallback(
    (count: number) => {
      if (count !== unseen.current) onAbove?.(count)
      unseen.current = count
    },
    [onAbove],
  )
  const shown = useRef({ rows, query })
  const boxTop = useRef<number | null>(null)
  /** After a change, keeps the row under the pointer in its place, else the focused one, else the first visible one. */
  const steady = (before: readonly T[]): void => {
    const box = scroller.current
    if (box === null) return
    const movedTo = box.getBoundingClientRect().top
    const boxMoved = movedTo - (boxTop.current ?? movedTo)
    boxTop.current = movedTo
    if (before === rows && boxMoved === 0) return
    // When rows left, the browser may have reduced scrollTop already. Otherwise it is newer than the last scroll event.
    const isCutShort = box.scrollTop >= box.scrollHeight - box.clientHeight - 1
    top.current = isCutShort ? Math.max(top.current, box.scrollTop) : box.scrollTop
    const pointer = pointerWithin(box)
    const hasFocus = box.contains(document.activeElement)
    // At the very top, without pointer or focus in the list, new rows just appear.
    if (pointer === null && !hasFocus && top.current < rowHeight / 2) return
    const focused = hasFocus && pointer === null ? before.findIndex(row => keyOf(row) === chosen) : -1
    const first = Math.floor((top.current - room.above) / rowHeight)
    const at = pointer === null ? 0 : pointer + boxMoved - headPx
    const pointed = Math.floor((top.current + at - room.above) / rowHeight)
    const isInSight = focused >= first && (focused - first) * rowHeight < box.clientHeight
    const place = steadyPlace({
      before,
      after: rows,
      keyOf,
      index: isInSight ? focused : Math.max(0, pointed),
      rowHeight,
      boxMoved,
      scrollTop: top.current,
      ...room,
      boxHeight: box.clientHeight,
      otherHeight: box.scrollHeight - rows.length * rowHeight - room.above - room.below,
      mayMakeRoom: pointer !== null,
    })
    top.current = place.scrollTop
    box.scrollTop = place.scrollTop
    if (place.above !== room.above || place.below !== room.below) setRoom({ above: place.above, below: place.below })
    if (place.moved > 0) sayAbove(unseen.current + place.moved)
  }
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { rows, query }
    if (before.rows === rows) return
    if (before.query === query) return steady(before.rows)
    top.current = 0
    if (scroller.current !== null) scroller.current.scrollTop = 0
    setRoom(noRoom)
    sayAbove(0)
  })
  // The content above the list may grow and shrink.
  const latestSteady = useRef(steady)
  useEffect(() => {
    latestSteady.current = steady
  })
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const sizes = new ResizeObserver(() => latestSteady.current(shown.current.rows))
    sizes.observe(box)
    return () => sizes.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the new room the wanted position can be reached
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = top.current
  }, [room])

  /** The chosen row while it has not been scrolled to. It may come later. */
  const wanted = useRef<string | null>(null)
  const lastQuery = useRef(query)
  useEffect(() => {
    wanted.current = chosen
  }, [chosen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the choice or the query changes
  useEffect(() => {
    const box = scroller.current
    const isNewQuery = lastQuery.current !== query
    lastQuery.current = query
    if (box === null || activeIndex < 0 || !(isNewQuery || wanted.current === chosen)) return
    wanted.current = null
    const start = room.above + activeIndex * rowHeight
    const least = start + headPx + rowHeight + footPx - box.clientHeight
    if (start < box.scrollTop) box.scrollTop = start
    else if (least > box.scrollTop) box.scrollTop = least
    top.current = box.scrollTop
  }, [chosen, activeIndex, query])

  useEffect(() => {
    const box = scroller.current
    const onScroll = () => {
      if (box === null) return
      top.current = box.scrollTop
      if (box.scrollTop < rowHeight / 2) sayAbove(0)
    }
    // The user scrolled elsewhere, so a row that comes later is not scrolled into sight.
    const onGoing = () => {
      wanted.current = null
    }
    box?.addEventListener('scroll', onScroll, { passive: true })
    box?.addEventListener('wheel', onGoing, { passive: true })
    box?.addEventListener('pointerdown', onGoing, { passive: true })
    return () => {
      box?.removeEventListener('scroll', onScroll)
      box?.removeEventListener('wheel', onGoing)
      box?.removeEventListener('pointerdown', onGoing)
    }
  }, [rowHeight, sayAbove])

  // The blank room goes when the pointer leaves.
  useEffect(() => {
    const box = scroller.current
    if (box === null || room === noRoom) return
    const giveBack = () => {
      top.current = Math.max(0, top.current - room.above)
      setRoom(noRoom)
    }
    box.addEventListener('pointerleave', giveBack)
    return () => box.removeEventListener('pointerleave', giveBack)
  }, [room])

  return { scroller, virtualizer }
}
