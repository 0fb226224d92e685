import type { Account } from '../../src-main/contract/accounts.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import { type Clock, isOver, minuteMs, within } from '../model/clock.ts'
import { createWatched, type Watched } from '../model/watched.ts'
import { gateFor, judgeReply } from './replies.ts'

/** Every duration of a connection, ms. In one place, so that tests can shorten them. */
export interface ConnectionTimings {
  /** The wait before the first probe of a shop that does not answer. It doubles up to the longest. */
  readonly probeFirstMs: number
  readonly probeLongestMs: number
  /** After this a probe is given up. Main's own timeouts are shorter. */
  readonly probeDeadlineMs: number
  /** The least time between two probes, however often somebody asks for one. */
  readonly probeGapMs: number
  /** How often the shop is asked whether a session that it refused holds after all. */
  readonly authProbeMs: number
  /** How long the shop's answer about who is signed in is trusted. */
  readonly identityMs: number
  /** The shop's Retry-After is kept in this range. */
  readonly retryAfterMinMs: number
  readonly retryAfterMaxMs: number
}

export const connectionTimings: ConnectionTimings = {
  probeFirstMs: 1_000,
  probeLongestMs: 20_000,
  probeDeadlineMs: 45_000,
  probeGapMs: 1_000,
  authProbeMs: 5 * minuteMs,
  identityMs: 30_000,
  retryAfterMinMs: 1_000,
  retryAfterMaxMs: 15 * minuteMs,
}

/**
 * Why a connection lets nothing out. `gone`: the account is not on this computer, or it can't send. `auth`: the shop
 * wants a sign-in, a captcha or a code.
 */
export type ConnectionGate = 'gone' | 'signed-out' | 'other-user' | 'auth' | 'throttled' | 'offline'

export interface ClosedGate<G extends string> {
  readonly gate: G
  /** When it may open, ms since 1970; null when that depends on a person or on an answer under way. */
  readonly until: number | null
  /** The failure that closed it, where there is one. */
  readonly why: Failure | null
}

/** `opened`: by an answer of the shop or by a person. `waited-out`: a wait is over, and nothing has proved more. */
export type GateEvent = 'closed' | 'opened' | 'waited-out'

export interface ConnectionState {
  readonly shop: 'answering' | 'not-answering' | 'unknown'
  /** Why it does not answer, for the text beside the light. */
  readonly failure: Failure | null
  readonly session: 'signed-in' | 'signed-out'
  /** When the shop last answered, ms since 1970. */
  readonly lastAnswerAt: number | null
  /** The gravest closed gate; null when requests may go out. Reads go out through all but `other-user`. */
  readonly closed: ClosedGate<ConnectionGate> | null
}

interface ConnectionParts {
  readonly clock: Clock
  readonly timings: ConnectionTimings
  /** A cheap read. Returns the user whom the shop says is signed in. */
  readonly askUser: (account: Account) => Promise<Reply<Account['userId']>>
  /** The shop answers or the session holds, for the first time or again. */
  readonly onAnswering: () => void
  readonly onGate: (event: GateEvent) => void
}

/**
 * What is known of one account's shop and session. The only place that probes, and the only one that knows whether a
 * request may go out now. It never changes an entry.
 */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #state = createWatched<ConnectionState>({
    shop: 'unknown',
    failure: null,
    session: 'signed-out',
    lastAnswerAt: null,
    closed: { gate: 'gone', until: null, why: null },
  })
  #account: Account | null = null
  /** Counts lists of accounts: a probe's answer that began before the latest one may be about the previous user. */
  #changes = 0
  #blocked: Failure | null = null
  /** What it means when the block ends. */
  #unblocked: GateEvent = 'opened'
  #auth: Failure | null = null
  #isOtherUser = false
  #throttledUntil: number | null = null
  /** When the shop last confirmed that the account's own user is signed in. */
  #knownAt: number | null = null
  /** It answered until now. The next probe shows whether the shop is away or only one call failed. */
  #isDoubted = false
  /** Waits since the line last held. */
  #tries = 0
  #waitMs = 0
  #failedAt: number | null = null
  #lastProbeAt: number | null = null
  /** When to try the line again. */
  #retryAt: number | null = null
  /** When to ask who is signed in. */
  #askAt: number | null = null
  #probing: Promise<Reply<true>> | null = null
  #cancelTimer: (() => void) | null = null
  #isClosed = false

  constructor(parts: ConnectionParts) {
    this.#parts = parts
  }

  get state(): Watched<ConnectionState> {
    return this.#state
  }

  /** Takes a reply about the account. Every reply is taken once. */
  note(reply: Reply<unknown>): void {
    const isBack = this.#take(reply, false)
    this.#settle()
    if (isBack) this.#parts.onAnswering()
  }

  /** A read that the whole account needs failed: nothing is sent until the line has been tried again. */
  readFailed(why: Failure): void {
    this.#blocked = why
    // The line may be well. Then each request waits by its own back-off.
    if (gateFor(why.kind) === null) this.#unblocked = 'waited-out'
    this.#settle()
  }

  /** Ok when the shop says, or has just said, that the account's own user is signed in. */
  async identify(): Promise<Reply<true>> {
    const now = this.#parts.clock.now()
    const isKnown = this.#knownAt !== null && now >= this.#knownAt
    return isKnown && now - (this.#knownAt ?? 0) < this.#parts.timings.identityMs ? ok(true) : this.#probe()
  }

  /** Whether a request may go out: every gate is open, and the user is known. */
  get mayWrite(): boolean {
    return this.#closed() === null && this.#knownAt !== null
  }

  /** What the operating system reports: `offline` closes the gate, `online` only starts a probe. */
  networkChanged(online: boolean): void {
    this.#tries = 0
    if (online) this.#askAt = this.#parts.clock.now()
    else {
      // Go on probing: some computers report offline wrongly.
      this.#blocked = failure('offline')
      this.#retryAt = null
      this.#update({ shop: 'not-answering', failure: this.#blocked })
    }
    this.#settle()
  }

  /** Asks now about everything that is closed or in doubt. Something may have changed outside. */
  askNow(): void {
    if (this.#isInDoubt()) this.#askAt = this.#parts.clock.now()
    this.#settle()
  }

  /** After any change of the accounts: what was known about the session no longer holds. */
  accountsChanged(account: Account | null): void {
    const wasListedAs = this.#account?.signedIn ?? null
    this.#changes += 1
    this.#knownAt = null
    this.#account = account
    if (account === null) {
      this.#forget()
      return
    }
    if (account.signedIn !== wasListedAs) this.#update({ session: account.signedIn ? 'signed-in' : 'signed-out' })
    // The list says signed in and a reply said otherwise: a probe decides.
    if (account.signedIn && this.#isInDoubt()) this.#askAt = this.#parts.clock.now()
    this.#settle()
  }

  close(): void {
    this.#isClosed = true
    this.#cancelTimer?.()
  }

  #forget(): void {
    this.#blocked = null
    this.#auth = null
    this.#isOtherUser = false
    this.#throttledUntil = null
    this.#retryAt = null
    this.#askAt = null
    this.#update({ shop: 'unknown', failure: null, session: 'signed-out', lastAnswerAt: null })
    this.#settle()
  }

  /** True when the shop answers or the session holds again. */
  #take(reply: Reply<unknown>, isProbe: boolean): boolean {
    if (this.#isClosed) return false
    const { clock, timings } = this.#parts
    const verdict = judgeReply(reply)
    const before = this.#state.snapshot()
    // If one call always fails, the probe after it must not count as a comeback, which would pull everything again.
    const wasAway = before.shop !== 'answering' && !(before.shop === 'not-answering' && this.#isDoubted)
    const isSignedInAgain = before.session === 'signed-out' && verdict.session === 'signed-in'
    const session = verdict.session ? { session: verdict.session } : {}
    const now = clock.now()
    if (verdict.shop === 'answering') {
      this.#isDoubted = false
      this.#blocked = null
      this.#retryAt = null
      this.#update({ ...session, shop: 'answering', failure: null, lastAnswerAt: now })
    } else if (verdict.shop === 'not-answering' && !reply.ok) {
      if (before.shop === 'answering') this.#isDoubted = reply.failure.status !== null
      else if (isProbe) this.#isDoubted = false
      this.#update({ ...session, shop: 'not-answering', failure: reply.failure })
    } else this.#update(session)
    if (!reply.ok) {
      if (verdict.closes === 'offline') {
        this.#blocked = reply.failure
        this.#unblocked = 'opened'
      } else if (verdict.closes === 'auth') {
        this.#auth = reply.failure
        this.#knownAt = null
      } else if (verdict.closes === 'throttled') {
        const asked = reply.failure.retryAfterMs || 0
        this.#throttledUntil = now + Math.min(timings.retryAfterMaxMs, Math.max(timings.retryAfterMinMs, asked))
      }
    }
    if (isSignedInAgain && !isProbe && this.#isSessionInDoubt()) this.#askAt = now
    return verdict.shop === 'answering' && (wasAway || isSignedInAgain)
  }

  #probe(): Promise<Reply<true>> {
    this.#probing ??= this.#askWho().finally(() => {
      this.#probing = null
      this.#settle()
    })
    return this.#probing
  }

  async #askWho(): Promise<Reply<true>> {
    const { clock, timings, askUser, onAnswering } = this.#parts
    const account = this.#account
    if (account === null || this.#isClosed) return failed(failure('signed-out', { code: 'no-account' }))
    const changes = this.#changes
    this.#lastProbeAt = clock.now()
    this.#retryAt = null
    this.#askAt = null
    const late = () => failed(failure('offline', { code: 'deadline' }))
    const reply = await within(clock, timings.probeDeadlineMs, askUser(account), late).catch(() =>
      failed(failure('bug')),
    )
    if (changes !== this.#changes) {
      if (this.#isInDoubt()) this.#askAt = clock.now()
      return failed(failure('conflict', { code: 'accounts-changed' }))
    }
    if (!reply.ok) {
      const isBack = this.#take(reply, true)
      // The shop answers something, but not this: it is of no use now.
      if (judgeReply(reply).closes === null) this.#blocked = reply.failure
      this.#publish()
      if (isBack) onAnswering()
      return reply
    }
    this.#auth = null
    if (reply.value !== account.userId) {
      this.#isOtherUser = true
      this.#knownAt = null
      this.#blocked = null
      // For the lights: the shop answers, but the account's own user is not signed in.
      this.#update({ shop: 'answering', failure: null, session: 'signed-out', lastAnswerAt: clock.now() })
      return failed(failure('refused', { code: 'other-user' }))
    }
    this.#isOtherUser = false
    this.#knownAt = clock.now()
    const isBack = this.#take(reply, true)
    this.#publish()
    if (isBack) onAnswering()
    return ok(true)
  }

  #isSessionInDoubt(): boolean {
    if (this.#account === null) return false
    const { session } = this.#state.snapshot()
    return this.#auth !== null || this.#isOtherUser || !this.#account.signedIn || session === 'signed-out'
  }

  #isInDoubt(): boolean {
    return this.#isSessionInDoubt() || this.#isLineInDoubt()
  }

  #isLineInDoubt(): boolean {
    return this.#blocked !== null || this.#state.snapshot().shop === 'not-answering'
  }

  /** Publishes what changed, and sets the timer for what is due next. */
  #settle(): void {
    if (this.#isClosed) return
    const now = this.#parts.clock.now()
    if (isOver(this.#throttledUntil, now, this.#parts.timings.retryAfterMaxMs)) this.#throttledUntil = null
    if (this.#probing === null) {
      if (this.#isLineInDoubt()) this.#retryLater(now)
      if (!this.#isSessionInDoubt() && this.#askAt !== null && this.#askAt > now) this.#askAt = null
      if (this.#isSessionInDoubt()) this.#askAt ??= now + this.#parts.timings.authProbeMs
    }
    this.#publish()
    this.#arm()
  }

  #retryLater(now: number): void {
    if (this.#retryAt !== null) return
    const { clock, timings } = this.#parts
    const { lastAnswerAt } = this.#state.snapshot()
    // The waits begin anew when the line has held for longer than the last one. A line that breaks at once after each
    // probe must not be tried every second.
    const hasAnswered = this.#failedAt !== null && lastAnswerAt !== null && lastAnswerAt >= this.#failedAt
    if (hasAnswered && now - (this.#failedAt ?? now) >= 2 * this.#waitMs) this.#tries = 0
    this.#failedAt = now
    this.#waitMs = Math.min(timings.probeLongestMs, timings.probeFirstMs * 2 ** Math.min(this.#tries, 10))
    this.#tries += 1
    // Up to a fifth less, so that many computers behind one router do not ask at the same time.
    this.#retryAt = now + this.#waitMs * (1 - clock.random() * 0.2)
  }

  #arm(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#account === null) return
    const { clock, timings } = this.#parts
    const now = clock.now()
    const throttledMs = this.#throttledUntil === null ? 0 : this.#throttledUntil - now
    const probeMs = this.#probing === null ? this.#msToProbe(now, throttledMs) : null
    if (probeMs !== null && probeMs <= 0) {
      this.#due(now)
      return
    }
    const waits = [probeMs, throttledMs > 0 ? throttledMs : null].filter(ms => ms !== null)
    if (waits.length === 0) return
    const longest = Math.max(timings.retryAfterMaxMs, timings.authProbeMs)
    const waitMs = Math.min(longest, Math.max(1, Math.ceil(Math.min(...waits))))
    this.#cancelTimer = clock.after(waitMs, () => this.#settle())
  }

  /** How long to wait before the next probe; null when none is planned. */
  #msToProbe(now: number, throttledMs: number): number | null {
    const { probeLongestMs, authProbeMs, probeGapMs } = this.#parts.timings
    const until = (at: number | null, longest: number) => (at === null ? [] : [isOver(at, now, longest) ? 0 : at - now])
    const planned = [...until(this.#retryAt, probeLongestMs), ...until(this.#askAt, authProbeMs)]
    if (planned.length === 0) return null
    const [gapMs = 0] = until(this.#lastProbeAt === null ? null : this.#lastProbeAt + probeGapMs, probeGapMs)
    return Math.max(Math.min(...planned), gapMs, throttledMs)
  }

  #due(now: number): void {
    const isLineAway = this.#state.snapshot().shop === 'not-answering'
    const isAsked = this.#askAt !== null && isOver(this.#askAt, now, this.#parts.timings.authProbeMs)
    if (isAsked || isLineAway) {
      void this.#probe()
      return
    }
    // The shop answers others. What failed is tried again by the next request, not by a probe that nobody needs.
    this.#retryAt = null
    this.#blocked = null
    this.#unblocked = 'waited-out'
    this.#settle()
  }

  #closed(): ClosedGate<ConnectionGate> | null {
    const account = this.#account
    if (account === null || account.kind !== 'customer') return { gate: 'gone', until: null, why: null }
    if (!account.signedIn) return { gate: 'signed-out', until: null, why: null }
    if (this.#isOtherUser) return { gate: 'other-user', until: this.#askAt, why: null }
    if (this.#auth !== null) return { gate: 'auth', until: this.#askAt, why: this.#auth }
    if (this.#throttledUntil !== null) return { gate: 'throttled', until: this.#throttledUntil, why: null }
    if (this.#blocked !== null) return { gate: 'offline', until: this.#retryAt, why: this.#blocked }
    return null
  }

  #publish(): void {
    const { closed: before } = this.#state.snapshot()
    const after = this.#closed()
    if (!isSameGate(before, after)) this.#update({ closed: after })
    if (before?.gate === after?.gate) return
    if (after !== null) this.#parts.onGate('closed')
    else if (before?.gate === 'throttled') this.#parts.onGate('waited-out')
    else this.#parts.onGate(before?.gate === 'offline' ? this.#unblocked : 'opened')
  }

  #update(change: Partial<ConnectionState>): void {
    this.#state.set({ ...this.#state.snapshot(), ...change })
  }
}

export const isSameGate = <G extends string>(a: ClosedGate<G> | null, b: ClosedGate<G> | null): boolean =>
  a?.gate === b?.gate && a?.until === b?.until && a?.why === b?.why
