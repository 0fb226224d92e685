import type { AccountList } from '../../src-main/contract/accounts.ts'
import { type Failure, failure, type Reply } from '../../src-main/contract/failures.ts'
import { createWatched, type Settable, type Watched } from '../model/watched.ts'
import { judgeReply } from './replies.ts'

export interface SignalState {
  readonly shop: 'answering' | 'not-answering' | 'unknown'
  /** Why it does not answer, for the text beside the light. */
  readonly failure: Failure | null
  readonly session: 'signed-in' | 'signed-out'
  /** When the shop last answered, ms since 1970. */
  readonly lastAnswerAt: number | null
}

/** Two of the three signals of an account; the third, unsent requests, comes from the outbox. */
export interface Signals {
  readonly of: (accountId: string) => Watched<SignalState>
  /** Takes every reply for an account, once. */
  readonly note: (accountId: string, reply: Reply<unknown>) => void
  /** What navigator reports: `offline` may close the gate, `online` only starts a probe. */
  readonly networkChanged: (online: boolean) => void
}

interface SignalsParts {
  /** A cheap read for this account. The signals note its reply themselves. */
  readonly probe: (accountId: string) => Promise<Reply<unknown>>
  /** Called when the shop answers or the session holds, for the first time or again: time to send and sync. */
  readonly onAnswering?: (accountId: string) => void
  readonly now?: () => number
  /** Runs `work` after `ms`; the returned function cancels it. */
  readonly later?: (work: () => void, ms: number) => () => void
  readonly random?: () => number
}

interface LiveSignals extends Signals {
  /** Follows sign-in and sign-out, and forgets removed accounts. */
  readonly accountsChanged: (list: AccountList) => void
  /** Asks once for each account that counts as signed out: the refusal may have been the shop's mistake. */
  readonly askSignedOut: () => void
  readonly close: () => void
}

const FIRST_MS = 1_000
/** The longest wait before a shop that does not answer is asked again. */
export const slowestProbeMs = 20_000
/** After this a probe is given up; main's own timeouts are shorter. */
const PROBE_MS = 45_000

interface Watch {
  readonly state: Settable<SignalState>
  tries: number
  /** Cancels the scheduled probe; null when there is none. */
  cancel: (() => void) | null
  /** Counts probes, so that a late answer is not taken for the current probe's. */
  probe: number
  isProbing: boolean
  /** It answered until now. The next probe shows whether the shop is away or only one call failed. */
  isDoubted: boolean
  /** `signedIn` in main's latest list. Only its changes count, because replies are newer. */
  listedAs: boolean | null
}

const UNKNOWN: SignalState = { shop: 'unknown', failure: null, session: 'signed-out', lastAnswerAt: null }

function afterDelay(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Whether each account's shop answers and its session holds. Probes a shop that does not answer. */
export function createSignals(parts: SignalsParts): LiveSignals {
  const { now = Date.now, later = afterDelay, random = Math.random } = parts
  const watches = new Map<string, Watch>()
  let isClosed = false

  const watchOf = (accountId: string): Watch => {
    const known = watches.get(accountId)
    if (known) return known
    const fresh: Watch = {
      state: createWatched(UNKNOWN),
      tries: 0,
      cancel: null,
      probe: 0,
      isProbing: false,
      isDoubted: false,
      listedAs: null,
    }
    watches.set(accountId, fresh)
    return fresh
  }
  const isWatched = (accountId: string, watch: Watch): boolean => !isClosed && watches.get(accountId) === watch

  const update = (watch: Watch, change: Partial<SignalState>): void => {
    const state = watch.state.snapshot()
    watch.state.set({ ...state, ...change })
  }
  const cancel = (watch: Watch): void => {
    watch.cancel?.()
    watch.cancel = null
  }

  const schedule = (accountId: string, watch: Watch): void => {
    if (watch.cancel || watch.isProbing || !isWatched(accountId, watch)) return
    const delayMs = Math.min(slowestProbeMs, FIRST_MS * 2 ** Math.min(watch.tries, 10))
    watch.tries += 1
    // Up to a fifth less, so that many computers behind one router do not ask at the same time.
    const cancelTimer = later(
      () => {
        watch.cancel = null
        void ask(accountId, watch)
      },
      delayMs * (1 - random() * 0.2),
    )
    watch.cancel = cancelTimer
  }

  const ask = async (accountId: string, watch: Watch): Promise<void> => {
    if (watch.isProbing || !isWatched(accountId, watch)) return
    cancel(watch)
    watch.isProbing = true
    watch.probe += 1
    const mine = watch.probe
    const finish = (reply: Reply<unknown> | null): void => {
      if (watch.probe !== mine || !watch.isProbing || !isWatched(accountId, watch)) return
      watch.isProbing = false
      if (reply) note(accountId, reply, true)
      if (watch.state.snapshot().shop === 'not-answering') schedule(accountId, watch)
    }
    const giveUp = later(() => finish(null), PROBE_MS)
    try {
      finish(await parts.probe(accountId))
    } catch {
      finish(null)
    } finally {
      giveUp()
    }
  }

  const note = (accountId: string, reply: Reply<unknown>, isProbe = false): void => {
    if (isClosed) return
    const watch = watchOf(accountId)
    const verdict = judgeReply(reply)
    const before = watch.state.snapshot()
    // If one call always fails, the probe after it must not count as a comeback, which would pull everything again.
    const wasAway = before.shop !== 'answering' && !(before.shop === 'not-answering' && watch.isDoubted)
    const isBack = wasAway || (before.session === 'signed-out' && verdict.session === 'signed-in')
    const session = verdict.session ? { session: verdict.session } : {}
    if (verdict.shop === 'answering') {
      watch.tries = 0
      watch.isDoubted = false
      cancel(watch)
      update(watch, { ...session, shop: 'answering', failure: null, lastAnswerAt: now() })
      if (isBack) parts.onAnswering?.(accountId)
    } else if (verdict.shop === 'not-answering' && !reply.ok) {
      if (before.shop === 'answering') watch.isDoubted = reply.failure.status !== null
      else if (isProbe) watch.isDoubted = false
      update(watch, { ...session, shop: 'not-answering', failure: reply.failure })
      schedule(accountId, watch)
    } else if (verdict.session) update(watch, session)
  }

  const networkChanged = (online: boolean): void => {
    for (const [accountId, watch] of watches) {
      watch.tries = 0
      if (online) void ask(accountId, watch)
      else {
        // Go on probing: some computers report offline wrongly.
        update(watch, { shop: 'not-answering', failure: failure('offline') })
        cancel(watch)
        schedule(accountId, watch)
      }
    }
  }

  const accountsChanged = ({ accounts }: AccountList): void => {
    const ids = new Set(accounts.map(account => account.id))
    for (const [id, watch] of watches) {
      if (ids.has(id)) continue
      cancel(watch)
      watches.delete(id)
    }
    for (const { id, signedIn } of accounts) {
      const watch = watchOf(id)
      if (watch.listedAs === signedIn) {
        // The list says signed in, a reply said signed out: let a probe decide.
        if (signedIn && watch.state.snapshot().session === 'signed-out') void ask(id, watch)
        continue
      }
      watch.listedAs = signedIn
      update(watch, { session: signedIn ? 'signed-in' : 'signed-out' })
    }
  }

  return {
    of: accountId => watchOf(accountId).state,
    note: (accountId, reply) => note(accountId, reply),
    networkChanged,
    accountsChanged,
    askSignedOut: () => {
      for (const [id, watch] of watches) if (watch.state.snapshot().session === 'signed-out') void ask(id, watch)
    },
    close: () => {
      isClosed = true
      for (const watch of watches.values()) cancel(watch)
    },
  }
}
