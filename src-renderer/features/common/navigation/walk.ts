/** Where the open row stands in the list; `gap` is the place it left when it is in the list no more. */
export interface Place {
  readonly count: number
  readonly index: number
  readonly gap: number
}

/** The row that many steps away, within the list; null when there is no way to go. */
export const stepTo = ({ count, index, gap }: Place, step: number): number | null => {
  if (count === 0 || step === 0) return null
  const from = index >= 0 ? index + step : step > 0 ? gap + step - 1 : gap + step
  const to = Math.max(0, Math.min(count - 1, from))
  return to === index ? null : to
}

export interface Walk extends Place {
  /** `takeFocus`: the row has the keyboard's focus then. */
  readonly move: (index: number, takeFocus?: boolean) => void
}

export const noWalk: Walk = { count: 0, index: -1, gap: 0, move: () => undefined }
