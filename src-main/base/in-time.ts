import { setTimeout as pause } from 'node:timers/promises'

/** A part of the system that was asked and did not answer in time. */
export class NoAnswer extends Error {
  /** Which part, e.g. `printers`. */
  readonly part: string

  constructor(part: string) {
    super(`No answer from: ${part}`)
    this.name = 'NoAnswer'
    this.part = part
  }
}

/** Resolves with the work's result, or rejects with `NoAnswer` when it takes longer than `ms`. */
export async function inTime<T>(part: string, ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController()
  const late = pause(ms, undefined, { signal: over.signal }).then(() => {
    throw new NoAnswer(part)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    // The loser of the race may still reject, and would count as unhandled.
    for (const one of [work, late]) one.catch(() => undefined)
    over.abort()
  }
}
