import { type RefObject, useLayoutEffect } from 'react'
import { cardAtPointer } from './pointer-place.ts'

interface Held {
  readonly key: string
  readonly top: number
}

/** How many cards on each side may stand in for one that is gone. */
const reach = 3

/**
 * What is under the pointer stays there while cards around it come, go and grow: a press meant for one card must not
 * reach another. `attribute` holds what tells a card from the others, `asked` what the cards answer to. After a press the cards above stay instead, for
 * the card may leave by what was pressed.
 */
export const useSteadyBox = (place: RefObject<HTMLElement | null>, attribute: string, asked?: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards were asked for, and nothing is kept of the ones before
  useLayoutEffect(() => {
    const box = place.current
    if (box === null) return
    let held: readonly Held[] = []
    let isPressed = false
    const { paddingTop, paddingBottom } = getComputedStyle(box)
    const room = { above: 0, below: 0 }

    const setRoom = (above: number, below: number) => {
      room.above = above
      room.below = below
      box.style.paddingTop = above === 0 ? '' : `calc(${paddingTop} + ${above}px)`
      box.style.paddingBottom = below === 0 ? '' : `calc(${paddingBottom} + ${below}px)`
    }
    const hold = (card: Element | undefined): Held | [] => {
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
      // The browser keeps another card in its place, which is as good while nothing is pointed at.
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
  }, [place, attribute, asked])
}
