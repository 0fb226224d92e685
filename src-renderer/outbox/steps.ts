import type { Entry, Outcome } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { requestIdsOf } from '../model/item-requests.ts'
import { lastAttempt, nextAttemptNo } from './attempts.ts'
import type { EntryStore } from './entry-store.ts'
import type { EntryEvent } from './events.ts'
import { judge, requestsOf } from './evidence.ts'
import { gateFor } from './gates.ts'
import { alreadyAttempted, type OutboxMain } from './outbox-main.ts'
import { conflictBefore } from './policy.ts'
import { type Ask, isMissing, itemReader, type ReadItem, type RequestList } from './reads.ts'
import type { SharedLists } from './shared-lists.ts'
import type { Timings } from './timings.ts'

/** What a step may use. The gates stay with the runner; a step only reports. */
export interface StepParts {
  readonly store: EntryStore
  readonly main: OutboxMain
  readonly ask: Ask
  readonly timings: Timings
  readonly now: () => number
  /** True when the shop says that the account's own user is signed in. Closes the gates otherwise. */
  readonly identify: (accountId: string) => Promise<Reply<true>>
  /** No gate is closed and this account's identity still holds. */
  readonly mayGoOn: (accountId: string) => boolean
  readonly readWell: (accountId: string) => void
  readonly lists: SharedLists
  /** Waits for a place among the account's writes; reads need none. */
  readonly inTurn: <T>(accountId: string, write: () => Promise<T>) => Promise<T>
  /** Closes the gate that the failure speaks of. */
  readonly wentWrong: (accountId: string, why: Failure, wholeAccount: boolean) => void
  /** Outcomes in the order of the entries. It has no `Ask`: its deadline has other consequences. */
  readonly send: (
    entries: readonly Entry[],
    onLate: (index: number, outcome: Outcome) => void,
  ) => Promise<Reply<readonly Outcome[]>>
}

interface Sight {
  readonly requests: readonly CancellationRequest[]
  readonly item: OrderItem | null
  readonly baselineIds: readonly string[]
  readonly countable: boolean
}

const stopped = failure('conflict', { code: 'stopped' })

/** What the order alone shows proves that a request is there, never that none is. */
const noList: RequestList = { rows: [], otherIds: [], countable: false }

/** What the shop shows of the entry's item right now. Failures have closed their gates when this returns. */
const look = async (
  entry: Entry,
  list: Reply<RequestList>,
  readItem: ReadItem,
  parts: StepParts,
): Promise<Reply<Sight>> => {
  const { accountId, orderItem } = entry
  if (!list.ok && !isMissing(list.failure)) {
    parts.wentWrong(accountId, list.failure, true)
    return list
  }
  const seen = await readItem(entry.about.orderId, orderItem)
  if (seen.kind === 'failed' && gateFor(seen.failure.kind) !== null) {
    parts.wentWrong(accountId, seen.failure, false)
    return failed(seen.failure)
  }
  // A shop without the list still shows an item's requests in its order. With neither, nothing would be seen twice.
  const hasSight = list.ok || (seen.kind === 'read' && seen.item !== null)
  if (!list.ok && !hasSight) {
    parts.wentWrong(accountId, list.failure, true)
    return list
  }
  parts.readWell(accountId)
  // One order that can't be shown is that entry's trouble; for a read-back the list alone may still say yes.
  if (seen.kind === 'failed' && entry.state === 'QUEUED') return failed(seen.failure)
  const item = seen.kind === 'read' ? seen.item : null
  const { rows, otherIds, countable } = list.ok ? list.value : noList
  const requests = requestsOf(orderItem, rows, item)
  // A row that hides its item today may show it tomorrow: it was there before as well.
  const nameless = rows.filter(row => row.order_item === null)
  const ids = [...requests, ...nameless].map(row => row.id)
  const ownIds = item === null ? [] : requestIdsOf(item)
  const baselineIds = [...new Set([...ids, ...ownIds, ...otherIds])].slice(0, 10_000)
  return ok({ requests, item, baselineIds, countable: countable && seen.kind === 'read' })
}

/** What main's answer is to the machine. A failure reply means that main refused before the first byte, with two exceptions. */
const eventOf = (attempt: number, reply: Reply<Outcome>): EntryEvent => {
  if (reply.ok) return { type: 'outcome', attempt, outcome: reply.value }
  const why = reply.failure
  const unknown: EntryEvent = { type: 'outcome', attempt, outcome: { kind: 'unknown', failure: why } }
  if (why.kind === 'conflict') return unknown
  if (why.kind === 'bad-input') return { type: 'outcome', attempt, outcome: { kind: 'rejected', failure: why } }
  // An error nobody foresaw may have come after the send.
  if (gateFor(why.kind) === null && why.kind !== 'refused' && why.kind !== 'not-found') return unknown
  if (why.kind === 'unreachable-after-send') return unknown
  return { type: 'never-started', failure: why }
}

/** Marks what may go as SENDING, each in a commit of its own; anything else is the reply of an entry that stays. */
const start = async (entry: Entry, sight: Sight, parts: StepParts): Promise<Reply<Entry>> => {
  const conflict = conflictBefore(entry, sight.requests, sight.item)
  if (conflict !== null) return parts.store.change(entry.id, { type: 'conflict-seen', ...conflict }, entry)
  const attempt = nextAttemptNo(entry)
  const { baselineIds } = sight
  return parts.store.change(entry.id, { type: 'send-started', attempt, baselineIds, startedAt: parts.now() }, entry)
}

/** What is still to be written down when the wire is free again. */
type Settle = () => Promise<readonly Reply<Entry>[]>

/** One send on the wire, of one entry or of several. Gates are closed when it resolves, so that the next in turn sees them. */
const transmit = async (sending: readonly Entry[], parts: StepParts): Promise<Settle> => {
  const { store, lists } = parts
  const numbers = sending.map(entry => lastAttempt(entry)?.no ?? 1)
  const touchAll = () => {
    for (const { accountId, orderItem } of sending) lists.touch(accountId, orderItem)
  }
  touchAll()
  const reply = await parts.send(sending, (index, outcome) => {
    const late = sending[index]
    if (late) void store.change(late.id, { type: 'outcome', attempt: numbers[index] ?? 1, outcome })
  })
  touchAll()
  for (const [index, entry] of sending.entries()) {
    const own = ofOne(reply, index)
    const why = own.ok ? (own.value.kind === 'not-sent' ? own.value.failure : null) : own.failure
    if (why !== null && why.code !== alreadyAttempted) parts.wentWrong(entry.accountId, why, false)
  }
  return () =>
    Promise.all(
      sending.map((entry, index) => store.change(entry.id, eventOf(numbers[index] ?? 1, ofOne(reply, index)), entry)),
    )
}

const ofOne = (reply: Reply<readonly Outcome[]>, index: number): Reply<Outcome> => {
  if (!reply.ok) return reply
  return ok(reply.value[index] ?? { kind: 'unknown', failure: failure('bug', { code: 'no-outcome' }) })
}

const lookAtAll = async (
  accountId: string,
  entries: readonly Entry[],
  parts: StepParts,
): Promise<readonly Reply<Sight>[]> => {
  const items = entries.map(entry => entry.orderItem)
  const list = await parts.lists.get(accountId, items)
  const readItem = itemReader(accountId, parts.main, parts.ask)
  const sights: Reply<Sight>[] = []
  for (const entry of entries) sights.push(await look(entry, list.reply, readItem, parts))
  return sights
}

/** What may go is marked and sent, anything else stays. A reply for each, in their order. */
const sendSeen = async (
  entries: readonly Entry[],
  sights: readonly Reply<Sight>[],
  parts: StepParts,
): Promise<Settle> => {
  const { store } = parts
  const [{ accountId } = { accountId: '' }] = entries
  const replies: Reply<Entry>[] = []
  for (const [index, entry] of entries.entries()) {
    const sight = sights[index] ?? failed(stopped)
    if (!sight.ok) replies.push(sight)
    else replies.push(parts.mayGoOn(accountId) ? await start(entry, sight.value, parts) : failed(stopped))
  }
  const sending = replies.flatMap(reply => (reply.ok && reply.value.state === 'SENDING' ? [reply.value] : []))
  if (sending.length === 0) return async () => replies
  // The commits took a moment: a pause or a sign-out in it still counts.
  const settle = parts.mayGoOn(accountId)
    ? await transmit(sending, parts)
    : () => Promise.all(sending.map(entry => store.change(entry.id, { type: 'never-started', failure: null }, entry)))
  return async () => {
    const ended = await settle()
    const endOf = new Map(sending.map((entry, index) => [entry.id, ended[index]]))
    return entries.map(({ id }, index) => endOf.get(id) ?? replies[index] ?? failed(stopped))
  }
}

/**
 * Sends queued entries of one account, those that the shop as it is now lets through; several go out as one bulk call.
 * The network is never inside a transaction. A reply for each, in their order.
 */
export const sendEntries = async (entries: readonly Entry[], parts: StepParts): Promise<readonly Reply<Entry>[]> => {
  const [{ accountId } = { accountId: '' }] = entries
  const known = await parts.identify(accountId)
  if (!known.ok) return entries.map(() => known)
  const seen = await lookAtAll(accountId, entries, parts)
  for (const [index, entry] of entries.entries()) {
    const sight = seen[index]
    // The user's page answers and this does not: the entry has to say why it waits, for no light will.
    if (sight && !sight.ok && gateFor(sight.failure.kind) === null)
      await parts.store.change(entry.id, { type: 'read-failed', failure: sight.failure }, entry)
  }
  if (!seen.some(sight => sight.ok)) return seen.map(sight => (sight.ok ? failed(stopped) : sight))
  const since = parts.now()
  const settle = await parts.inTurn(accountId, async () => {
    const waitedMs = parts.now() - since
    // What was seen before a long wait for the wire says nothing about now.
    const isOld = waitedMs < 0 || waitedMs > parts.timings.sightMs
    return sendSeen(entries, isOld ? await lookAtAll(accountId, entries, parts) : seen, parts)
  })
  return settle()
}

/** Looks whether an attempt without an answer had an effect. Never sends. */
export const readBackOne = async (entry: Entry, parts: StepParts): Promise<Reply<Entry>> => {
  const { store } = parts
  const attempt = lastAttempt(entry)
  if (attempt === undefined) return failed(failure('bug', { code: 'no-attempt' }))
  const known = await parts.identify(entry.accountId)
  if (!known.ok) return known
  const { accountId, orderItem } = entry
  const { startedAt, reply } = await parts.lists.get(accountId, [orderItem])
  const sight = await look(entry, reply, itemReader(accountId, parts.main, parts.ask), parts)
  // The next look at this item is to be another one.
  parts.lists.touch(accountId, orderItem)
  if (!sight.ok) {
    // The shop answers and can't be read: such a read counts for nothing, and after a day of them a person decides.
    const isItsOwn = gateFor(sight.failure.kind) === null
    const judgement = { kind: 'absent', itemDecided: false } as const
    if (isItsOwn) await store.change(entry.id, { type: 'read-back', judgement, countable: false, startedAt }, entry)
    // Absence needs reads in a row without a hole.
    else if (entry.absentReads.length > 0)
      await store.change(entry.id, { type: 'read-failed', failure: sight.failure }, entry)
    return sight
  }
  const judgement = judge(entry, attempt, sight.value.requests, sight.value.item)
  // After a refusal the item itself is enough: a shop without a list of requests shows them there.
  const countable = sight.value.countable || (attempt.outcome === 'refused-together' && sight.value.item !== null)
  return store.change(entry.id, { type: 'read-back', judgement, countable, startedAt }, entry)
}
