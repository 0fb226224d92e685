let place: { readonly x: number; readonly y: number } | null = null

const follow = (event: PointerEvent): void => {
  place = { x: event.clientX, y: event.clientY }
}
const forget = (): void => {
  place = null
}
// A finger that is lifted points at nothing.
const lift = (event: PointerEvent): void => {
  if (event.pointerType === 'touch') forget()
}

// From the start and over the whole window, for a list may come to be under a pointer that stands still.
if (typeof document !== 'undefined') {
  for (const type of ['pointermove', 'pointerdown', 'pointerover'] as const)
    document.addEventListener(type, follow, { capture: true, passive: true })
  document.addEventListener('pointerup', lift, true)
  document.addEventListener('pointercancel', forget, true)
  document.documentElement.addEventListener('pointerleave', forget)
}

/** How far below the top edge of a box the pointer is, px; null while it is elsewhere. */
export const pointerWithin = (box: HTMLElement): number | null => {
  if (place === null) return null
  const { top, bottom, left, right } = box.getBoundingClientRect()
  const isWithin = place.x >= left && place.x < right && place.y >= top && place.y < bottom
  return isWithin ? place.y - top : null
}

/** What is under the pointer and fits the selector, if it lies in the box and nothing covers it. */
export const cardAtPointer = (box: HTMLElement, selector: string): Element | null => {
  const card = place === null ? null : (document.elementFromPoint(place.x, place.y)?.closest(selector) ?? null)
  return card !== null && box.contains(card) ? card : null
}
