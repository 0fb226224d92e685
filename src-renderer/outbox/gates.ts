import type { Failure, FailureKind } from '../../src-main/contract/failures.ts'
import { createWatched, type Settable, type Watched } from '../model/watched.ts'
import { backoffMs, isOver, retryAfterMs } from './policy.ts'
import type { Moment, Timings } from './timings.ts'

/**
 * The gates of one account. They decide whether anything is sent, and never change an entry: closing and opening all of
 * them leaves every entry byte for byte the same.
 */
export interface Gates {
  /** The shop gives no usable answer. `probeAt` is when to ask again, `why` the last failure. */
  readonly offline: { readonly probeAt: number; readonly why: Failure } | null
  /** The shop wants a sign-in. */
  readonly auth: { readonly probeAt: number; readonly why: Failure } | null
  readonly throttledUntil: number | null
  /** Another user is signed in at the shop. */
  readonly otherUser: { readonly probeAt: number } | null
  /** Failures in a row, for the back-off of the probe. */
  readonly strikes: number
  /** When the shop last confirmed that our user is signed in. */
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

/** What the rest of the app knows about an account. */
interface AccountFacts {
  readonly storageBroken: boolean
  readonly paused: boolean
  /** The account exists on this computer and can send. */
  readonly isThere: boolean
  readonly signedIn: boolean
}

export type GateName = 'storage' | 'paused' | 'gone' | 'signed-out' | 'other-user' | 'auth' | 'throttled' | 'offline'

/** The gate that a failure closes. Null when it concerns one entry or one order only. */
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

/**
 * `wholeAccount`: the call was about the account (its list, its user), so any failure means that the shop does not
 * answer.
 */
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

/** After the shop said who is signed in. */
export const afterIdentity = (gates: Gates, isOurUser: boolean, at: Moment): Gates =>
  isOurUser
    ? { ...gates, knownAt: at.now, offline: null, auth: null, otherUser: null }
    : { ...gates, knownAt: null, otherUser: { probeAt: at.now + at.timings.authProbeMs } }

/** After a complete read, which proves that the line works. */
export const afterRead = (gates: Gates): Gates => ({ ...gates, strikes: 0, offline: null })

/**
 * Probes are due at `probeAt`, because something may have changed outside. The scheduler limits how often it probes.
 */
export const probedAt = (gates: Gates, probeAt: number): Gates => ({
  ...gates,
  offline: gates.offline && { ...gates.offline, probeAt },
  auth: gates.auth && { ...gates.auth, probeAt },
  otherUser: gates.otherUser && { probeAt },
})

/** After any change of the accounts: what was known about the session no longer holds. */
export const afterAccountsChanged = (gates: Gates, now: number): Gates => ({ ...probedAt(gates, now), knownAt: null })

/** The gate that stops this account now, the gravest first; null when all are open. */
export const closedBy = (gates: Gates, facts: AccountFacts, now: number, timings: Timings): GateName | null => {
  if (facts.storageBroken) return 'storage'
  if (facts.paused) return 'paused'
  if (!facts.isThere) return 'gone'
  if (!facts.signedIn) return 'signed-out'
  if (gates.otherUser !== null) return 'other-user'
  if (gates.auth !== null) return 'auth'
  if (!isOver(gates.throttledUntil, now, timings.retryAfterMaxMs)) return 'throttled'
  if (gates.offline !== null) return 'offline'
  return null
}

/** Why nothing of an account is sent right now. */
export interface Standstill {
  readonly gate: GateName
  /** When the shop is asked again, ms since 1970; null when it waits for an event from outside. */
  readonly until: number | null
  /** The last failure, where that is the cause. */
  readonly why: Failure | null
}

/** Why a gate is closed and until when, for the screens. */
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

/** Whether the shop has confirmed recently enough who is signed in. */
export const isIdentified = (gates: Gates, now: number, timings: Timings): boolean =>
  gates.knownAt !== null && now >= gates.knownAt && now - gates.knownAt < timings.identityMs

/** Why each account's entries wait, for the screens, because gates change while entries do not. */
interface Standstills {
  readonly of: (accountId: string) => Watched<Standstill | null>
  /** Compares with the gates and informs the watchers of what changed. */
  readonly update: () => void
}

export function createStandstills(read: (accountId: string) => Standstill | null): Standstills {
  const watched = new Map<string, Settable<Standstill | null>>()
  return {
    of: accountId => {
      const known = watched.get(accountId)
      if (known) return known
      const fresh = createWatched(read(accountId))
      watched.set(accountId, fresh)
      return fresh
    },
    update: () => {
      for (const [accountId, standstill] of watched) {
        const next = read(accountId)
        if (!isSame(standstill.snapshot(), next)) standstill.set(next)
      }
    },
  }
}

const isSame = (a: Standstill | null, b: Standstill | null): boolean =>
  a?.gate === b?.gate && a?.until === b?.until && a?.why === b?.why
