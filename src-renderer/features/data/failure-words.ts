import type { TFunction } from 'i18next'
import type { Failure, FailureKind } from '../../../src-main/contract/failures.ts'

export type About = 'read' | 'write'

/** Kinds whose advice would be wrong about a mere look: nothing was sent, nothing has to be corrected. */
export const readKinds = [
  'offline',
  'unreachable-after-send',
  'signed-out',
  'csrf',
  'throttled',
  'rejected',
  'conflict',
  'server-error',
  'captcha',
  'otp',
  'bad-address',
  'bad-input',
  'storage',
] as const satisfies readonly FailureKind[]
const hasReadWords: ReadonlySet<FailureKind> = new Set(readKinds)

/** What happened and what to do, in our words; the shop's own words stand beside it. */
export const failureWords = (why: Failure, t: TFunction, about: About = 'write') => {
  const area = about === 'read' && hasReadWords.has(why.kind) ? 'failureRead' : 'failure'
  return {
    title: t(`${area}.${why.kind}.title`),
    advice: t(`${area}.${why.kind}.advice`, { seconds: Math.ceil((why.retryAfterMs ?? 60_000) / 1000) }),
  }
}

const knownCodes = new Set(['cancellation_request_100_1', 'cancellation_request_100_8'])

/** A known code of the shop in plain words, for when it sent the code alone. */
export const codeWords = (code: string | null, t: TFunction): string | null =>
  code !== null && knownCodes.has(code) ? t(`code.${code}`) : null

/** Messages that belong to no field, or to a field that the form does not show: never left unseen. */
export const otherErrors = (why: Failure, shown: ReadonlySet<string> = new Set()): readonly string[] =>
  why.errors
    .filter(error => error.field === null || error.field === 'non_field_errors' || !shown.has(error.field))
    .map(error =>
      error.field === null || error.field === 'non_field_errors' ? error.text : `${error.field}: ${error.text}`,
    )

export const errorOfField = (why: Failure | null, field: string): string | null =>
  why?.errors.find(error => error.field === field)?.text ?? null
