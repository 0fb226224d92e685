import { diskTroubleOf, type Failure, failure } from '../contract/failures.ts'
import { NoAnswer } from './in-time.ts'
/** The failure for a thrown error: `storage` for the disk's refusal, `no-answer` for a part of the system, else `bug`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoAnswer) return failure('no-answer', { code: error.part })
  const code = diskCodeOf(error)
  return code === null ? failure('bug') : failure('storage', { code })
}

/** The system's code of an error, or null when it has none. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 200) : null

/** The code of an error that a file system gave, or null for any other error; sockets have other codes. */
export function diskCodeOf(error: unknown): string | null {
  const code = codeOf(error)
  return diskTroubleOf(code) === null ? null : code
}
