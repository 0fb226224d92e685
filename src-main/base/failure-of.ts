import { type Failure, failure } from '../contract/failures.ts'
import { diskCodeOf } from './disk-code.ts'
import { NoAnswer } from './in-time.ts'

/** What a thrown error is to the person: the disk's refusal, a part of the system that does not answer, else a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoAnswer) return failure('no-answer', { code: error.part })
  const code = diskCodeOf(error)
  return code === null ? failure('bug') : failure('storage', { code })
}
