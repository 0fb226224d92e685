export type ZoomMove = 'in' | 'out' | 'reset'

/** Those of Chromium, as far as the layout is made for. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export const zoomed = (factor: number, move: ZoomMove): number => {
  if (move === 'reset') return 1
  if (move === 'in') return steps.find(step => step > factor + 0.001) ?? 3
  return steps.findLast(step => step < factor - 0.001) ?? 0.5
}

interface PressedKey {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/** By what the key prints, for + and - lie elsewhere on Turkish keyboards. Without NumLock the number block prints none of them. */
export function zoomMoveOf({ type, key, control, meta, alt }: PressedKey): ZoomMove | null {
  if (type !== 'keyDown' || !(control || meta) || alt) return null
  if (key === '+' || key === '=') return 'in'
  if (key === '-') return 'out'
  return key === '0' ? 'reset' : null
}
