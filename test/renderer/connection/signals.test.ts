import { describe, expect, it } from 'vitest'
import { type FailureKind, failed, failure, ok, type Reply } from '../../../src-main/contract/failures.ts'
import { createSignals } from '../../../src-renderer/connection/signals.ts'
import { makeAccount } from '../fakes/rows.ts'

const A = 'account'
const offline = failed(failure('offline'))
const tick = () => new Promise(resolve => setImmediate(resolve))

/** Signals with a clock of our own: `due` runs what waits and says how long it waited. */
function setup() {
  let answer: Reply<unknown> | Promise<Reply<unknown>> = offline
  const waiting: { work: () => void; ms: number }[] = []
  const answered: string[] = []
  let probes = 0
  const signals = createSignals({
    probe: async () => {
      probes += 1
      return answer
    },
    onAnswering: id => answered.push(id),
    now: () => 42,
    later: (work, ms) => {
      const entry = { work, ms }
      waiting.push(entry)
      return () => {
        if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1)
      }
    },
    random: () => 0,
  })
  return {
    signals,
    answered,
    waiting,
    probes: () => probes,
    answerWith: (next: typeof answer) => {
      answer = next
    },
    due: async () => {
      const next = waiting.shift()
      next?.work()
      await tick()
      return next?.ms
    },
    state: () => signals.of(A).snapshot(),
  }
}

describe('one call that fails for good', () => {
  const page = failed(failure('not-json', { status: 200 }))

  it('is no outage: the probe that answers starts no new sync, which would only fail again', async () => {
    const { signals, answered, answerWith, due, state } = setup()
    signals.note(A, ok(1))
    signals.note(A, page)
    answerWith(ok(1))
    await due()
    expect(state().shop).toBe('answering')
    expect(answered).toEqual([A])
  })

  it('is an outage when the probe fails as well', async () => {
    const { signals, answered, answerWith, due } = setup()
    signals.note(A, ok(1))
    signals.note(A, page)
    answerWith(page)
    await due()
    answerWith(ok(1))
    await due()
    expect(answered).toEqual([A, A])
  })
})

describe('what a reply says of the shop', () => {
  const answering: FailureKind[] = ['rejected', 'not-found', 'throttled', 'conflict', 'csrf']
  const silent: FailureKind[] = ['offline', 'unreachable-after-send', 'server-error', 'not-json', 'certificate']
  const nothing: FailureKind[] = [
    'bad-input',
    'storage',
    'too-large',
    'no-answer',
    'locked',
    'refused',
    'bug',
    'incompatible',
  ]

  it('begins unknown and opens with the first answer', () => {
    const { signals, state, answered } = setup()
    expect(state().shop).toBe('unknown')
    signals.note(A, ok(1))
    expect(state()).toEqual({ shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt: 42 })
    expect(answered).toEqual([A])
  })

  it.each(answering)('%s is an answer', kind => {
    const { signals, state } = setup()
    signals.note(A, failed(failure(kind, { status: 400 })))
    expect(state()).toMatchObject({ shop: 'answering', failure: null })
  })

  it.each(silent)('%s is none', kind => {
    const { signals, state } = setup()
    signals.note(A, ok(1))
    signals.note(A, failed(failure(kind)))
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind }, session: 'signed-in', lastAnswerAt: 42 })
  })

  it.each(nothing)('%s says nothing', kind => {
    const { signals, state } = setup()
    signals.note(A, failed(failure(kind)))
    expect(state().shop).toBe('unknown')
  })

  it('tells a 401 from a redirect that a captive portal may have sent', () => {
    const { signals, state } = setup()
    signals.note(A, offline)
    signals.note(A, failed(failure('signed-out', { status: 302 })))
    expect(state()).toMatchObject({ shop: 'not-answering', session: 'signed-out' })
    signals.note(A, failed(failure('signed-out', { status: 401 })))
    expect(state()).toMatchObject({ shop: 'answering', session: 'signed-out' })
  })

  it('keeps accounts apart', () => {
    const { signals, state } = setup()
    signals.note('other', offline)
    expect(state().shop).toBe('unknown')
  })
})

describe('asking again', () => {
  it('waits longer each time, up to 20 s, and stops with the first answer', async () => {
    const { signals, answerWith, due, waiting, answered, state } = setup()
    signals.note(A, offline)
    const waits: (number | undefined)[] = []
    for (let i = 0; i < 7; i += 1) waits.push(await due())
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000])
    answerWith(ok(1))
    await due()
    expect(state().shop).toBe('answering')
    expect(answered).toEqual([A])
    expect(waiting).toEqual([])
    signals.note(A, offline)
    expect(waiting.map(({ ms }) => ms)).toEqual([1000])
  })

  it('goes on when a probe says nothing or breaks', async () => {
    const { signals, answerWith, due, waiting } = setup()
    signals.note(A, offline)
    answerWith(failed(failure('bug')))
    await due()
    expect(waiting).toHaveLength(1)
    answerWith(Promise.reject(new Error('gone')))
    await due()
    expect(waiting).toHaveLength(1)
  })

  it('gives a probe up that never answers, and does not take its late word', async () => {
    const { signals, answerWith, due, waiting, state } = setup()
    let late = (_: Reply<unknown>): void => {}
    answerWith(new Promise(resolve => (late = resolve)))
    signals.note(A, offline)
    await due()
    expect(await due()).toBe(45_000)
    expect(waiting).toHaveLength(1)
    late(ok(1))
    await tick()
    expect(state().shop).toBe('not-answering')
  })

  it('asks at most once at a time', async () => {
    const { signals, answerWith, probes } = setup()
    answerWith(new Promise(() => {}))
    signals.note(A, offline)
    signals.networkChanged(true)
    signals.networkChanged(true)
    await tick()
    expect(probes()).toBe(1)
  })

  it('stops for good when closed', async () => {
    const { signals, waiting, probes } = setup()
    signals.note(A, offline)
    signals.close()
    expect(waiting).toEqual([])
    signals.note(A, ok(1))
    signals.networkChanged(true)
    await tick()
    expect(probes()).toBe(0)
  })
})

describe('the network', () => {
  it('closes at the word offline and keeps asking all the same', async () => {
    const { signals, state, due, answerWith } = setup()
    signals.note(A, ok(1))
    signals.networkChanged(false)
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind: 'offline' } })
    answerWith(ok(1))
    await due()
    expect(state().shop).toBe('answering')
  })

  it('opens nothing at the word online: it asks', async () => {
    const { signals, state, probes, answerWith } = setup()
    signals.note(A, offline)
    answerWith(failed(failure('not-json', { status: 200 })))
    signals.networkChanged(true)
    expect(state().shop).toBe('not-answering')
    await tick()
    expect(probes()).toBe(1)
    expect(state()).toMatchObject({ shop: 'not-answering', failure: { kind: 'not-json' } })
  })
})

describe('the session', () => {
  const list = (signedIn: boolean) => ({ accounts: [makeAccount({ id: A, signedIn })], activeId: A })

  it('follows the changes of the account list', () => {
    const { signals, state } = setup()
    signals.accountsChanged(list(true))
    expect(state().session).toBe('signed-in')
    signals.accountsChanged(list(false))
    expect(state().session).toBe('signed-out')
  })

  it('asks when the list says signed in and the last reply did not', async () => {
    const { signals, state, answerWith, answered } = setup()
    signals.accountsChanged(list(true))
    signals.note(A, ok(1))
    signals.note(A, failed(failure('signed-out', { status: 401 })))
    answerWith(ok(1))
    signals.accountsChanged(list(true))
    expect(state().session).toBe('signed-out')
    await tick()
    expect(state().session).toBe('signed-in')
    expect(answered).toEqual([A, A])
  })

  it('stops asking for an account that is gone', () => {
    const { signals, waiting } = setup()
    signals.note(A, offline)
    signals.accountsChanged({ accounts: [], activeId: null })
    expect(waiting).toEqual([])
  })
})
