import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Attempt, Entry } from '../../src-main/contract/entries.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { minuteMs } from '../model/clock.ts'
import { requestsOfItem } from '../model/item-requests.ts'
import { readMoment } from '../model/times.ts'
import { fold } from '../search/fold.ts'
import { isDecided, isUnresolved, lastAttempt, nextReadAt } from './policy.ts'
import type { Moment } from './timings.ts'

/** What a read-back shows about an attempt without an answer. */
export type Judgement =
  | { readonly kind: 'confirmed'; readonly request: CancellationRequest }
  | {
      readonly kind: 'review'
      readonly reason: 'several-candidates' | 'contradicts' | 'request-already-open'
      readonly candidateIds: readonly string[]
    }
  /** No request to be seen. This is weak evidence, so such reads are counted. */
  | { readonly kind: 'absent'; readonly itemDecided: boolean }

/** Compares the requests of the entry's item with those from before the attempt. */
export const judge = (
  entry: Entry,
  attempt: Attempt,
  rows: readonly CancellationRequest[],
  item: OrderItem | null,
): Judgement => {
  const { payload } = entry.command
  const before = new Set(attempt.baselineIds)
  // After an echo the request may be another person's, of another type.
  const echo = isEcho(entry, attempt)
  const candidates = rows.filter(
    row =>
      row.order_item === entry.orderItem &&
      (echo || row.cancellation_type === payload.cancellation_type || row.cancellation_type === null) &&
      !before.has(row.id),
  )
  const candidateIds = candidates.map(row => row.id)
  const [only, ...others] = candidates
  if (only === undefined) return { kind: 'absent', itemDecided: isDecided(item) }
  if (others.length > 0) return { kind: 'review', reason: 'several-candidates', candidateIds }
  if (contradicts(only, payload) || (echo && contradictsFurther(only, payload)))
    return { kind: 'review', reason: 'contradicts', candidateIds }
  if (echo && isOlder(only, attempt)) return { kind: 'review', reason: 'request-already-open', candidateIds }
  return { kind: 'confirmed', request: only }
}

type ReadBackResult =
  | { readonly kind: 'confirmed'; readonly request: CancellationRequest }
  | { readonly kind: 'changed'; readonly change: Partial<Entry> }

/**
 * What a read-back does to an UNKNOWN entry. A request that is seen counts at once. Absence counts only after the
 * settling time, when enough complete reads in a row, far enough apart, agree.
 */
export const afterReadBack = (
  entry: Entry,
  read: { readonly judgement: Judgement; readonly countable: boolean; readonly startedAt: number },
  { now, timings }: Moment,
): ReadBackResult => {
  const { judgement } = read
  if (judgement.kind === 'confirmed') return judgement
  if (judgement.kind === 'review') return review(judgement.reason, judgement.candidateIds)

  if (lastAttempt(entry)?.outcome === 'refused-together') return afterRefusedTogether(entry, read, { now, timings })

  const { clockWentBack, endedAt, attempts } = endOf(entry, now)
  const earlier = clockWentBack || !read.countable ? [] : entry.absentReads.filter(at => at <= read.startedAt)
  const previous = earlier.at(-1)
  const counts =
    read.countable &&
    read.startedAt - endedAt >= timings.settleMs &&
    (previous === undefined || read.startedAt - previous >= timings.absentGapMs)
  const absentReads = counts ? [...earlier, read.startedAt] : earlier

  if (absentReads.length >= timings.absentReads)
    return review(judgement.itemDecided ? 'item-already-decided' : 'absent', [])
  // After a day of reads that could not be counted, the user must decide.
  if (!read.countable && now - endedAt > timings.readBackForMs) return review('unreadable', [])
  return {
    kind: 'changed',
    change: { attempts, absentReads, nextAt: nextReadAt(endedAt, now, absentReads.length, timings) },
  }
}

/** The shop's code for "this item already has a request". */
export const existsCode = 'cancellation_request_100_1'

/** Every request of an item, from the list and from the item itself, each once. */
export const requestsOf = (
  orderItem: string,
  list: readonly CancellationRequest[],
  item: OrderItem | null,
): readonly CancellationRequest[] => {
  const ofItem = list.filter(row => row.order_item === orderItem)
  return item === null ? ofItem : requestsOfItem(item, ofItem).filter(row => row.order_item === orderItem)
}

/** Whether the shop answered "exists already" before a read-back found our request. */
export const hadItAlready = ({ attempts, result }: Pick<Entry, 'attempts' | 'result'>): boolean =>
  result?.via === 'read-back' && attempts.at(-1)?.failure?.code === existsCode

const differs = (theirs: string | null, ours: string | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && theirs.trim() !== ours.trim()

/** The shop may write 2 as "2.00". */
const differsInNumber = (theirs: string | null, ours: number | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && Number(theirs) !== ours

/** Whether the shop shows a field with another value than we sent. A missing field contradicts nothing. */
const contradicts = (row: CancellationRequest, payload: CancellationPayload): boolean =>
  row.cancellation_type !== payload.cancellation_type ||
  differs(row.reason, payload.reason) ||
  differs(row.description, payload.description) ||
  // A description where we sent none belongs to another person's request.
  (payload.description === undefined && (row.description ?? '').trim() !== '') ||
  differsInNumber(row.quantity, payload.quantity)

const clocksDifferMs = minuteMs

/** An account or a name that the shop masks with stars can't be compared. */
const isHidden = (text: string | null): boolean => text === null || text.trim() === '' || /[*•]/.test(text)

const differsInText = (theirs: string | null, ours: string | undefined): boolean =>
  !isHidden(theirs) && plain(theirs ?? '') !== plain(ours ?? '')

const plain = (text: string): string => fold(text).replaceAll(/\s+/g, '')

/**
 * The same for where the money goes and when the parcel is fetched. Here a field that we did not send contradicts, too.
 */
const contradictsFurther = (row: CancellationRequest, payload: CancellationPayload): boolean =>
  differsInText(row.iban, payload.iban) ||
  differsInText(row.holder_name, payload.holder_name) ||
  (row.fully_refund_as_loyalty_money !== null &&
    row.fully_refund_as_loyalty_money !== (payload.fully_refund_as_loyalty_money ?? false)) ||
  differs(row.easy_return?.pickup_date?.date ?? null, payload.pickup_date?.date)

/**
 * Whether the shop refused this attempt because the item has a request already, although none was there before and no
 * earlier attempt of ours can have made it. Then the network sent ours twice and the first copy made it, or another
 * person was faster. After a refused bulk call the code may be about another of its lines.
 */
const isEcho = (entry: Entry, attempt: Attempt): boolean =>
  attempt.outcome !== 'refused-together' &&
  attempt.failure?.code === existsCode &&
  !entry.attempts.some(other => other.no < attempt.no && isUnresolved(other))

/**
 * Whether the request is older than the attempt by the shop's date, so that only a slow list can have hidden it. Clocks
 * differ a little.
 */
const isOlder = ({ created_date }: CancellationRequest, { startedAt }: Attempt): boolean => {
  const made = readMoment(created_date)
  return made !== null && made < startedAt - clocksDifferMs
}

const review = (reason: NonNullable<Entry['review']>['reason'], candidateIds: readonly string[]): ReadBackResult => ({
  kind: 'changed',
  change: { state: 'NEEDS_REVIEW', review: { reason, candidateIds: [...candidateIds] }, nextAt: null },
})

/** When the last attempt ended. If the clock was set back since, that time is unknown and the wait begins again. */
const endOf = (entry: Entry, now: number) => {
  const storedEnd = lastAttempt(entry)?.endedAt ?? now
  const clockWentBack = storedEnd > now
  if (!clockWentBack) return { clockWentBack, endedAt: storedEnd, attempts: entry.attempts }
  const last = entry.attempts.length - 1
  const attempts = entry.attempts.map((one, index) => (index === last ? { ...one, endedAt: now } : one))
  return { clockWentBack, endedAt: now, attempts }
}

/**
 * The shop refused a bulk call. If it does not show this line's request either, the line is sent alone, to get an
 * answer of its own. The read before that POST looks once more.
 */
const afterRefusedTogether = (
  entry: Entry,
  read: { readonly countable: boolean; readonly startedAt: number },
  { now, timings }: Pick<Moment, 'now' | 'timings'>,
): ReadBackResult => {
  const { endedAt, attempts } = endOf(entry, now)
  const absentReads = read.countable ? [...entry.absentReads, read.startedAt] : []
  if (absentReads.length >= timings.refusedReads)
    return {
      kind: 'changed',
      change: { state: 'QUEUED', absentReads: [], nextAt: null, failures: 0, lastFailure: null },
    }
  if (!read.countable && now - endedAt > timings.readBackForMs) return review('unreadable', [])
  const nextAt = nextReadAt(endedAt, now, absentReads.length, timings)
  return { kind: 'changed', change: { attempts, absentReads, nextAt } }
}
