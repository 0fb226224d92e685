import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './error-codes.ts'

/** Refusals that mostly pass: a virus scanner, a backup or an indexer holds the file for a moment. */
const passing: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM', 'EMFILE', 'ENFILE', 'EAGAIN'])

/** Pauses between the tries (ms): about a second in all. */
export const pausesMs = [10, 30, 60, 100, 200, 300, 300] as const

/** Does something to a file, and tries again for about a second while the system refuses it for such a reason. */
export async function patiently<T>(
  work: () => Promise<T>,
  wait: (ms: number) => Promise<unknown> = ms => pause(ms),
): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
    }
    await wait(ms)
  }
  return work()
}

/** The same for what must be done before anything else runs: the process stands still meanwhile. */
export function patientlyNow<T>(work: () => T, wait: (ms: number) => void = standStill): T {
  for (const ms of pausesMs) {
    try {
      return work()
    } catch (error) {
      if (!isPassing(error)) throw error
    }
    wait(ms)
  }
  return work()
}

const isPassing = (error: unknown): boolean => passing.has(codeOf(error) ?? '')

function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
