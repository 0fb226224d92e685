import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { pointerWithin } from './pointer-place.ts'
import { steadyPlace } from './steady-rows.ts'

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
  /** What somebody chose: scrolled into sight once, when it changes. Whatever else moves, the rows in sight stay. */
  readonly chosen: string | null
  /** Whatever the rows answer to: when it changes, they are shown from the top, or from what is chosen. */
  readonly asked: unknown
  /** Rows made beyond those in sight, on each side. */
  readonly overscan: number
  /** What stands still over the first rows, px. */
  readonly headPx: number
  /** What stands still over the last rows, px. */
  readonly footPx: number
  /** How many rows came in above those in sight since the top was seen. */
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

/** Rows of one height, of which only those in sight exist. What is under the pointer stays there when rows come and go. */
export const useVirtualRows = <T>(options: VirtualRowsOptions<T>): VirtualRows => {
  const { rows, keyOf, rowHeight, activeIndex, chosen, asked, overscan, headPx, footPx, onAbove } = options
  const scroller = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(noRoom)
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    [rows, keyOf],
  )
  // The virtualizer is a mutable object that React's compiler must not memoise around; plain React is fine with it.
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

  /** Where the rows are scrolled to, or shall be once there is room for it. */
  const top = useRef(0)
  const unseen = useRef(0)
  const sayAbove = useCallback(
    (count: number) => {
      if (count !== unseen.current) onAbove?.(count)
      unseen.current = count
    },
    [onAbove],
  )
  const shown = useRef({ rows, asked })
  const boxTop = useRef<number | null>(null)
  /** Whatever has come, gone or moved: what is under the pointer, or has focus, or is first in sight, stays. */
  const steady = (before: readonly T[]): void => {
    const box = scroller.current
    if (box === null) return
    const movedTo = box.getBoundingClientRect().top
    const boxMoved = movedTo - (boxTop.current ?? movedTo)
    boxTop.current = movedTo
    if (before === rows && boxMoved === 0) return
    // Where rows left, the browser may have cut the way short by now; else its word is newer than the last event.
    const isCutShort = box.scrollTop >= box.scrollHeight - box.clientHeight - 1
    top.current = isCutShort ? Math.max(top.current, box.scrollTop) : box.scrollTop
    const pointer = pointerWithin(box)
    const hasFocus = box.contains(document.activeElement)
    // At the very top, with nobody in the list, new rows are seen as they come.
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
    shown.current = { rows, asked }
    if (before.rows === rows) return
    if (before.asked === asked) return steady(before.rows)
    top.current = 0
    if (scroller.current !== null) scroller.current.scrollTop = 0
    setRoom(noRoom)
    sayAbove(0)
  })
  // What stands above the list grows and shrinks with each reading.
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is room now for the place that was wanted
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = top.current
  }, [room])

  /** What was chosen and has not been scrolled to: its row may come later. */
  const wanted = useRef<string | null>(null)
  const askedLast = useRef(asked)
  useEffect(() => {
    wanted.current = chosen
  }, [chosen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen, or asked for, is looked for anew
  useEffect(() => {
    const box = scroller.current
    const isNewlyAsked = askedLast.current !== asked
    askedLast.current = asked
    if (box === null || activeIndex < 0 || !(isNewlyAsked || wanted.current === chosen)) return
    wanted.current = null
    const start = room.above + activeIndex * rowHeight
    const least = start + headPx + rowHeight + footPx - box.clientHeight
    if (start < box.scrollTop) box.scrollTop = start
    else if (least > box.scrollTop) box.scrollTop = least
    top.current = box.scrollTop
  }, [chosen, activeIndex, asked])

  useEffect(() => {
    const box = scroller.current
    const onScroll = () => {
      if (box === null) return
      top.current = box.scrollTop
      if (box.scrollTop < rowHeight / 2) sayAbove(0)
    }
    // Somebody went elsewhere: a row that comes later is not brought into their sight.
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

  // Blank room is taken back when the pointer leaves.
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
