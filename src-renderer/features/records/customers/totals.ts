import { addMoney } from '../../../model/decimal.ts'
import type { RecordRow } from '../../../search/people.ts'

export interface Total {
  readonly currency: string | null
  /** Exact decimal; null when an amount is missing or no decimal: a wrong sum is worse than none. */
  readonly amount: string | null
  readonly orders: number
}

/** What was ordered, by currency. A staff account's order is the customer's own with the same number: it counts once. */
export const orderTotals = (records: readonly RecordRow[]): readonly Total[] => {
  const seen = new Set<string>()
  const amounts = new Map<string | null, (string | null)[]>()
  for (const { screen, row } of records) {
    if (screen === 'requests' || (row.number !== null && seen.has(row.number))) continue
    if (row.number !== null) seen.add(row.number)
    const currency = row.currency?.toUpperCase() ?? null
    const known = amounts.get(currency)
    if (known) known.push(row.amount)
    else amounts.set(currency, [row.amount])
  }
  return [...amounts].map(([currency, each]) => ({ currency, amount: addMoney(each), orders: each.length }))
}
