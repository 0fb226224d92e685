interface Numbered {
  readonly id: string
  readonly number: string | null
}

export interface FoundNumbers {
  /** Ids of the orders, in the order of the numbers; a number that two orders have finds both. */
  readonly orderIds: readonly string[]
  readonly missing: readonly string[]
}

/** Which orders have exactly these numbers. */
export const findNumbers = (numbers: readonly string[], rows: readonly Numbered[]): FoundNumbers => {
  const wanted = new Set(numbers)
  const idsOf = new Map<string, string[]>()
  for (const { id, number } of rows) {
    if (number === null || !wanted.has(number)) continue
    idsOf.set(number, [...(idsOf.get(number) ?? []), id])
  }
  return {
    orderIds: [...new Set(numbers.flatMap(number => idsOf.get(number) ?? []))],
    missing: numbers.filter(number => !idsOf.has(number)),
  }
}
