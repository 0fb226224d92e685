import type { Attempt, Entry } from '../../../../src-main/contract/entries.ts'
import type { PickupDate } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { readMoment, readTime } from '../../../model/times.ts'

/** When something happened, ms since 1970. A time that is not known is never invented. */
export type When =
  | { readonly kind: 'at'; readonly at: number }
  /** Only the day is known. */
  | { readonly kind: 'day'; readonly at: number }
  /** The shop gives no time for it. This is when its record last changed. */
  | { readonly kind: 'last-change'; readonly at: number }
  | { readonly kind: 'now'; readonly at: number }
  /** The shop sent a text that is no date. It is shown unchanged. */
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'unsaid' }

interface Happening {
  /** Unique in its timeline, and stable over renders. */
  readonly id: string
  readonly when: When
  /** The source of the event. */
  readonly source: 'shop' | 'computer'
  /** Names of the lines it is about; empty when it is about the whole order. */
  readonly lines: readonly string[]
}

interface OfRequest {
  readonly requestId: string
  readonly type: string | null
}

/** Events from the shop's rows. */
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

/** Events of this computer's entries. */
export type EntryFact = { readonly entry: Entry } & (
  | { readonly kind: 'saved' }
  /** The number of attempts in a row that never reached the shop. */
  | { readonly kind: 'not-sent'; readonly last: Attempt; readonly count: number }
  | { readonly kind: 'sent'; readonly attempt: Attempt }
  | { readonly kind: 'answered'; readonly attempt: Attempt }
  | { readonly kind: 'looked' }
  | { readonly kind: 'found'; readonly requestId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'discarded' }
  /** The present state of the entry. */
  | { readonly kind: 'standing' }
)

export type TimelineEvent = Happening & (ShopFact | EntryFact)
export type EventKind = TimelineEvent['kind']

/** Reads the shop's date: a time, a day, an unreadable text, or nothing. */
export const whenOf = (text: string | null | undefined): When => {
  if (text === null || text === undefined || text.trim() === '') return { kind: 'unsaid' }
  const time = readTime(text)
  if (time === null) return { kind: 'unreadable', text }
  return { kind: time.kind === 'day' ? 'day' : 'at', at: time.at }
}

/** The largest time that a Date can hold, ms since 1970. */
const furthestMs = 8.64e15

/** From a time of this computer's clock. A stored value may be invalid. */
export const momentOf = (at: number | null): When =>
  at === null || !Number.isFinite(at) || Math.abs(at) > furthestMs ? { kind: 'unsaid' } : { kind: 'at', at }

/** When the record last changed, if that is later than its creation. */
export const lastChangeOf = (modified: string | null, created: string | null): When => {
  const at = readMoment(modified)
  if (at === null) return { kind: 'unsaid' }
  const begun = readMoment(created)
  return begun !== null && at <= begun ? { kind: 'unsaid' } : { kind: 'last-change', at }
}

export const timeOf = (when: When): number | null =>
  when.kind === 'unreadable' || when.kind === 'unsaid' ? null : when.at
