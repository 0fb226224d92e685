import type { Failure, FailureKind } from '../../src-main/contract/failures.ts'
import { backoffMs, isOver, retryAfterMs } from './policy.ts'
import type { Moment, Timings } from './timings.ts'

/**
 * The gates of one account. They decide whether anything moves, never what an entry is: closing and opening all of
 * them leaves every entry byte for byte the same.
 */
export interface Gates {
  /** The shop does not answer usably; `probeAt` is when to ask again, `why` what it answered last. */
  readonly offline: { readonly probeAt: number; readonly why: Failure } | null
  /** The shop wants a sign-in. */
  readonly auth: { readonly probeAt: number; readonly why: Failure } | null
  readonly throttledUntil: number | null
  /** Somebody else is signed in where this account's user should be. */
  readonly otherUser: { readonly probeAt: number } | null
  /** Rounds in a row that failed; drives the back-off of the probe. */
  readonly strikes: number
  /** When the shop last said that our user is signed in. */
  readonly knownAt: number | null
  readonly lastProbeAt: number | null
}

export const freshGates: Gates = {
  offline: null,
  auth: null,
  throttledUntil: null,
  otherUser: null,
  strikes: 0,
  knownAt: null,
  lastProbeAt: null,
}

/** What the rest of the app says about an account. */
export interface Surroundings {
  readonly storageBroken: boolean
  readonly paused: boolean
  /** There is such an account on this machine, and it can send. */
  readonly isThere: boolean
  readonly signedIn: boolean
}

export type GateName = 'storage' | 'paused' | 'gone' | 'signed-out' | 'other-user' | 'auth' | 'throttled' | 'offline'

/** Which gate a failure closes. Null: it says something about one entry or one order only. */
export const gateFor = (kind: FailureKind): 'offline' | 'auth' | 'throttled' | 'storage' | null => {
  switch (kind) {
    case 'offline':
    case 'unreachable-after-send':
    case 'certificate':
    case 'bad-address':
    case 'locked':
      return 'offline'
    case 'signed-out':
    case 'csrf':
    case 'captcha':
    case 'otp':
      return 'auth'
    case 'throttled':
      return 'throttled'
    case 'storage':
      return 'storage'
    case 'rejected':
    case 'not-found':
    case 'conflict':
    case 'server-error':
    case 'not-json':
    case 'moved':
    case 'incompatible':
    case 'bad-input':
    case 'too-large':
    case 'no-answer':
    case 'refused':
    case 'bug':
      return null
  }
}

/** `wholeAccount`: the failed call was about the account (its list, its user), so that any failure means it doesn't answer. */
export const afterFailure = (gates: Gates, failure: Failure, wholeAccount: boolean, at: Moment): Gates => {
  const gate = gateFor(failure.kind) ?? (wholeAccount ? 'offline' : null)
  const strikes = gates.strikes + 1
  switch (gate) {
    case 'offline':
      return {
        ...gates,
        strikes,
        offline: { probeAt: at.now + backoffMs(strikes, at.random, at.timings), why: failure },
      }
    case 'auth':
      return { ...gates, knownAt: null, auth: { probeAt: at.now + at.timings.authProbeMs, why: failure } }
    case 'throttled':
      return { ...gates, throttledUntil: at.now + retryAfterMs(failure.retryAfterMs, at.timings) }
    case 'storage':
    case null:
      return gates
  }
}

/** The shop said who is signed in. */
export const afterIdentity = (gates: Gates, isOurUser: boolean, at: Moment): Gates =>
  isOurUser
    ? { ...gates, knownAt: at.now, offline: null, auth: null, otherUser: null }
    : { ...gates, knownAt: null, otherUser: { probeAt: at.now + at.timings.authProbeMs } }

/** A whole read went through: the line is good. */
export const afterRead = (gates: Gates): Gates => ({ ...gates, strikes: 0, offline: null })

/** Something may have changed outside: probe now. The scheduler keeps two probes apart, however often this is called. */
export const hurried = (gates: Gates, probeAt: number): Gates => ({
  ...gates,
  offline: gates.offline && { ...gates.offline, probeAt },
  auth: gates.auth && { ...gates.auth, probeAt },
  otherUser: gates.otherUser && { probeAt },
})

/** The user signed in, or another user did: nothing that was known about the session holds. */
export const forgotten = (gates: Gates, now: number): Gates => ({ ...hurried(gates, now), knownAt: null })

/** The gate that stops this account now; null when all are open. The gravest comes first. */
export const closedBy = (gates: Gates, around: Surroundings, now: number, timings: Timings): GateName | null => {
  if (around.storageBroken) return 'storage'
  if (around.paused) return 'paused'
  if (!around.isThere) return 'gone'
  if (!around.signedIn) return 'signed-out'
  if (gates.otherUser !== null) return 'other-user'
  if (gates.auth !== null) return 'auth'
  if (!isOver(gates.throttledUntil, now, timings.retryAfterMaxMs)) return 'throttled'
  if (gates.offline !== null) return 'offline'
  return null
}

/** Why nothing of an account is sent right now. */
export interface Standstill {
  readonly gate: GateName
  /** When the shop is asked again, ms since 1970; null when only an event from outside ends it. */
  readonly until: number | null
  /** What the shop or the line answered last, where that is why. */
  readonly why: Failure | null
}

/** Why a gate is closed, and until when the account is not asked again by itself; for the screens. */
export const standstillOf = (gates: Gates, gate: GateName): Standstill => {
  switch (gate) {
    case 'throttled':
      return { gate, until: gates.throttledUntil, why: null }
    case 'auth':
      return { gate, until: gates.auth?.probeAt ?? null, why: gates.auth?.why ?? null }
    case 'offline':
      return { gate, until: gates.offline?.probeAt ?? null, why: gates.offline?.why ?? null }
    case 'other-user':
      return { gate, until: gates.otherUser?.probeAt ?? null, why: null }
    case 'storage':
    case 'paused':
    case 'gone':
    case 'signed-out':
      return { gate, until: null, why: null }
  }
}

/** Whether the shop's word on who is signed in is fresh enough to send on. */
export const isIdentified = (gates: Gates, now: number, timings: Timings): boolean =>
  gates.knownAt !== null && now >= gates.knownAt && now - gates.knownAt < timings.identityMs
