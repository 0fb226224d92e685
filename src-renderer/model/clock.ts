export const minuteMs = 60_000
export const dayMs = 24 * 60 * minuteMs

/** Time and chance, so that tests control both. `now` is ms since 1970 by this computer's clock. */
export interface Clock {
  readonly now: () => number
  /** 0 <= x < 1. */
  readonly random: () => number
  /** Runs `then` once after `ms`, unless the returned function is called first. */
  readonly after: (ms: number, then: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * Whether a wait is over. No wait is longer than `capMs`, so a later time means that the clock was set back, and then
 * the wait is over, too.
 */
export const isOver = (until: number | null, now: number, capMs: number): boolean =>
  until === null || now >= until || until - now > capMs

/** The promise's value, or `late()` after `ms`. A later value is dropped. Rejections pass through. */
export const within = <T>(clock: Clock, ms: number, promise: Promise<T>, late: () => T): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      try {
        resolve(late())
      } catch (error) {
        reject(error)
      }
    })
    promise.then(
      value => {
        cancel()
        resolve(value)
      },
      error => {
        cancel()
        reject(error)
      },
    )
  })
