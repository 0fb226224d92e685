import type { Entry } from '../../src-main/contract/entries.ts'
import { gateFor } from '../connection/replies.ts'
import { isOver } from '../model/clock.ts'
import { undoIsOver } from './machine.ts'
import { isDone, readBackCapMs } from './policy.ts'
import type { Timings } from './timings.ts'

type Step =
  /** Several entries of one account are sent as one bulk call. */
  | { readonly kind: 'send'; readonly entries: readonly Entry[] }
  | { readonly kind: 'read-back'; readonly entry: Entry }
  /** A discarded entry whose undo is over. */
  | { readonly kind: 'forget'; readonly entry: Entry }

export interface AccountState {
  /** Whether a gate is closed. It opens by an event, so nothing is planned behind it. */
  readonly closed: boolean
  /** How many steps of this account are running. */
  readonly underWay: number
  /** Whether the shop may know the bulk call. */
  readonly bulk: boolean
}

interface Situation {
  /** In any order: `seq` decides. */
  readonly entries: readonly Entry[]
  readonly account: (accountId: string) => AccountState
  /** Ids of entries with a running step. */
  readonly busy: ReadonlySet<string>
  /** Ids of entries that do not wait any longer, because the line came back. */
  readonly urgent: ReadonlySet<string>
  readonly now: number
  readonly timings: Timings
}

interface Plan {
  readonly steps: readonly Step[]
  /** When to plan again if nothing happens before. Null when only an event can change anything. */
  readonly wakeAt: number | null
}

/** What to start now, and when to plan again. Pure: the same situation gives the same plan. */
export const plan = (situation: Situation): Plan => {
  const { now, timings, busy, urgent } = situation
  const steps: Step[] = []
  const started = new Map<string, number>()
  let wakeAt: number | null = null
  const wake = (at: number): void => {
    wakeAt = wakeAt === null ? at : Math.min(wakeAt, at)
  }

  for (const entry of situation.entries) {
    if (entry.undo === undefined || busy.has(entry.id)) continue
    if (undoIsOver(entry.undo, situation)) steps.push({ kind: 'forget', entry })
    else wake(entry.undo.until)
  }
  const heads = laneHeads(situation.entries)
  const taken = new Set(busy)
  const isDue = (entry: Entry) => urgent.has(entry.id) || isOver(entry.nextAt, now, capOf(entry, timings))
  const companyOf = (entry: Entry): readonly Entry[] => {
    const { accountId, batch } = entry
    if (!isJoinable(entry) || !situation.account(accountId).bulk) return [entry]
    const ofBatch = heads.filter(one => one.accountId === accountId && one.batch === batch && one.state === 'QUEUED')
    return ofBatch.filter(one => isJoinable(one) && isDue(one) && !taken.has(one.id)).slice(0, mostTogether)
  }

  for (const entry of heads) {
    if (entry.state !== 'QUEUED' && entry.state !== 'UNKNOWN') continue
    const { accountId } = entry
    const account = situation.account(accountId)
    if (account.closed) continue
    if (taken.has(entry.id)) continue
    if (!isDue(entry)) {
      wake(entry.nextAt ?? now)
      continue
    }
    const underWay = account.underWay + (started.get(accountId) ?? 0)
    // The next step that ends causes a new plan.
    if (underWay >= timings.stepsPerAccount) continue
    started.set(accountId, (started.get(accountId) ?? 0) + 1)
    const step: Step =
      entry.state === 'QUEUED' ? { kind: 'send', entries: companyOf(entry) } : { kind: 'read-back', entry }
    for (const one of step.kind === 'send' ? step.entries : [entry]) taken.add(one.id)
    steps.push(step)
  }
  return { steps, wakeAt }
}

/**
 * The head of each lane (account, order item): its first entry that is not over. Entries behind it wait, also while it
 * waits for the user. An entry whose discard was undone waits for one that was sent in the meantime.
 */
const laneHeads = (entries: readonly Entry[]): Entry[] => {
  const heads = new Map<string, Entry>()
  for (const entry of [...entries].filter(one => !isDone(one)).sort((a, b) => a.seq - b.seq)) {
    const lane = JSON.stringify([entry.accountId, entry.orderItem])
    const head = heads.get(lane)
    if (head === undefined || (isOut(entry) && !isOut(head))) heads.set(lane, entry)
  }
  return [...heads.values()]
}

/** The entry that this one waits for in its lane. Null when it is the head itself. */
export const entryBefore = (entry: Entry, entries: readonly Entry[]): Entry | null => {
  const { accountId, orderItem } = entry
  const lane = entries.filter(one => one.accountId === accountId && one.orderItem === orderItem)
  const [head = entry] = laneHeads(lane)
  return head.id === entry.id ? null : head
}

/** The shop may have the request, or is about to get it. */
const isOut = (entry: Entry): boolean => entry.state === 'SENDING' || entry.state === 'UNKNOWN'

/** The most entries that the contract allows in one call. */
const mostTogether = 100

/**
 * Whether an entry may share a call. An entry that the shop may have seen is sent alone, so that the answer is its own.
 */
const isJoinable = ({ batch, attempts }: Entry): boolean =>
  batch !== undefined &&
  attempts.every(one => one.outcome === 'not-sent' && one.failure !== null && gateFor(one.failure.kind) !== null)

const capOf = (entry: Entry, timings: Timings): number =>
  entry.state === 'UNKNOWN' ? readBackCapMs(timings) : timings.backoffCapMs
