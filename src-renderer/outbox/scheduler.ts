import type { Entry } from '../../src-main/contract/entries.ts'
import { type GateName, type Gates, gateFor } from './gates.ts'
import { undoIsOver } from './machine.ts'
import { isDone, isOver, readBackCapMs } from './policy.ts'
import type { Timings } from './timings.ts'

export type Step =
  /** Several of one account go out as one bulk call. */
  | { readonly kind: 'send'; readonly entries: readonly Entry[] }
  | { readonly kind: 'read-back'; readonly entry: Entry }
  | { readonly kind: 'probe'; readonly accountId: string }
  /** A discarded entry that can no longer be had back. */
  | { readonly kind: 'forget'; readonly entry: Entry }

export interface AccountState {
  readonly gates: Gates
  readonly closed: GateName | null
  /** Steps of this account that are under way. */
  readonly underWay: number
  readonly probing: boolean
  /** The shop has not said that it knows no bulk call. */
  readonly bulk: boolean
}

export interface Situation {
  /** In any order; `seq` decides. */
  readonly entries: readonly Entry[]
  readonly account: (accountId: string) => AccountState
  /** Ids of entries with a step under way. */
  readonly busy: ReadonlySet<string>
  /** Ids of entries whose own waiting time is void: somebody asked, or the line came back. */
  readonly urgent: ReadonlySet<string>
  readonly now: number
  readonly timings: Timings
}

export interface Plan {
  readonly steps: readonly Step[]
  /** When to look again if nothing happens before; null: only an event can change anything. */
  readonly wakeAt: number | null
}

/** On its way: the shop may have it or be about to. */
const isOut = (entry: Entry): boolean => entry.state === 'SENDING' || entry.state === 'UNKNOWN'

/**
 * The first entry of every lane (account, order item) that is not over. Nothing behind it moves: not while it is on
 * its way, and not while it waits for a person. One that came back from being discarded waits for what went meanwhile.
 */
export const laneHeads = (entries: readonly Entry[]): Entry[] => {
  const heads = new Map<string, Entry>()
  for (const entry of [...entries].filter(one => !isDone(one)).sort((a, b) => a.seq - b.seq)) {
    const lane = JSON.stringify([entry.accountId, entry.orderItem])
    const head = heads.get(lane)
    if (head === undefined || (isOut(entry) && !isOut(head))) heads.set(lane, entry)
  }
  return [...heads.values()]
}

/** What an entry has to wait for in its lane: see `laneHeads`. Null when it is the head itself. */
export const entryBefore = (entry: Entry, entries: readonly Entry[]): Entry | null => {
  const { accountId, orderItem } = entry
  const lane = entries.filter(one => one.accountId === accountId && one.orderItem === orderItem)
  const [head = entry] = laneHeads(lane)
  return head.id === entry.id ? null : head
}

/** What the contract lets through in one call. */
const mostTogether = 100

/** Whether an entry may share a call. One that the shop may have seen goes alone: only then is the answer its own. */
const isJoinable = ({ batch, attempts }: Entry): boolean =>
  batch !== undefined &&
  attempts.every(one => one.outcome === 'not-sent' && one.failure !== null && gateFor(one.failure.kind) !== null)

const capOf = (entry: Entry, timings: Timings): number =>
  entry.state === 'UNKNOWN' ? readBackCapMs(timings) : timings.backoffCapMs

/**
 * When a closed account is looked at again; null when only an event from outside opens it. All that its gates wait for
 * must be over, not only what the shown gate waits for: a probe that fails may have closed another one.
 */
const gateWake = (
  { gates, closed }: AccountState,
  now: number,
  timings: Timings,
): { at: number; probe: boolean } | null => {
  // A shop may have said "signed out" by mistake, so that one is asked now and then; main keeps quiet for who left.
  if (closed === null || closed === 'storage' || closed === 'paused' || closed === 'gone') return null
  const probeGapMs = closed === 'signed-out' ? timings.authProbeMs : timings.probeGapMs
  const nextProbe = gates.lastProbeAt === null ? null : gates.lastProbeAt + probeGapMs
  const waits: readonly (readonly [number | null | undefined, number])[] = [
    [gates.offline?.probeAt, timings.backoffCapMs],
    [gates.auth?.probeAt, timings.authProbeMs],
    [gates.otherUser?.probeAt, timings.authProbeMs],
    [gates.throttledUntil, timings.retryAfterMaxMs],
    [nextProbe, probeGapMs],
  ]
  const pending = waits.flatMap(([at, cap]) => (at == null || isOver(at, now, cap) ? [] : [at]))
  return { at: Math.max(now, ...pending), probe: closed !== 'throttled' }
}

/** What to start now and when to look again. Pure: the same situation gives the same plan. */
export const plan = (situation: Situation): Plan => {
  const { now, timings, busy, urgent } = situation
  const steps: Step[] = []
  const started = new Map<string, number>()
  const gated = new Set<string>()
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
    if (account.closed !== null) {
      if (gated.has(accountId)) continue
      gated.add(accountId)
      const gate = gateWake(account, now, timings)
      if (gate === null || account.probing) continue
      if (gate.at <= now && gate.probe) steps.push({ kind: 'probe', accountId })
      else wake(gate.at)
      continue
    }
    if (taken.has(entry.id)) continue
    if (!isDue(entry)) {
      wake(entry.nextAt ?? now)
      continue
    }
    const underWay = account.underWay + (started.get(accountId) ?? 0)
    // The step that ends causes the next look.
    if (underWay >= timings.stepsPerAccount) continue
    started.set(accountId, (started.get(accountId) ?? 0) + 1)
    const step: Step =
      entry.state === 'QUEUED' ? { kind: 'send', entries: companyOf(entry) } : { kind: 'read-back', entry }
    for (const one of step.kind === 'send' ? step.entries : [entry]) taken.add(one.id)
    steps.push(step)
  }
  return { steps, wakeAt }
}
