import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Attempt, Entry } from '../../src-main/contract/entries.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { requestsOfItem } from '../model/item-requests.ts'
import { readMoment } from '../model/times.ts'
import { fold } from '../search/fold.ts'
import { isDecided, isUnresolved } from './policy.ts'

/** What a read-back says about an attempt whose answer we do not have. */
export type Judgement =
  | { readonly kind: 'confirmed'; readonly request: CancellationRequest }
  | {
      readonly kind: 'review'
      readonly reason: 'several-candidates' | 'contradicts' | 'request-already-open'
      readonly candidateIds: readonly string[]
    }
  /** Nothing to see. Weak evidence: the machine counts such reads. */
  | { readonly kind: 'absent'; readonly itemDecided: boolean }

/** The shop's code for "this item already has a request". */
export const existsCode = 'cancellation_request_100_1'

/** Every request of one item, from the list and from the item itself, each once. */
export const requestsOf = (
  orderItem: string,
  list: readonly CancellationRequest[],
  item: OrderItem | null,
): readonly CancellationRequest[] => {
  const ofItem = list.filter(row => row.order_item === orderItem)
  return item === null ? ofItem : requestsOfItem(item, ofItem).filter(row => row.order_item === orderItem)
}

const differs = (theirs: string | null, ours: string | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && theirs.trim() !== ours.trim()

/** The shop may write 2 as "2.00". */
const differsInNumber = (theirs: string | null, ours: number | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && Number(theirs) !== ours

/** A field that the shop shows and that is not what we sent. A field it leaves out contradicts nothing. */
const contradicts = (row: CancellationRequest, payload: CancellationPayload): boolean =>
  row.cancellation_type !== payload.cancellation_type ||
  differs(row.reason, payload.reason) ||
  differs(row.description, payload.description) ||
  // A text where we sent none is somebody else's.
  (payload.description === undefined && (row.description ?? '').trim() !== '') ||
  differsInNumber(row.quantity, payload.quantity)

const clocksDifferMs = 60_000

/** What a shop shows of an account or a name with stars in it can't be compared. */
const isHidden = (text: string | null): boolean => text === null || text.trim() === '' || /[*•]/.test(text)

const differsInText = (theirs: string | null, ours: string | undefined): boolean =>
  !isHidden(theirs) && plain(theirs ?? '') !== plain(ours ?? '')

const plain = (text: string): string => fold(text).replaceAll(/\s+/g, '')

/**
 * Where the money goes and when the parcel is fetched: a field that the shop shows and that is not what we sent, or that
 * we did not send.
 */
const contradictsFurther = (row: CancellationRequest, payload: CancellationPayload): boolean =>
  differsInText(row.iban, payload.iban) ||
  differsInText(row.holder_name, payload.holder_name) ||
  (row.fully_refund_as_loyalty_money !== null &&
    row.fully_refund_as_loyalty_money !== (payload.fully_refund_as_loyalty_money ?? false)) ||
  differs(row.easy_return?.pickup_date?.date ?? null, payload.pickup_date?.date)

/**
 * The shop refused this attempt because the item has a request already, although none was there before and no earlier
 * attempt of ours can have made it. Then something on the way sent ours twice and the first copy made it, or somebody
 * else was quicker. In the refusal of a bulk call the code may be about another line of it.
 */
const isEcho = (entry: Entry, attempt: Attempt): boolean =>
  attempt.outcome !== 'refused-together' &&
  attempt.failure?.code === existsCode &&
  !entry.attempts.some(other => other.no < attempt.no && isUnresolved(other))

/** Made before the attempt by the shop's own date, so that a slow list alone can have hidden it. Clocks differ a little. */
const isOlder = ({ created_date }: CancellationRequest, { startedAt }: Attempt): boolean => {
  const made = readMoment(created_date)
  return made !== null && made < startedAt - clocksDifferMs
}

/** Whether the shop told us that it had our request already, before we found it there. */
export const hadItAlready = ({ attempts, result }: Pick<Entry, 'attempts' | 'result'>): boolean =>
  result?.via === 'read-back' && attempts.at(-1)?.failure?.code === existsCode

/** Judges the requests of the entry's item against what was there before the attempt. Ids compare as text. */
export const judge = (
  entry: Entry,
  attempt: Attempt,
  rows: readonly CancellationRequest[],
  item: OrderItem | null,
): Judgement => {
  const { payload } = entry.command
  const before = new Set(attempt.baselineIds)
  // Somebody else's request of another type may be the one that an echo speaks of.
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
