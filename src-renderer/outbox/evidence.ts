import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Attempt, Entry } from '../../src-main/contract/entries.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
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

/** Every request of one item: the list's rows and the order's own, each id once; the list comes first. */
export const requestsOf = (
  orderItem: string,
  list: readonly CancellationRequest[],
  item: OrderItem | null,
): CancellationRequest[] => {
  const own = item === null ? [] : [...item.cancellationrequest_set, item.active_cancellation_request]
  const rows = new Map<string, CancellationRequest>()
  for (const row of list) if (row.order_item === orderItem && !rows.has(row.id)) rows.set(row.id, row)
  for (const row of own) {
    // Inside an order the row may leave out the item it hangs on.
    const belongs = row !== null && (row.order_item === orderItem || row.order_item === null)
    if (belongs && !rows.has(row.id)) rows.set(row.id, { ...row, order_item: orderItem })
  }
  return [...rows.values()]
}

const differs = (theirs: string | null, ours: string | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && theirs.trim() !== ours.trim()

/** The shop may write 2 as "2.00". */
const differsInNumber = (theirs: string | null, ours: number | undefined): boolean =>
  theirs !== null && theirs !== '' && ours !== undefined && Number(theirs) !== ours

/** A field that the shop shows and that is not what we sent. A field it leaves out contradicts nothing. */
const contradicts = (row: CancellationRequest, payload: CancellationPayload): boolean =>
  row.cancellation_type === null ||
  differs(row.reason, payload.reason) ||
  differs(row.description, payload.description) ||
  // A text where we sent none is somebody else's.
  (payload.description === undefined && (row.description ?? '').trim() !== '') ||
  differsInNumber(row.quantity, payload.quantity)

/** The shop told this very attempt that a request exists, and no earlier attempt of ours can have made it. */
const isSomebodyElses = (entry: Entry, attempt: Attempt): boolean =>
  // In the refusal of a bulk call the code may be about another line of it.
  attempt.outcome !== 'refused-together' &&
  attempt.failure?.code === existsCode &&
  !entry.attempts.some(other => other.no < attempt.no && isUnresolved(other))

/** Judges the requests of the entry's item against what was there before the attempt. Ids compare as text. */
export const judge = (
  entry: Entry,
  attempt: Attempt,
  rows: readonly CancellationRequest[],
  item: OrderItem | null,
): Judgement => {
  const { payload } = entry.command
  const before = new Set(attempt.baselineIds)
  const candidates = rows.filter(
    row =>
      row.order_item === entry.orderItem &&
      (row.cancellation_type === payload.cancellation_type || row.cancellation_type === null) &&
      !before.has(row.id),
  )
  const candidateIds = candidates.map(row => row.id)
  const [only, ...others] = candidates
  if (only === undefined) return { kind: 'absent', itemDecided: isDecided(item) }
  if (others.length > 0) return { kind: 'review', reason: 'several-candidates', candidateIds }
  if (contradicts(only, payload)) return { kind: 'review', reason: 'contradicts', candidateIds }
  if (isSomebodyElses(entry, attempt)) return { kind: 'review', reason: 'request-already-open', candidateIds }
  return { kind: 'confirmed', request: only }
}
