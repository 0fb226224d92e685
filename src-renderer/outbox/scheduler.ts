import type { Entry } from '../../src-main/contract/entries.ts'
import type { GateName, Gates } from './gates.ts'
import { isOver, readBackCapMs } from './policy.ts'
import type { Timings } from './timings.ts'

export type Step =
  | { readonly kind: 'send'; readonly entry: Entry }
  | { readonly kind: 'read-back'; readonly entry: Entry }
  | { readonly kind: 'probe'; readonly accountId: string }

export interface AccountState {
  readonly gates: Gates
  readonly closed: GateName | null
  /** Steps of this account that are on the wire. */
  readonly onWire: number
  readonly probing: boolean
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

const isDone = (entry: Entry): boolean => entry.state === 'CONFIRMED' || entry.state === 'DROPPED'

/**
 * The first entry of every lane (account, order item) that is not over. Nothing behind it moves: not while it is on
 * its way, and not while it waits for a person.
 */
export const laneHeads = (entries: readonly Entry[]): Entry[] => {
  const heads = new Map<string, Entry>()
  for (const entry of [...entries].filter(one => !isDone(one)).sort((a, b) => a.seq - b.seq)) {
    const lane = JSON.stringify([entry.accountId, entry.orderItem])
    if (!heads.has(lane)) heads.set(lane, entry)
  }
  return [...heads.values()]
}

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

  for (const entry of laneHeads(situation.entries)) {
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
    if (busy.has(entry.id)) continue
    if (!urgent.has(entry.id) && !isOver(entry.nextAt, now, capOf(entry, timings))) {
      wake(entry.nextAt ?? now)
      continue
    }
    const onWire = account.onWire + (started.get(accountId) ?? 0)
    // The step that leaves the wire causes the next look.
    if (onWire >= timings.wirePerAccount) continue
    started.set(accountId, (started.get(accountId) ?? 0) + 1)
    steps.push({ kind: entry.state === 'QUEUED' ? 'send' : 'read-back', entry })
  }
  return { steps, wakeAt }
}
