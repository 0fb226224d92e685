import type { Clock } from '../../../../src-renderer/model/clock.ts'

/** Lets everything that waits on nothing but promises (and on fake-indexeddb's own ticks) run. */
export const settle = async (rounds = 1): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) await new Promise<void>(resolve => setImmediate(resolve))
}

interface Timer {
  readonly due: number
  readonly then: () => void
}

/** A wall clock that a test sets and timers that run on elapsed time: putting the wall back does not stop a timer. */
export class ManualClock implements Clock {
  wall: number
  /** Longest wait anybody asked for since it was last cleared. */
  longestWait = 0
  readonly #timers = new Set<Timer>()
  #elapsed = 0
  readonly #random: () => number

  constructor(wall = Date.UTC(2026, 0, 5, 9), random: () => number = () => 0.5) {
    this.wall = wall
    this.#random = random
  }

  readonly now = (): number => this.wall
  /** Time that really passed, whatever was done to the wall clock. */
  readonly elapsed = (): number => this.#elapsed
  readonly random = (): number => this.#random()
  readonly after = (ms: number, then: () => void): (() => void) => {
    const timer = { due: this.#elapsed + ms, then }
    this.longestWait = Math.max(this.longestWait, ms)
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves on by `ms`, stopping at every timer on the way and letting it settle. */
  async advance(ms: number, rounds = 1): Promise<void> {
    const end = this.#elapsed + ms
    await settle(rounds)
    for (;;) {
      const due = [...this.#timers].filter(one => one.due <= end).sort((a, b) => a.due - b.due)[0]
      if (due === undefined) break
      this.#timers.delete(due)
      this.#pass(Math.max(0, due.due - this.#elapsed))
      due.then()
      await settle(rounds)
    }
    this.#pass(end - this.#elapsed)
  }

  #pass(ms: number): void {
    this.#elapsed += ms
    this.wall += ms
  }
}
