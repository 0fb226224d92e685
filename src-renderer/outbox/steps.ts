import type { Entry, Outcome } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import type { Connections } from '../connection/connections.ts'
import { gateFor } from '../connection/replies.ts'
import { requestIdsOf } from '../model/item-requests.ts'
import type { EntryStore } from './entry-store.ts'
import { judge, requestsOf } from './evidence.ts'
import type { EntryEvent } from './machine.ts'
import { conflictBefore, lastAttempt, nextAttemptNo } from './policy.ts'
import { isMissing, type ReadItem, type RequestList } from './reads.ts'
import type { OutboxShop } from './shop.ts'

/** What a step may use. */
export interface StepParts {
  readonly store: EntryStore
  readonly shop: OutboxShop
  readonly connections: Pick<Connections, 'identify' | 'mayWrite' | 'readFailed'>
  readonly now: () => number
}

/** Whether the account's requests may still go out, after something was awaited. */
const mayGoOn = (accountId: string, { store, connections }: StepParts): boolean =>
  store.closedGate(accountId) === null && connections.mayWrite(accountId)

/** Who is signed in. A disk that fails on the way stops the queue. */
const identify = async (accountId: string, { store, connections }: StepParts): Promise<Reply<true>> => {
  const known = await connections.identify(accountId)
  if (!known.ok) stopIfDiskFailed(known.failure, store)
  return known
}

const stopIfDiskFailed = ({ kind }: Failure, store: EntryStore): void => {
  if (gateFor(kind) === 'storage') store.storageFailed(new DOMException('', 'LedgerError'))
}

/**
 * Sends the queued entries of one account that meet no conflict at the shop; several are sent as one bulk call. No
 * transaction is open during a network call. A reply for each entry, in order.
 */
export const sendEntries = async (entries: readonly Entry[], parts: StepParts): Promise<readonly Reply<Entry>[]> => {
  const [{ accountId } = { accountId: '' }] = entries
  const known = await identify(accountId, parts)
  if (!known.ok) return entries.map(() => known)
  const seen = await lookAtAll(accountId, entries, parts)
  for (const [index, entry] of entries.entries()) {
    const view = seen[index]
    // The shop answers, but not for this entry: then only the entry can say why it waits.
    if (view && !view.ok && gateFor(view.failure.kind) === null)
      await parts.store.change(entry.id, { type: 'read-failed', failure: view.failure }, entry)
  }
  if (!seen.some(view => view.ok)) return seen.map(view => (view.ok ? failed(stopped) : view))
  const settle = await parts.shop.inTurn(accountId, async isLate =>
    sendSeen(entries, isLate ? await lookAtAll(accountId, entries, parts) : seen, parts),
  )
  return settle()
}

/** Looks whether an attempt without an answer had an effect. Sends nothing. */
export const readBackOne = async (entry: Entry, parts: StepParts): Promise<Reply<Entry>> => {
  const { store } = parts
  const attempt = lastAttempt(entry)
  if (attempt === undefined) return failed(failure('bug', { code: 'no-attempt' }))
  const known = await identify(entry.accountId, parts)
  if (!known.ok) return known
  const { accountId, orderItem } = entry
  const { shop } = parts
  const { startedAt, reply } = await shop.lists.get(accountId, [orderItem])
  const view = await look(entry, reply, shop.itemReader(accountId), parts)
  // The next read-back of this item needs a new read.
  shop.lists.touch(accountId, orderItem)
  if (!view.ok) {
    // The shop answers, but the read is unusable and does not count. After a day of such reads the user decides.
    const isItsOwn = gateFor(view.failure.kind) === null
    const judgement = { kind: 'absent', itemDecided: false } as const
    if (isItsOwn) await store.change(entry.id, { type: 'read-back', judgement, countable: false, startedAt }, entry)
    // A failed read breaks the row of absent reads.
    else if (entry.absentReads.length > 0)
      await store.change(entry.id, { type: 'read-failed', failure: view.failure }, entry)
    return view
  }
  const judgement = judge(entry, attempt, view.value.requests, view.value.item)
  // After a refusal the item alone is enough, because a shop without the list shows requests there.
  const countable = view.value.countable || (attempt.outcome === 'refused-together' && view.value.item !== null)
  return store.change(entry.id, { type: 'read-back', judgement, countable, startedAt }, entry)
}

interface ItemView {
  readonly requests: readonly CancellationRequest[]
  readonly item: OrderItem | null
  readonly baselineIds: readonly string[]
  readonly countable: boolean
}

const stopped = failure('conflict', { code: 'stopped' })

/** For a shop without the list: the order alone can prove that a request exists, but not that none does. */
const noList: RequestList = { rows: [], otherIds: [], countable: false }

/** What the shop shows of the entry's item now. Failures have closed their gates before this returns. */
const look = async (
  entry: Entry,
  list: Reply<RequestList>,
  readItem: ReadItem,
  parts: StepParts,
): Promise<Reply<ItemView>> => {
  const { store, connections } = parts
  const { accountId, orderItem } = entry
  const listFailed = (why: Failure) => {
    stopIfDiskFailed(why, store)
    connections.readFailed(accountId, why)
    return failed(why)
  }
  if (!list.ok && !isMissing(list.failure)) return listFailed(list.failure)
  const seen = await readItem(entry.about.orderId, orderItem)
  if (seen.kind === 'failed' && gateFor(seen.failure.kind) !== null) {
    stopIfDiskFailed(seen.failure, store)
    return failed(seen.failure)
  }
  // A shop without the list shows an item's requests in its order. With neither, a second request would go unnoticed.
  const hasView = list.ok || (seen.kind === 'read' && seen.item !== null)
  if (!list.ok && !hasView) return listFailed(list.failure)
  // An unreadable order stops only this entry. For a read-back the list alone may still show the request.
  if (seen.kind === 'failed' && entry.state === 'QUEUED') return failed(seen.failure)
  const item = seen.kind === 'read' ? seen.item : null
  const { rows, otherIds, countable } = list.ok ? list.value : noList
  const requests = requestsOf(orderItem, rows, item)
  // A row without its item may show it later, so it belongs to the baseline.
  const nameless = rows.filter(row => row.order_item === null)
  const ids = [...requests, ...nameless].map(row => row.id)
  const ownIds = item === null ? [] : requestIdsOf(item)
  const baselineIds = [...new Set([...ids, ...ownIds, ...otherIds])].slice(0, 10_000)
  return ok({ requests, item, baselineIds, countable: countable && seen.kind === 'read' })
}

/** The event for main's reply. A failure reply means that main refused before the first byte, with few exceptions. */
const eventOf = (attempt: number, reply: Reply<Outcome>): EntryEvent => {
  if (reply.ok) return { type: 'outcome', attempt, outcome: reply.value }
  const why = reply.failure
  const unknown: EntryEvent = { type: 'outcome', attempt, outcome: { kind: 'unknown', failure: why } }
  if (why.kind === 'conflict') return unknown
  if (why.kind === 'bad-input') return { type: 'outcome', attempt, outcome: { kind: 'rejected', failure: why } }
  // An unforeseen error may have come after the send.
  if (gateFor(why.kind) === null && why.kind !== 'refused' && why.kind !== 'not-found') return unknown
  if (why.kind === 'unreachable-after-send') return unknown
  return { type: 'never-started', failure: why }
}

/** Marks the entry as SENDING, unless a conflict needs the user. */
const start = async (entry: Entry, view: ItemView, parts: StepParts): Promise<Reply<Entry>> => {
  const conflict = conflictBefore(entry, view.requests, view.item)
  if (conflict !== null) return parts.store.change(entry.id, { type: 'conflict-seen', ...conflict }, entry)
  const attempt = nextAttemptNo(entry)
  const { baselineIds } = view
  return parts.store.change(entry.id, { type: 'send-started', attempt, baselineIds, startedAt: parts.now() }, entry)
}

/** Stores the outcomes, after the wire is free again. */
type Settle = () => Promise<readonly Reply<Entry>[]>

/**
 * One send, of one entry or of several. When it resolves, failures have closed their gates, so that the next send sees
 * them.
 */
const transmit = async (sending: readonly Entry[], parts: StepParts): Promise<Settle> => {
  const { store, shop } = parts
  const numbers = sending.map(entry => lastAttempt(entry)?.no ?? 1)
  const touchAll = () => {
    for (const { accountId, orderItem } of sending) shop.lists.touch(accountId, orderItem)
  }
  touchAll()
  const reply = await shop.send(sending, (index, outcome) => {
    const late = sending[index]
    if (late) void store.change(late.id, { type: 'outcome', attempt: numbers[index] ?? 1, outcome })
  })
  touchAll()
  for (const index of sending.keys()) {
    const own = ofOne(reply, index)
    if (!own.ok) stopIfDiskFailed(own.failure, store)
    else if (own.value.kind === 'not-sent') stopIfDiskFailed(own.value.failure, store)
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
): Promise<readonly Reply<ItemView>[]> => {
  const items = entries.map(entry => entry.orderItem)
  const list = await parts.shop.lists.get(accountId, items)
  const readItem = parts.shop.itemReader(accountId)
  const views: Reply<ItemView>[] = []
  for (const entry of entries) views.push(await look(entry, list.reply, readItem, parts))
  return views
}

/** Marks and sends the entries that may be sent. A reply for each entry, in order. */
const sendSeen = async (
  entries: readonly Entry[],
  views: readonly Reply<ItemView>[],
  parts: StepParts,
): Promise<Settle> => {
  const { store } = parts
  const [{ accountId } = { accountId: '' }] = entries
  const replies: Reply<Entry>[] = []
  for (const [index, entry] of entries.entries()) {
    const view = views[index] ?? failed(stopped)
    if (!view.ok) replies.push(view)
    else replies.push(mayGoOn(accountId, parts) ? await start(entry, view.value, parts) : failed(stopped))
  }
  const sending = replies.flatMap(reply => (reply.ok && reply.value.state === 'SENDING' ? [reply.value] : []))
  if (sending.length === 0) return async () => replies
  // A pause or a sign-out during the commits still counts.
  const settle = mayGoOn(accountId, parts)
    ? await transmit(sending, parts)
    : () => Promise.all(sending.map(entry => store.change(entry.id, { type: 'never-started', failure: null }, entry)))
  return async () => {
    const ended = await settle()
    const endOf = new Map(sending.map((entry, index) => [entry.id, ended[index]]))
    return entries.map(({ id }, index) => endOf.get(id) ?? replies[index] ?? failed(stopped))
  }
}
