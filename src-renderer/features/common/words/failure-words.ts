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
  'moved',
  'storage',
] as const satisfies readonly FailureKind[]
const hasReadWords: ReadonlySet<FailureKind> = new Set(readKinds)

/** Answers that were no JSON but no web page either: naming a page would send people looking for a portal. */
const answerCodes: ReadonlySet<string> = new Set(['empty-answer', 'broken-answer'])
export const isNoPage = (code: string | null): boolean => code !== null && answerCodes.has(code)

/** What happened and what to do, in our words; the shop's own words stand beside it. */
export const failureWords = (why: Failure, t: TFunction, about: About = 'write') => {
  const area = about === 'read' && hasReadWords.has(why.kind) ? 'failureRead' : 'failure'
  const key = why.kind === 'not-json' && isNoPage(why.code) ? why.code : why.kind
  const cause = causeOf(why)
  const ofKind = t(`${area}.${key}.advice`, { wait: waitWords(why, t) })
  // The words of the kind are about a full disk.
  const advice = isFull(why) ? ofKind : (diskAdvice(why, t) ?? ofKind)
  if (cause === null) return { title: t(`${area}.${key}.title`), advice }
  // Where the connection broke it is not known what was done: the kind's advice on that stays.
  const isOpen = why.kind === 'unreachable-after-send'
  return {
    title: isOpen ? t(`${area}.${key}.title`) : t(`cause.${cause}.title`),
    advice: `${t(`cause.${cause}.advice`)} ${isOpen || why.kind === 'offline' ? advice : ''}`.trim(),
  }
}

export const isFull = ({ code }: Failure): boolean => diskTroubleOf(code) === 'full'

/** What to do about the data folder's disk, by the system's code; null where no code says what is wrong. */
export const diskAdvice = ({ kind, code }: Failure, t: TFunction): string | null => {
  const trouble = kind === 'storage' ? diskTroubleOf(code) : null
  return trouble === null ? null : t(`disk.${trouble}`)
}

/** How long a shop that throttles wants us to wait. */
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

/** A known code, the shop's or ours, in plain words, for when it came alone. */
export const codeWords = (code: string | null, t: TFunction): string | null =>
  code !== null && knownCodes.has(code) ? t(`code.${code}`) : null

/** The sign-in page, or the way to it, in an answer's place: whether somebody is signed out is another question. */
export const isSignInPage = ({ kind, status }: Failure): boolean =>
  kind === 'signed-out' && status !== null && status < 400

/** The code and the status as they came, for whoever has to ask the shop about it. */
export const codeLine = ({ code, status }: Failure): string =>
  joinedTexts([code, status === null ? null : `HTTP ${status}`], ' · ')

/** The API's names of fields, and of the parts of a pickup date, by the label that the form has for them. */
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

/** Codes of our own schemas: they are no words for people, and the schema's own are in English. */
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

/** Our own check in words; null for anything that the shop said. */
const inputWords = ({ text }: FieldError, t: TFunction): string | null => {
  if (inputCodes.has(text)) return t(`badInput.${text}`)
  return otherInputCodes.has(text) ? t('badInput.other') : null
}

/** The shop's words in quotes, with the name of their field in front; an unknown field keeps the shop's name for it. */
export const errorText = ({ field, text }: FieldError, t: TFunction): string => {
  const words = inputWords({ field, text }, t) ?? `“${isolated(text)}”`
  if (field === null || field === 'non_field_errors') return words
  const part = field.split('.').findLast(name => !/^\d+$/.test(name)) ?? field
  const label = fieldLabels.get(part)
  return `${label === undefined ? field : t(label)}: ${words}`
}

/** Shops that judge a list of items name the item before its field; every form is about one item. */
const placeOfItem = /^(?:cancel_order_items\.)?(?:\d+\.)?/

/** Nested errors, e.g. of `pickup_date.hour_range.start`, stand beside the field they are a part of. */
const isOf = (error: FieldError, field: string): boolean => {
  const path = error.field?.replace(placeOfItem, '') ?? ''
  return path === field || path.startsWith(`${field}.`)
}

/** Messages that belong to no field, or to a field that the form does not show: never left unseen. */
export const otherErrors = (why: Failure, t: TFunction, shown: ReadonlySet<string> = new Set()): readonly string[] =>
  why.errors.filter(error => ![...shown].some(field => isOf(error, field))).map(error => errorText(error, t))

/** Everything the shop, or our own check of the input, said about a field; null when nothing. */
export const errorOfField = (why: Failure | null, field: string, t: TFunction): string | null => {
  const said = why?.errors.filter(error => isOf(error, field)).map(error => inputWords(error, t) ?? error.text) ?? []
  return said.length === 0 ? null : [...new Set(said)].join(' ')
}
