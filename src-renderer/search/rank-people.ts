import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK } from './corpus.ts'
import { fold } from './fold.ts'
import type { Needle } from './hits.ts'
import { contactsIn, keyOfRow, type PersonKey } from './people.ts'
import { type Tier, tierOf, tierOrder } from './rank.ts'

export interface FoundPerson<R> {
  readonly key: PersonKey
  readonly name: string
  /** Folded. */
  readonly email: string | null
  /** Digits without the country's and the trunk's prefix. */
  readonly phone: string | null
  readonly tier: Tier
  /** The rows of this person among those given, in their order. */
  readonly rows: readonly R[]
}

/** How well the person that a row names answers; null when only other words of the row do. */
function tierOfPerson(name: string, email: string | null, phone: string | null, needle: Needle): Tier | null {
  const about = email === null ? fold(name) : `${fold(name)}\n${email}`
  const isNamed = needle.words.every(word => about.includes(word))
  const isCalled = needle.phone !== null && phone?.includes(needle.phone) === true
  if (!isNamed && !isCalled) return null
  return tierOf(phone === null ? about : `${about}\n${PHONE_MARK}${phone}`, needle)
}

/** The people whom these rows name and the needle means, each once for a scope (a shop), the best first. */
export function rankPeople<R>(
  rows: readonly R[],
  needle: Needle,
  summaryOf: (row: R) => SummaryBase,
  scopeOf: (row: R) => string,
): readonly FoundPerson<R>[] {
  const found = new Map<string, Omit<FoundPerson<R>, 'rows'> & { readonly rows: R[] }>()
  for (const row of rows) {
    const summary = summaryOf(row)
    const key = keyOfRow(summary)
    if (key === null) continue
    const place = `${scopeOf(row)} ${key}`
    const known = found.get(place)
    if (known) {
      known.rows.push(row)
      continue
    }
    const { email, phone } = contactsIn(summary.haystack)
    const name = summary.person ?? email ?? phone ?? ''
    const tier = tierOfPerson(name, email, phone, needle)
    if (tier !== null) found.set(place, { key, name, email, phone, tier, rows: [row] })
  }
  return [...found.values()].sort((a, b) => tierOrder(a.tier) - tierOrder(b.tier))
}
