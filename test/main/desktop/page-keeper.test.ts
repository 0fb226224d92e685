import { describe, expect, it } from 'vitest'
import { type PageChoice, PageKeeper, type PageState } from '../../../src-main/desktop/page-keeper.ts'

interface Asked {
  readonly state: PageState
  readonly signal: AbortSignal
  readonly answer: (choice: PageChoice) => Promise<void>
}

/** A page that is loaded and ended by hand, over a clock of its own. */
function setup() {
  let now = 0
  const timers: { at: number; then: () => void }[] = []
  const did: string[] = []
  const asked: Asked[] = []
  const keeper = new PageKeeper({
    load: () => did.push('load'),
    kill: () => did.push('kill'),
    quit: () => did.push('quit'),
    onState: state => did.push(state),
    ask: (state, signal) =>
      new Promise(resolve => {
        asked.push({
          state,
          signal,
          answer: async choice => {
            resolve(choice)
            await new Promise(setImmediate)
          },
        })
      }),
    now: () => now,
    after: (ms, then) => {
      const timer = { at: now + ms, then }
      timers.push(timer)
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1)
      }
    },
  })
  const pass = (ms: number) => {
    now += ms
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.then()
    }
  }
  return { keeper, did, asked, pass, timers }
}

describe('a page that is gone', () => {
  it('is loaded again at once when it ran for a while', () => {
    const { keeper, did, asked, pass } = setup()
    keeper.gone()
    keeper.answers()
    pass(30_000)
    keeper.gone()
    expect(did).toEqual(['gone', 'load', 'running', 'gone', 'load'])
    expect(asked).toEqual([])
  })

  it('twice in a short time is asked about, and loaded when the person says so', async () => {
    const { keeper, did, asked, pass, timers } = setup()
    keeper.gone()
    keeper.answers()
    pass(5000)
    keeper.gone()
    expect(asked.map(({ state }) => state)).toEqual(['gone'])
    expect(keeper.state).toBe('gone')
    await asked[0]?.answer('again')
    keeper.answers()
    expect(did).toEqual(['gone', 'load', 'running', 'gone', 'load', 'running'])
    expect(timers).toEqual([])
  })

  it('is asked about again when somebody wants the window, once at a time', async () => {
    const { keeper, asked } = setup()
    keeper.gone()
    keeper.gone()
    keeper.remind()
    expect(asked).toHaveLength(1)
    await asked[0]?.answer('wait')
    keeper.remind()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer('wait')
    keeper.again()
    keeper.answers()
    keeper.remind()
    expect(asked).toHaveLength(2)
  })

  it('that never stays is loaded again now and then though nobody answers, and never in a tight loop', () => {
    const { keeper, did, pass } = setup()
    const loads = () => did.filter(one => one === 'load').length
    keeper.gone()
    keeper.gone()
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const before = loads()
      pass(60_000)
      if (loads() > before) keeper.answers()
      if (loads() > before) keeper.gone()
    }
    expect(loads()).toBeGreaterThan(20)
    expect(loads()).toBeLessThan(40)
  })

  it('that can’t even be loaded is no tight loop either', () => {
    const { keeper, did, pass } = setup()
    keeper.gone()
    keeper.gone()
    pass(120_000)
    expect(did.filter(one => one === 'load')).toHaveLength(2)
    keeper.gone()
    pass(120_000)
    expect(did.filter(one => one === 'load')).toHaveLength(2)
    pass(120_000)
    expect(did.filter(one => one === 'load')).toHaveLength(3)
  })

  it('is left alone while the app ends', () => {
    const { keeper, did, asked } = setup()
    keeper.leave()
    keeper.gone()
    keeper.stuck()
    expect([did, asked]).toEqual([[], []])
  })

  it('is quit without when the person says so', async () => {
    const { keeper, did, asked } = setup()
    keeper.gone()
    keeper.gone()
    await asked[0]?.answer('quit')
    expect(did.at(-1)).toBe('quit')
  })
})

describe('a page that does not answer', () => {
  it('is ended and loaded when the person says so', async () => {
    const { keeper, did, asked } = setup()
    keeper.stuck()
    await asked[0]?.answer('again')
    expect(did).toEqual(['stuck', 'kill'])
    keeper.gone()
    expect(did).toEqual(['stuck', 'kill', 'gone', 'load'])
    keeper.answers()
    expect(keeper.state).toBe('running')
  })

  it('takes its question back when it answers after all', async () => {
    const { keeper, did, asked } = setup()
    keeper.stuck()
    keeper.answers()
    expect(asked[0]?.signal.aborted).toBe(true)
    await asked[0]?.answer('quit')
    expect(did).toEqual(['stuck', 'running'])
  })

  it('that ends while it is asked about is a page that is gone', () => {
    const { keeper, asked, did } = setup()
    keeper.stuck()
    keeper.gone()
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(did).toEqual(['stuck', 'gone', 'load'])
  })
})
