import { z } from 'zod'

/**
 * Why a call failed. Decided once, in akinon/classify.ts or by the part of main that refused. Screens switch on `kind`.
 */
export const failureKinds = [
  'offline',
  'unreachable-after-send',
  'signed-out',
  'csrf',
  'throttled',
  'rejected',
  'not-found',
  'conflict',
  'server-error',
  'not-json',
  /** A redirect that leads to no sign-in page: the shop has moved or is in maintenance. */
  'moved',
  'incompatible',
  'captcha',
  'otp',
  'certificate',
  'bad-address',
  'bad-input',
  'storage',
  'too-large',
  'no-answer',
  'locked',
  'refused',
  'bug',
] as const
const failureKindSchema = z.enum(failureKinds)
export type FailureKind = z.infer<typeof failureKindSchema>

/** One error message, from the shop or from our own check. `field` is null when it is about the whole form. */
const fieldErrorSchema = z.object({ field: z.string().nullable(), text: z.string().max(2000) })
export type FieldError = z.infer<typeof fieldErrorSchema>

export const failureSchema = z.object({
  kind: failureKindSchema,
  /** HTTP status, when there was an answer. */
  status: z.number().int().nullable(),
  /** The shop's or Chromium's own code, e.g. cancellation_request_100_8 or ERR_CONNECTION_REFUSED. */
  code: z.string().max(200).nullable(),
  /** The shop's messages, for people to read. Code never decides by them. */
  errors: z.array(fieldErrorSchema).max(100),
  /** For `throttled`: milliseconds to wait, clamped to 1 s - 15 min. */
  retryAfterMs: z.number().nullable(),
})
export type Failure = z.infer<typeof failureSchema>

/** A failure with nothing to add to its kind. */
export const failure = (kind: FailureKind, more: Partial<Omit<Failure, 'kind'>> = {}): Failure => ({
  kind,
  status: null,
  code: null,
  errors: [],
  retryAfterMs: null,
  ...more,
})

/** The answer of every call: a value or a failure. Calls do not throw. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value })
export const failed = (why: Failure): Reply<never> => ({ ok: false, failure: why })

/** Why a file can't be written or read, as far as a person can do something about it. */
export const diskTroubles = [
  'full',
  'quota',
  'read-only',
  'denied',
  'in-use',
  'is-folder',
  'no-folder',
  'gone',
  'broken',
  'too-many-open',
  'name-too-long',
  'file-too-large',
] as const
export type DiskTrouble = (typeof diskTroubles)[number]

/** By the file system's codes (errno(3)) and the name of the browser's error for a full disk. */
const troubleByCode: Readonly<Record<string, DiskTrouble>> = {
  EACCES: 'denied',
  EBUSY: 'in-use',
  EDQUOT: 'quota',
  EEXIST: 'no-folder',
  EFBIG: 'file-too-large',
  EIO: 'broken',
  EISDIR: 'is-folder',
  ELOOP: 'gone',
  EMFILE: 'too-many-open',
  ENAMETOOLONG: 'name-too-long',
  ENFILE: 'too-many-open',
  ENODEV: 'gone',
  ENOENT: 'gone',
  ENOSPC: 'full',
  ENOTDIR: 'no-folder',
  ENOTEMPTY: 'in-use',
  ENXIO: 'gone',
  EPERM: 'denied',
  EROFS: 'read-only',
  ESTALE: 'gone',
  ETXTBSY: 'in-use',
  QuotaExceededError: 'full',
}

/** Null for a code that is not about a disk. */
export const diskTroubleOf = (code: string | null): DiskTrouble | null =>
  code !== null && Object.hasOwn(troubleByCode, code) ? (troubleByCode[code] ?? null) : null
