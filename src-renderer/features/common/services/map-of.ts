/** For codes that come from a shop: one may be the name of something that every object has, `__proto__` or `toString`. */
export const mapOf = <T>(named: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(named))
