/** A map for codes that a shop sends: a plain object would also find `__proto__` or `toString`. */
export const mapOf = <T>(named: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(named))

/** Moves one item by `by` positions; returns the same array when that is not possible. */
export const moved = <T>(items: readonly T[], from: number, by: number): readonly T[] => {
  const to = from + by
  if (from < 0 || to < 0 || to >= items.length) return items
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
