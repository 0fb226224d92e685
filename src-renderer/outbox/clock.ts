/** Time and chance, injected so that a test owns both. `now` is milliseconds since 1970 by this machine's clock. */
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

/** The value, or `late()` when it takes longer than `ms`. What comes later is dropped. Rejections pass through. */
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
