import type { Failure } from '../contract/failures.ts'
import { type Raw, readScalar } from './values.ts'

/** A 401, or a redirect to the form, is a wrong password when the question was a login; no session has ended. */
export function ofLogin(why: Failure): Failure {
  return why.kind === 'signed-out' ? { ...why, kind: 'rejected' } : why
}

/** The key of a login's answer: its presence, not the status, is what success means (API.md b). */
export function readKey(row: Raw | null): string | null {
  return readScalar(row?.['key'])?.trim() || null
}
