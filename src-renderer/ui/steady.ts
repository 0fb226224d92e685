import { type RefObject, useLayoutEffect } from 'react'

interface CardPosition {
  readonly key: string
  readonly top: number
}

/** How many cards on each side can replace one that is gone. */
const reach = 3

/**
 * Keeps the card under the pointer in its place while cards around it come, go and grow, so that a press meant for one
 * card does not reach another. `attribute` holds a card's key; `query` is the query behind the cards. After a press it
 * keeps the cards above in place, because the press may remove the card itself.
 */
export const useSteadyBox = (place: RefObject<HTMLElement | null>, attribute: string, query?: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query brings other cards, so the old positions do not matter
  useLayoutEffect(() => {
    const box = place.current
    if (box === null) return
    let held: readonly CardPosition[] = []
    let isPressed = false
    const { paddingTop, paddingBottom } = getComputedStyle(box)
    const room = { above: 0, below: 0 }

    const setRoom = (above: number, below: number) => {
      room.above = above
      room.below = below
      box.style.paddingTop = above === 0 ? '' : `calc(${paddingTop} + ${above}px)`
      box.style.paddingBottom = below === 0 ? '' : `calc(${paddingBottom} + ${below}px)`
    }
    const hold = (card: Element | undefined): CardPosition | [] => {
      const key = card?.getAttribute(attribute)
      return card === undefined || key == null ? [] : { key, top: card.getBoundingClientRect().top }
    }
    const look = () => {
      const card = cardAtPointer(box, `[${attribute}]`)
      const cards = card === null ? [] : [...box.querySelectorAll(`[${attribute}]`)]
      const at = card === null ? -1 : cards.indexOf(card)
      const away = Array.from({ length: reach }, (_, n) => n + 1)
      const above = away.flatMap(n => hold(cards[at - n]))
      const below = away.flatMap(n => hold(cards[at + n]))
      const self = hold(cards[at])
      held = at < 0 ? [] : [isPressed ? above : [], self, above, below].flat()
      // Without a pointer the browser's own scroll anchoring is good enough.
      box.style.overflowAnchor = held.length === 0 ? '' : 'none'
    }
    const scrollBy = (by: number) => {
      const wanted = box.scrollTop - room.above + by
      const end = box.scrollHeight - room.above - room.below - box.clientHeight
      setRoom(Math.max(0, -wanted), wanted > 0 ? Math.max(0, wanted - end) : 0)
      box.scrollTop = Math.max(0, wanted)
    }
    const keep = () => {
      for (const { key, top } of held) {
        const card = box.querySelector(`[${attribute}="${CSS.escape(key)}"]`)
        if (card === null) continue
        const by = card.getBoundingClientRect().top - top
        if (by !== 0) scrollBy(by)
        break
      }
      look()
    }
    const onMove = () => {
      isPressed = false
      look()
    }
    const onPress = () => {
      isPressed = true
      look()
    }
    const onLeave = () => {
      held = []
      box.style.overflowAnchor = ''
      const { above } = room
      if (above === 0 && room.below === 0) return
      setRoom(0, 0)
      box.scrollTop -= above
    }
    const changes = new MutationObserver(keep)
    changes.observe(box, { childList: true, subtree: true, characterData: true })
    const sizes = new ResizeObserver(keep)
    sizes.observe(box)
    box.addEventListener('pointermove', onMove, { passive: true })
    box.addEventListener('pointerdown', onPress, { passive: true })
    box.addEventListener('scroll', look, { passive: true })
    box.addEventListener('pointerleave', onLeave)
    return () => {
      changes.disconnect()
      sizes.disconnect()
      box.removeEventListener('pointermove', onMove)
      box.removeEventListener('pointerdown', onPress)
      box.removeEventListener('scroll', look)
      box.removeEventListener('pointerleave', onLeave)
      onLeave()
    }
  }, [place, attribute, query])
}

let place: { readonly x: number; readonly y: number } | null = null

const follow = (event: PointerEvent): void => {
  place = { x: event.clientX, y: event.clientY }
}
const forget = (): void => {
  place = null
}
// A lifted finger points at nothing.
const lift = (event: PointerEvent): void => {
  if (event.pointerType === 'touch') forget()
}

// Follows the pointer in the whole window from the start, because a list may appear under a pointer that does not move.
if (typeof document !== 'undefined') {
  for (const type of ['pointermove', 'pointerdown', 'pointerover'] as const)
    document.addEventListener(type, follow, { capture: true, passive: true })
  document.addEventListener('pointerup', lift, true)
  document.addEventListener('pointercancel', forget, true)
  document.documentElement.addEventListener('pointerleave', forget)
}

/** The pointer's distance from the top edge of a box, px; null while it is outside. */
export const pointerWithin = (box: HTMLElement): number | null => {
  if (place === null) return null
  const { top, bottom, left, right } = box.getBoundingClientRect()
  const isWithin = place.x >= left && place.x < right && place.y >= top && place.y < bottom
  return isWithin ? place.y - top : null
}

/** The element under the pointer that matches the selector, if it is in the box and not covered. */
const cardAtPointer = (box: HTMLElement, selector: string): Element | null => {
  const card = place === null ? null : (document.elementFromPoint(place.x, place.y)?.closest(selector) ?? null)
  return card !== null && box.contains(card) ? card : null
}

/** Scroll position of the rows in their box, all in px. */
interface RowsPosition {
  readonly scrollTop: number
  /** Blank room above the first and below the last row, so that a row can stay in its place when others leave. */
  readonly above: number
  readonly below: number
}

interface Change<T> extends RowsPosition {
  readonly before: readonly T[]
  readonly after: readonly T[]
  readonly keyOf: (row: T) => string
  /** The row that must stay in its place. */
  readonly index: number
  readonly rowHeight: number
  /** How far down the box itself moved. */
  readonly boxMoved: number
  /** Height of the box, and of everything else that scrolls in it. */
  readonly boxHeight: number
  readonly otherHeight: number
  /** Whether blank room may be added. */
  readonly mayMakeRoom: boolean
}

/** How many rows down the row at `index` moved. If it is gone, its nearest neighbour counts, the upper one first. */
const stepsMoved = <T>({ before, after, keyOf, index }: Change<T>): number => {
  const places = new Map<string, number>()
  const placeOf = (row: T): number => {
    if (places.size === 0) for (const [place, each] of after.entries()) places.set(keyOf(each), place)
    return places.get(keyOf(row)) ?? -1
  }
  for (let away = 0; away < before.length; away += 1)
    for (const at of away === 0 ? [index] : [index - away, index + away]) {
      const row = before[at]
      if (row === undefined) continue
      const sameKey = (place: number): boolean => {
        const there = after[place]
        return there !== undefined && keyOf(there) === keyOf(row)
      }
      // Most changes move nothing.
      const now = sameKey(at) ? at : placeOf(row)
      if (now >= 0) return now - at
    }
  return 0
}

/** The scroll position after rows came or went, so that the row at `index` stays in its place. */
export const steadyPlace = <T>(change: Change<T>): RowsPosition & { readonly moved: number } => {
  const { scrollTop, above, after, rowHeight, boxMoved, boxHeight, otherHeight, mayMakeRoom } = change
  const moved = stepsMoved(change)
  const wanted = scrollTop - above + moved * rowHeight + boxMoved
  const end = after.length * rowHeight + otherHeight - boxHeight
  return mayMakeRoom
    ? {
        scrollTop: Math.max(0, wanted),
        above: Math.max(0, -wanted),
        below: wanted > 0 ? Math.max(0, wanted - end) : 0,
        moved,
      }
    : { scrollTop: Math.max(0, Math.min(wanted, end)), above: 0, below: 0, moved }
}
