import type { Attempt, Entry } from '../../../../src-main/contract/entries.ts'
import type { PickupDate } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { readMoment, readTime } from '../../../model/times.ts'

/** When something happened, as far as anybody said; times in ms since 1970. A time that nobody gave is never made up. */
export type When =
  | { readonly kind: 'at'; readonly at: number }
  /** Only the day was given. */
  | { readonly kind: 'day'; readonly at: number }
  /** The shop gives no time for it; its record last changed then. */
  | { readonly kind: 'last-change'; readonly at: number }
  | { readonly kind: 'now'; readonly at: number }
  /** What the shop sent is no date: shown as it came. */
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'unsaid' }

interface Happening {
  /** Unique in its timeline, and the same at every look. */
  readonly id: string
  readonly when: When
  /** Who says so. */
  readonly source: 'shop' | 'computer'
  /** Names of the lines it is about; empty when it is about the whole order. */
  readonly lines: readonly string[]
}

interface OfRequest {
  readonly requestId: string
  readonly type: string | null
}

/** What the shop's rows say. */
export type ShopFact =
  | { readonly kind: 'placed'; readonly payment: string | null }
  | { readonly kind: 'payment-waiting' }
  | { readonly kind: 'invoiced'; readonly numbers: readonly string[] }
  | { readonly kind: 'shipped'; readonly carrier: string | null; readonly tracking: readonly string[] }
  | { readonly kind: 'expected' }
  | { readonly kind: 'status'; readonly status: EnumValue }
  | { readonly kind: 'cancel-status'; readonly status: string }
  | ({ readonly kind: 'requested' } & OfRequest)
  | ({ readonly kind: 'decided'; readonly status: EnumValue } & OfRequest)
  | ({ readonly kind: 'return-code'; readonly code: string; readonly carrier: string | null } & OfRequest)
  | ({ readonly kind: 'pickup'; readonly pickup: PickupDate } & OfRequest)

/** What this computer did for a request, and what came of it. */
export type EntryFact = { readonly entry: Entry } & (
  | { readonly kind: 'saved' }
  /** Tries one after another of which the shop saw nothing. */
  | { readonly kind: 'not-sent'; readonly last: Attempt; readonly count: number }
  | { readonly kind: 'sent'; readonly attempt: Attempt }
  | { readonly kind: 'answered'; readonly attempt: Attempt }
  | { readonly kind: 'looked' }
  | { readonly kind: 'found'; readonly requestId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'discarded' }
  /** How it stands at this moment. */
  | { readonly kind: 'standing' }
)

export type TimelineEvent = Happening & (ShopFact | EntryFact)
export type EventKind = TimelineEvent['kind']

/** The shop's date as it is: a moment, a day, something nobody can read, or nothing. */
export const whenOf = (text: string | null | undefined): When => {
  if (text === null || text === undefined || text.trim() === '') return { kind: 'unsaid' }
  const time = readTime(text)
  if (time === null) return { kind: 'unreadable', text }
  return { kind: time.kind === 'day' ? 'day' : 'at', at: time.at }
}

/** Further from 1970 no calendar goes. */
const furthestMs = 8.64e15

/** Of a time on this computer's clock; a stored one may be no time at all. */
export const momentOf = (at: number | null): When =>
  at === null || !Number.isFinite(at) || Math.abs(at) > furthestMs ? { kind: 'unsaid' } : { kind: 'at', at }

/** When the record last changed, where that is later than its beginning. */
export const lastChangeOf = (modified: string | null, created: string | null): When => {
  const at = readMoment(modified)
  if (at === null) return { kind: 'unsaid' }
  const begun = readMoment(created)
  return begun !== null && at <= begun ? { kind: 'unsaid' } : { kind: 'last-change', at }
}

export const timeOf = (when: When): number | null =>
  when.kind === 'unreadable' || when.kind === 'unsaid' ? null : when.at
