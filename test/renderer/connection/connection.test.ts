import { describe, expect, it } from 'vitest'
import type { Account, AccountList } from '../../../src-main/contract/accounts.ts'
import { type FailureKind, failed, failure, failureKinds, ok, type Reply } from '../../../src-main/contract/failures.ts'
import { createConnections } from '../../../src-renderer/connection/connections.ts'
import { gateFor } from '../../../src-renderer/connection/replies.ts'
import { createWatched } from '../../../src-renderer/model/watched.ts'
import { makeAccount } from '../fakes/rows.ts'
import { ManualClock, settle } from '../outbox/fakes/manual-clock.ts'

const A = 'account'
const user = 'user-1'
const MINUTE = 60_000
const offline = failed(failure('offline'))
const listOf = (...accounts: Account[]): AccountList => ({ accounts, activeId: accounts[0]?.id ?? null })
const account = (more: Partial<Account> = {}) => makeAccount({ id: A, userId: user, ...more })

/** One account's connection on a clock of our own. `random` is 0: no wait is shortened. */
function setup(first: Account = account()) {
  let answer: () => Reply<string> | Promise<Reply<string>> = () => ok(user)
  const clock = new ManualClock(undefined, () => 0)
  const accounts = createWatched(listOf(first))
  const back: string[] = []
  const gates: string[] = []
  const probedAt: number[] = []
  const connections = createConnections({
    accounts,
    askUser: async () => {
      probedAt.push(clock.elapsed())
      return answer()
    },
    onAnswering: id => back.push(id),
    clock,
  })
  connections.onGate((_, event) => gates.push(event))
  const state = () => connections.of(A).snapshot()
  return {
    connections,
    accounts,
    clock,
    back,
    gates,
    probedAt,
    state,
    gate: () => state().closed?.gate ?? null,
    note: (reply: Reply<unknown>) => connections.note(A, reply),
    answerWith: (next: Reply<string> | Promise<Reply<string>> | typeof answer) => {
      answer = typeof next === 'function' ? next : () => next
    },
  }
}

describe('one call that fails for good', () => {
  const page = failed(failure('not-json', { status: 200 }))

  it('is no outage: the probe that answers starts no new sync, which would only fail again', async () => {
    const { note, clock, back, state, gate } = setup()
    note(ok(1))
    note(page)
    expect([state().shop, gate()]).toEqual(['not-answering', null])
    await clock.advance(1_000)
    expect(state().shop).toBe('answering')
    expect(back).toEqual([A])
  })

  it('is an outage when the probe fails as well', async () => {
    const { note, clock, back, answerWith, gate } = setup()
    note(ok(1))
    note(page)
    answerWith(page)
    await clock.advance(1_000)
    expect(gate()).toBe('offline')
    answerWith(ok(user))
    await clock.advance(2_000)
    expect(gate()).toBeNull()
    expect(back).toEqual([A, A])
  })
})

describe('what a reply says of the shop', () => {
  const answering: FailureKind[] = ['rejected', 'not-found', 'throttled', 'conflict', 'csrf', 'captcha', 'otp']
  const silent: FailureKind[] = [
    'offline',
    'unreachable-after-send',
    'server-error',
    'not-json',
    'certificate',
    'moved',
  ]
  const nothing = failureKinds.filter(kind => ![...answering, ...silent, 'signed-out'].includes(kind))

  it('begins unknown and opens with the first answer', () => {
    const { note, state, back, clock } = setup()
    expect(state()).toMatchObject({ shop: 'unknown', closed: null })
    note(ok(1))
    const lastAnswerAt = clock.now()
    expect(state()).toEqual({ shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt, closed: null })
    expect(back).toEqual([A])
  })

  it.each(answering)('%s is an answer', kind => {
    const { note, state } = setup()
    note(failed(failure(kind, { status: 400 })))
    expect(state()).toMatchObject({ shop: 'answering', failure: null })
  })

  it.each(silent)('%s is none', kind => {
    const { note, state } = setup()
    note(ok(1))
    note(failed(failure(kind)))
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind }, session: 'signed-in' })
  })

  it.each(nothing)('%s says nothing', kind => {
    const { note, state } = setup()
    note(failed(failure(kind)))
    expect(state().shop).toBe('unknown')
  })

  it('tells a 401 from a redirect that a captive portal may have sent', () => {
    const { note, state } = setup()
    note(offline)
    note(failed(failure('signed-out', { status: 302 })))
    expect(state()).toMatchObject({ shop: 'not-answering', session: 'signed-out' })
    note(failed(failure('signed-out', { status: 401 })))
    expect(state()).toMatchObject({ shop: 'answering', session: 'signed-out' })
  })

  it('keeps accounts apart', () => {
    const { connections, state } = setup()
    connections.note('other', offline)
    expect(state().shop).toBe('unknown')
  })
})

describe('the gate', () => {
  const expected: Readonly<Record<NonNullable<ReturnType<typeof gateFor>>, string | null>> = {
    offline: 'offline',
    auth: 'auth',
    throttled: 'throttled',
    // The disk is no affair of the connection: the queue closes that gate itself.
    storage: null,
  }

  it.each(failureKinds)('is closed by "%s" as the table has it, and by nothing that may be of one call only', kind => {
    const { note, gate } = setup()
    note(ok(1))
    note(failed(failure(kind)))
    const closes = gateFor(kind)
    expect(gate()).toBe(closes && expected[closes])
  })

  it('stays closed after a read that the whole account needs, until the line has been tried again', async () => {
    const { connections, clock, gate, gates, probedAt } = setup()
    connections.note(A, ok(1))
    connections.readFailed(A, failure('incompatible'))
    expect(gate()).toBe('offline')
    await clock.advance(999)
    expect(gate()).toBe('offline')
    await clock.advance(2)
    expect(gate()).toBeNull()
    // Nothing has proved that the line is back, so nobody hurries.
    expect(gates).toEqual(['closed', 'waited-out'])
    expect(probedAt).toEqual([])
  })

  it.each([
    [null, 1_000],
    [-1, 1_000],
    [Number.NaN, 1_000],
    [5_000, 5_000],
    [1e12, 900_000],
    [Number.POSITIVE_INFINITY, 900_000],
  ])('of a throttled account opens by itself: a Retry-After of %s is %i ms', async (retryAfterMs, waitMs) => {
    const { note, clock, gate, gates, connections, probedAt } = setup()
    note({ ok: false, failure: { ...failure('throttled'), retryAfterMs } })
    await clock.advance(waitMs - 1)
    connections.askNow()
    expect(gate()).toBe('throttled')
    await clock.advance(1)
    expect(gate()).toBeNull()
    expect(gates).toEqual(['closed', 'waited-out'])
    expect(probedAt).toEqual([])
  })

  it('of a throttled account opens when the clock was set back', async () => {
    const { note, clock, gate } = setup()
    note(failed(failure('throttled', { retryAfterMs: 5_000 })))
    clock.wall -= 10_000_000
    await clock.advance(5_000)
    expect(gate()).toBeNull()
  })

  it('is closed for an account that is gone, or that can’t send', () => {
    const { connections, accounts } = setup()
    const gateOf = (id: string) => connections.of(id).snapshot().closed?.gate
    expect(gateOf('no-such-account')).toBe('gone')
    accounts.set(listOf(account(), makeAccount({ id: 'staff', kind: 'staff' })))
    expect(gateOf('staff')).toBe('gone')
    accounts.set(listOf())
    expect(gateOf(A)).toBe('gone')
  })
})

describe('asking again', () => {
  it('waits longer each time, up to 20 s, and stops with the first answer', async () => {
    const { note, answerWith, clock, probedAt, back, state } = setup()
    answerWith(offline)
    note(offline)
    await clock.advance(71_000)
    const waits = probedAt.map((at, index) => at - (probedAt[index - 1] ?? 0))
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000])
    answerWith(ok(user))
    await clock.advance(20_000)
    expect(state().shop).toBe('answering')
    expect(back).toEqual([A])
    const probes = probedAt.length
    await clock.advance(60 * MINUTE)
    expect(probedAt).toHaveLength(probes)
  })

  it('begins with short waits anew when the line has held', async () => {
    const { note, clock, probedAt } = setup()
    note(offline)
    await clock.advance(1_000)
    await clock.advance(5_000)
    note(offline)
    await clock.advance(1_000)
    expect(probedAt).toEqual([1_000, 7_000])
  })

  it('keeps the longer waits while the line breaks at once after each probe that answered', async () => {
    const { note, clock, probedAt } = setup()
    for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 20_000]) {
      note(offline)
      const before = probedAt.length
      await clock.advance(wait - 1)
      expect(probedAt).toHaveLength(before)
      await clock.advance(1)
      expect(probedAt).toHaveLength(before + 1)
    }
  })

  it('goes on when a probe says nothing or breaks', async () => {
    const { note, answerWith, clock, probedAt } = setup()
    note(offline)
    answerWith(failed(failure('bug')))
    await clock.advance(1_000)
    answerWith(() => Promise.reject(new Error('gone')))
    await clock.advance(2_000)
    await clock.advance(4_000)
    expect(probedAt).toHaveLength(3)
  })

  it('gives up a probe that never answers, and ignores its late answer', async () => {
    const { note, answerWith, clock, probedAt, state } = setup()
    let late = (_: Reply<string>): void => {}
    answerWith(new Promise(resolve => (late = resolve)))
    note(offline)
    await clock.advance(1_000 + 45_000)
    answerWith(offline)
    late(ok(user))
    await settle()
    expect(state().shop).toBe('not-answering')
    await clock.advance(2_000)
    expect(probedAt).toHaveLength(2)
  })

  it('asks at most once at a time', async () => {
    const { note, answerWith, connections, probedAt } = setup()
    answerWith(new Promise(() => {}))
    note(offline)
    connections.networkChanged(true)
    connections.networkChanged(true)
    void connections.identify(A)
    await settle()
    expect(probedAt).toHaveLength(1)
  })

  it('asks at most once a second, however often it is wanted', async () => {
    const { note, answerWith, connections, clock, probedAt } = setup()
    answerWith(offline)
    note(offline)
    for (let i = 0; i < 50; i += 1) {
      connections.askNow()
      await clock.advance(100)
    }
    expect(probedAt.length).toBeLessThanOrEqual(6)
    expect(probedAt.length).toBeGreaterThanOrEqual(4)
  })

  it('asks nothing while all is well', async () => {
    const { note, connections, clock, probedAt } = setup()
    note(ok(1))
    connections.askNow()
    await clock.advance(60 * MINUTE)
    expect(probedAt).toEqual([])
  })

  it('stops for good when closed', async () => {
    const { note, connections, clock, probedAt, state } = setup()
    note(offline)
    connections.close()
    note(ok(1))
    connections.networkChanged(true)
    await clock.advance(MINUTE)
    expect(probedAt).toEqual([])
    expect(state().shop).toBe('not-answering')
  })
})

describe('a clock that is set back', () => {
  it('stretches no wait', async () => {
    const { note, answerWith, clock, probedAt, gate } = setup()
    answerWith(offline)
    note(offline)
    clock.wall -= 365 * 24 * 60 * MINUTE
    await clock.advance(1_000)
    expect(probedAt).toEqual([1_000])
    answerWith(ok(user))
    await clock.advance(2_000)
    expect(gate()).toBeNull()
  })
})

describe('the network', () => {
  it('closes at the word offline and keeps asking all the same', async () => {
    const { note, connections, state, gate, clock } = setup()
    note(ok(1))
    connections.networkChanged(false)
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind: 'offline' } })
    expect(gate()).toBe('offline')
    await clock.advance(1_000)
    expect([state().shop, gate()]).toEqual(['answering', null])
  })

  it('opens nothing at the word online: it asks', async () => {
    const { note, connections, state, answerWith, probedAt } = setup()
    note(offline)
    answerWith(failed(failure('not-json', { status: 200 })))
    connections.networkChanged(true)
    expect(state().shop).toBe('not-answering')
    await settle()
    expect(probedAt).toHaveLength(1)
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind: 'not-json' } })
  })
})

describe('the session', () => {
  it('follows the changes of the account list', () => {
    const { accounts, state, gate } = setup()
    expect([state().session, gate()]).toEqual(['signed-in', null])
    accounts.set(listOf(account({ signedIn: false })))
    expect([state().session, gate()]).toEqual(['signed-out', 'signed-out'])
  })

  it('asks when the list says signed in and the last reply did not', async () => {
    const { note, accounts, state, gate, gates, back } = setup()
    note(ok(1))
    note(failed(failure('signed-out', { status: 401 })))
    expect([state().session, gate()]).toEqual(['signed-out', 'auth'])
    accounts.set(listOf(account()))
    expect(state().session).toBe('signed-out')
    await settle()
    expect([state().session, gate()]).toEqual(['signed-in', null])
    expect(gates).toEqual(['closed', 'opened'])
    expect(back).toEqual([A, A])
  })

  it('asks at once when another read answers after all, and every five minutes otherwise', async () => {
    const { note, clock, gate, probedAt, answerWith } = setup()
    const refused = failed(failure('signed-out', { status: 401 }))
    answerWith(refused)
    note(refused)
    await clock.advance(10 * MINUTE)
    expect(probedAt).toEqual([5 * MINUTE, 10 * MINUTE])
    answerWith(ok(user))
    await clock.advance(1_000)
    note(ok(1))
    await settle()
    expect(gate()).toBeNull()
  })

  it('asks now and then for a person who signed out elsewhere, and never for an account that is gone', async () => {
    const { accounts, clock, probedAt, answerWith } = setup(account({ signedIn: false }))
    answerWith(failed(failure('signed-out')))
    await clock.advance(5 * MINUTE)
    expect(probedAt).toHaveLength(1)
    accounts.set(listOf())
    await clock.advance(60 * MINUTE)
    expect(probedAt).toHaveLength(1)
  })

  it('opens for nobody but the account’s own user', async () => {
    const { connections, clock, gate, state, answerWith, back } = setup()
    answerWith(ok('somebody-else'))
    expect(await connections.identify(A)).toMatchObject({ ok: false, failure: { code: 'other-user' } })
    expect([gate(), state().shop, state().session]).toEqual(['other-user', 'answering', 'signed-out'])
    expect(connections.mayWrite(A)).toBe(false)
    expect(back).toEqual([])
    answerWith(ok(user))
    await clock.advance(5 * MINUTE)
    expect(gate()).toBeNull()
    expect(connections.mayWrite(A)).toBe(true)
  })

  it('is trusted for half a minute, and no longer than until the accounts change', async () => {
    const { connections, accounts, clock, probedAt } = setup()
    await connections.identify(A)
    await clock.advance(29_000)
    await connections.identify(A)
    expect(probedAt).toHaveLength(1)
    await clock.advance(1_000)
    await connections.identify(A)
    expect(probedAt).toHaveLength(2)
    accounts.set(listOf(account()))
    expect(connections.mayWrite(A)).toBe(false)
    await connections.identify(A)
    expect(probedAt).toHaveLength(3)
  })

  it('is not taken from an answer that began before the accounts changed', async () => {
    const { connections, accounts, answerWith } = setup()
    let late = (_: Reply<string>): void => {}
    answerWith(new Promise(resolve => (late = resolve)))
    const asked = connections.identify(A)
    accounts.set(listOf(account({ userId: 'user-2' })))
    late(ok(user))
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'accounts-changed' } })
    expect(connections.mayWrite(A)).toBe(false)
  })

  it('stops asking for an account that is gone', async () => {
    const { note, accounts, clock, probedAt } = setup()
    note(offline)
    accounts.set(listOf())
    await clock.advance(MINUTE)
    expect(probedAt).toEqual([])
  })
})
