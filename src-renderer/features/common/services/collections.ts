/** For codes that come from a shop: one may be the name of something that every object has, `__proto__` or `toString`. */
export const mapOf = <T>(named: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(named))

/** The items with one of them `by` places on; as they are when there is no such place. */
export const moved = <T>(items: readonly T[], from: number, by: number): readonly T[] => {
  const to = from + by
  if (from < 0 || to < 0 || to >= items.length) return items
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
