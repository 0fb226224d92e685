import type { TFunction } from 'i18next'
import {
  diskTroubleOf,
  type Failure,
  type FailureKind,
  type FieldError,
} from '../../../../src-main/contract/failures.ts'
import { causeOf } from '../../../model/causes.ts'
import { isolated, joinedTexts } from '../../../model/direction.ts'

export type About = 'read' | 'write'

/** Kinds with separate advice for reads: a read sent nothing, and there is nothing to correct. */
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
  'moved',
  'storage',
] as const satisfies readonly FailureKind[]
const hasReadWords: ReadonlySet<FailureKind> = new Set(readKinds)

/** Answers that are neither JSON nor a web page. Their text must not send people to look for a sign-in page. */
const answerCodes: ReadonlySet<string> = new Set(['empty-answer', 'broken-answer'])
export const isNoPage = (code: string | null): boolean => code !== null && answerCodes.has(code)

/** What happened and what to do. The shop's own message is shown separately. */
export const failureWords = (why: Failure, t: TFunction, about: About = 'write') => {
  const area = about === 'read' && hasReadWords.has(why.kind) ? 'failureRead' : 'failure'
  const key = why.kind === 'not-json' && isNoPage(why.code) ? why.code : why.kind
  const cause = causeOf(why)
  const ofKind = t(`${area}.${key}.advice`, { wait: waitWords(why, t) })
  // The kind's text already covers a full disk.
  const advice = isFull(why) ? ofKind : (diskAdvice(why, t) ?? ofKind)
  if (cause === null) return { title: t(`${area}.${key}.title`), advice }
  // After a broken connection the outcome is unknown, so the kind's title and advice stay.
  const isOpen = why.kind === 'unreachable-after-send'
  return {
    title: isOpen ? t(`${area}.${key}.title`) : t(`cause.${cause}.title`),
    advice: `${t(`cause.${cause}.advice`)} ${isOpen || why.kind === 'offline' ? advice : ''}`.trim(),
  }
}

export const isFull = ({ code }: Failure): boolean => diskTroubleOf(code) === 'full'

/** What to do about the data folder's disk; null when the system's code does not say what is wrong. */
export const diskAdvice = ({ kind, code }: Failure, t: TFunction): string | null => {
  const trouble = kind === 'storage' ? diskTroubleOf(code) : null
  return trouble === null ? null : t(`disk.${trouble}`)
}

/** How long a throttling shop asks us to wait. */
export const waitWords = ({ retryAfterMs }: Failure, t: TFunction): string => {
  const seconds = Math.ceil((retryAfterMs ?? 60_000) / 1000)
  return seconds <= 90 ? t('time.seconds', { count: seconds }) : t('time.minutes', { count: Math.ceil(seconds / 60) })
}

const knownCodes: ReadonlySet<string> = new Set([
  'cancellation_request_100_1',
  'cancellation_request_100_8',
  'another-id',
  'not-a-list',
  'unreadable',
  'too-many-pages',
  'row-missing',
  'rejected-at-once',
])

/** Text for a known code of the shop or ours, for failures without a message. */
export const codeWords = (code: string | null, t: TFunction): string | null =>
  code !== null && knownCodes.has(code) ? t(`code.${code}`) : null

/** The answer was the sign-in page or a redirect to it. The session may still be valid. */
export const isSignInPage = ({ kind, status }: Failure): boolean =>
  kind === 'signed-out' && status !== null && status < 400

/** The code and the HTTP status, for questions to the shop. */
export const codeLine = ({ code, status }: Failure): string =>
  joinedTexts([code, status === null ? null : `HTTP ${status}`], ' · ')

/** The form's labels for the API's fields and for the parts of a pickup date. */
const fieldLabels: ReadonlyMap<string, string> = new Map([
  ['cancellation_type', 'form.type'],
  ['order_item', 'form.orderItem'],
  ['reason', 'form.reason'],
  ['quantity', 'order.quantity'],
  ['description', 'form.description'],
  ['shipping_company', 'form.shippingCompany'],
  ['pickup_address', 'form.pickupAddress'],
  ['pickup_date', 'form.pickupDate'],
  ['date', 'form.pickupDate'],
  ['start', 'form.pickupStart'],
  ['end', 'form.pickupEnd'],
  ['iban', 'form.iban'],
  ['holder_name', 'form.holderName'],
  ['fully_refund_as_loyalty_money', 'form.loyaltyShort'],
])

/** Codes of our own schemas. zod's messages are English only, so these have texts of ours. */
const inputCodes: ReadonlySet<string> = new Set(['too_big', 'too_small', 'invalid_format', 'invalid_type'])
const otherInputCodes: ReadonlySet<string> = new Set([
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'custom',
])

/** Text for an error of our own check; null for the shop's errors. */
const inputWords = ({ text }: FieldError, t: TFunction): string | null => {
  if (inputCodes.has(text)) return t(`badInput.${text}`)
  return otherInputCodes.has(text) ? t('badInput.other') : null
}

/** An error with its field's label in front. The shop's message is quoted; an unknown field keeps the shop's name. */
export const errorText = ({ field, text }: FieldError, t: TFunction): string => {
  const words = inputWords({ field, text }, t) ?? `“${isolated(text)}”`
  if (field === null || field === 'non_field_errors') return words
  const part = field.split('.').findLast(name => !/^\d+$/.test(name)) ?? field
  const label = fieldLabels.get(part)
  return `${label === undefined ? field : t(label)}: ${words}`
}

/** Shops that check a list of items put the item's index before the field. Each form is about one item. */
const itemPrefix = /^(?:cancel_order_items\.)?(?:\d+\.)?/

/** Nested errors, e.g. of `pickup_date.hour_range.start`, belong to the outer field. */
const isOf = (error: FieldError, field: string): boolean => {
  const path = error.field?.replace(itemPrefix, '') ?? ''
  return path === field || path.startsWith(`${field}.`)
}

/** Errors without a field, or of a field that the form does not show. */
export const otherErrors = (why: Failure, t: TFunction, shown: ReadonlySet<string> = new Set()): readonly string[] =>
  why.errors.filter(error => ![...shown].some(field => isOf(error, field))).map(error => errorText(error, t))

/** All errors of a field, from the shop or from our own check; null when there are none. */
export const errorOfField = (why: Failure | null, field: string, t: TFunction): string | null => {
  const texts = why?.errors.filter(error => isOf(error, field)).map(error => inputWords(error, t) ?? error.text) ?? []
  return texts.length === 0 ? null : [...new Set(texts)].join(' ')
}
