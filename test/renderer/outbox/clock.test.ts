import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Clock, systemClock, within } from '../../../src-renderer/model/clock.ts'
import { ManualClock } from './fakes/manual-clock.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

interface Place {
  readonly clock: Clock
  /** Lets time pass. */
  readonly pass: (ms: number) => Promise<void>
}

const manual = (): Place => {
  const clock = new ManualClock()
  return { clock, pass: ms => clock.advance(ms) }
}

/** The system's timers, moved on by hand. */
const system = (): Place => ({
  clock: systemClock,
  pass: async ms => void (await vi.advanceTimersByTimeAsync(ms)),
})

describe.each([
  ['the system’s clock', system],
  ['the clock of tests', manual],
])('%s', (_, makePlace) => {
  it('runs what waits in the order of its time, each once', async () => {
    const { clock, pass } = makePlace()
    const ran: string[] = []
    clock.after(2_000, () => ran.push('later'))
    clock.after(1_000, () => ran.push('first'))
    clock.after(2_000, () => ran.push('later, too'))
    await pass(1_999)
    expect(ran).toEqual(['first'])
    await pass(1)
    await pass(10_000)
    expect(ran).toEqual(['first', 'later', 'later, too'])
  })

  it('does not run what was cancelled', async () => {
    const { clock, pass } = makePlace()
    const ran: string[] = []
    const cancel = clock.after(1_000, () => ran.push('cancelled'))
    cancel()
    cancel()
    await pass(5_000)
    expect(ran).toEqual([])
  })

  it('runs what a timer started on the way, when its own time has come', async () => {
    const { clock, pass } = makePlace()
    const at: number[] = []
    const began = clock.now()
    clock.after(1_000, () => clock.after(1_000, () => at.push(clock.now() - began)))
    await pass(5_000)
    expect(at).toEqual([2_000])
    expect(clock.now() - began).toBe(5_000)
  })

  it('ends a wait for something that never comes', async () => {
    const { clock, pass } = makePlace()
    const ended = within(clock, 1_000, new Promise<string>(() => undefined), () => 'late')
    await pass(1_000)
    expect(await ended).toBe('late')
  })

  it('gives chance between 0 and 1', () => {
    const { clock } = makePlace()
    const drawn = clock.random()
    expect(drawn >= 0 && drawn < 1).toBe(true)
  })
})
