/** For codes that come from a shop: they may be the name of something that every object has. */
export const mapOf = <T>(named: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(named))
