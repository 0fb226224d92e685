import { type Failure, failure } from '../../src-main/contract/failures.ts'

/** How long the start waits for a store, ms. */
export const openMs = 5_000
/** How long a write may take, ms. */
export const writeMs = 15_000

/** Rejects when the storage engine does not answer in time. On a full disk some of its promises never settle. */
export function withDeadline<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DOMException(`${what} took longer than ${ms} ms.`, 'TimeoutError'))
    const timer = setTimeout(late, ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

export const isLate = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

/**
 * A failure with the engine's name for the error (such as QuotaExceededError), not its message, which may hold a path.
 */
export function storageFailure(error: unknown): Failure {
  return failure('storage', { code: error instanceof Error ? error.name.slice(0, 200) : null })
}
