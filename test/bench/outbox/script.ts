import type { CancellationPayload } from '../../../src-main/contract/commands.ts'

/** One thing that a person wants: a cancellation request for one order item. */
export interface Intent {
  readonly id: string
  readonly orderId: string
  readonly payload: CancellationPayload
  /** Milliseconds since the script began. */
  readonly at: number
}

/** What the shop does with a POST that it has read to its end. Unless it says otherwise, the next one of the same intent is answered well. */
export type Fault =
  /** Done; the connection is reset instead of an answer. */
  | 'answer-lost'
  /** Not done; the connection is reset. */
  | 'reset-before'
  | '500-after'
  | '500-before'
  /** A gateway's page; not done. */
  | '503-page'
  /** 403 before any view runs; the cookie that comes with it is a new token. */
  | 'csrf'
  /** 429 with `Retry-After: 1`. */
  | 'throttled'
  /** Done; answered before the client gives up. */
  | 'slow'
  /** Done; answered after the client gave up. */
  | 'too-slow'
  /** 400 with a field error, every time: the shop does not want it. */
  | 'refused'
  /** Done; the client's process dies before the answer. */
  | 'killed-after'
  /** The client's process dies while the shop reads; not done. */
  | 'killed-before'

/** A stretch of the script's time, milliseconds since it began. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Script {
  readonly seed: number
  readonly intents: readonly Intent[]
  /** By intent, for its first POST; `refused` for all of them. */
  readonly faults: ReadonlyMap<string, Fault>
  /** Nothing listens; the client's machine says offline and online. */
  readonly offline: readonly Span[]
  /** The session has ended: 401 for everything; at the end of it the person signs in. */
  readonly signedOut: readonly Span[]
  /** The client's process dies, whatever it is doing. */
  readonly kills: readonly number[]
  /** When everything has been submitted and the faults that go by the clock are over. */
  readonly endsAt: number
}

/** Everything that has to do with time is this much faster than life: a second here stands for twenty. */
export const timeScale = 20

const faultCounts: readonly (readonly [Fault, number])[] = [
  ['answer-lost', 14],
  ['reset-before', 10],
  ['500-after', 8],
  ['500-before', 8],
  ['503-page', 8],
  ['csrf', 8],
  ['throttled', 6],
  ['slow', 10],
  ['too-slow', 8],
  ['refused', 10],
]

const killFaults: readonly Fault[] = Array.from({ length: 10 }, (_, n) =>
  n % 2 === 0 ? 'killed-after' : 'killed-before',
)

const scriptIntents = 200
const linesOfAnOrder = 4
const submitEveryMs = 50
/** After an outage everything goes out at once. */
const quietMs = 500

/** Numbers from 0 to 1 out of a seed (mulberry32): the same seed gives the same script. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The intents, one every `everyMs`. */
export function makeIntents(count: number, everyMs: number): Intent[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `intent-${String(index).padStart(4, '0')}`,
    orderId: String(1 + Math.floor(index / linesOfAnOrder)),
    payload: { order_item: String(10_000 + index), cancellation_type: 'cancel', reason: '3' },
    at: index * everyMs,
  }))
}

/** The whole script, out of one seed. */
export function makeScript(seed: number): Script {
  const random = randomFrom(seed)
  const intents = makeIntents(scriptIntents, submitEveryMs)
  const lasts = scriptIntents * submitEveryMs
  const offline = [span(lasts, 0.2, 0.35), span(lasts, 0.7, 0.8)]
  const signedOut = [span(lasts, 0.45, 0.6)]
  const kills = [lasts * 0.15, lasts * 0.28, lasts * 0.52]
  // A process that dies takes all that is under way with it, so these come one at a time and in quiet moments.
  const isQuiet = ({ at }: Intent) => [...offline, ...signedOut].every(({ from, to }) => at < from || at > to + quietMs)
  const quiet = intents.filter(isQuiet)
  const deaths = killFaults.map(
    (fault, index) => [quiet[Math.floor(((index + random()) * quiet.length) / killFaults.length)], fault] as const,
  )
  const faults = new Map(deaths.flatMap(([intent, fault]) => (intent ? [[intent.id, fault] as const] : [])))
  const order = intents
    .filter(({ id }) => !faults.has(id))
    .map(({ id }) => ({ id, key: random() }))
    .sort((a, b) => a.key - b.key)
  for (const [fault, times] of faultCounts) for (const { id } of order.splice(0, times)) faults.set(id, fault)
  return { seed, intents, faults, offline, signedOut, kills, endsAt: lasts }
}

const span = (lasts: number, from: number, to: number): Span => ({ from: lasts * from, to: lasts * to })
