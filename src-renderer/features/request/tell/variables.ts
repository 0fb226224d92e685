import type { TFunction } from 'i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { PickupDate } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import type { Figure } from '../../../model/amounts.ts'
import { enumText } from '../../../model/enum-text.ts'
import { formatDateText, formatWeekday } from '../../../ui/format/date.ts'
import { figureWords } from '../../common/services/figures.ts'
import { localeOf } from '../../common/services/use-format.ts'
import { codeWords } from '../../common/words/failure-words.ts'
import { pickupHours } from '../../common/words/record-words.ts'
import { orderStatusWords, requestStatusWords } from '../../common/words/status-words.ts'

/** The languages of the sentences. */
export const tellLanguages = ['tr', 'en'] as const
export type TellLanguage = (typeof tellLanguages)[number]

/** The variables of a sentence, written in braces: `{orderNumber}`. */
export const variables = [
  'customerName',
  'orderNumber',
  'productName',
  'requestType',
  'requestId',
  'returnCode',
  'returnValidUntil',
  'carrier',
  'pickupDate',
  'pickupWindow',
  'amount',
  'reason',
  'status',
  'requestStatus',
  'trackingNumber',
  'shopName',
] as const
export type Variable = (typeof variables)[number]

/** The known facts, before they are written in a language. */
export interface TellFacts {
  readonly customerName: string | null
  readonly orderNumber: string | null
  readonly productName: string | null
  readonly type: string | null
  readonly requestId: string | null
  readonly returnCode: string | null
  readonly returnEnds: string | null
  readonly carrier: string | null
  readonly pickup: PickupDate | null
  readonly figure: Figure | null
  readonly currency: string | null
  readonly refusal: Failure | null
  readonly status: EnumValue | null
  readonly requestStatus: EnumValue | null
  readonly trackingNumber: string | null
  readonly shopName: string | null
}

export const noFacts: TellFacts = {
  customerName: null,
  orderNumber: null,
  productName: null,
  type: null,
  requestId: null,
  returnCode: null,
  returnEnds: null,
  carrier: null,
  pickup: null,
  figure: null,
  currency: null,
  refusal: null,
  status: null,
  requestStatus: null,
  trackingNumber: null,
  shopName: null,
}

/** The shop's own text first, because it is written for customers. */
const reasonOf = (why: Failure | null, t: TFunction): string | null =>
  why === null ? null : why.errors.map(error => error.text).join(' ') || codeWords(why.code, t)

const hasStatus = (status: EnumValue | null): status is EnumValue => enumText(status) !== null

/** The facts in the customer's language; null if unknown. */
export const valuesOf = (
  facts: TellFacts,
  language: TellLanguage,
  t: TFunction,
): Readonly<Record<Variable, string | null>> => {
  const locale = localeOf(language)
  const { pickup, type } = facts
  return {
    customerName: facts.customerName,
    orderNumber: facts.orderNumber,
    productName: facts.productName,
    requestType: type === 'cancel' || type === 'refund' ? t(`tell.requestType.${type}`) : null,
    requestId: facts.requestId,
    returnCode: facts.returnCode,
    returnValidUntil: formatDateText(facts.returnEnds, locale, false),
    carrier: facts.carrier,
    pickupDate: pickup?.date ? (formatWeekday(pickup.date, locale) ?? pickup.date) : null,
    pickupWindow: pickup && pickupHours(pickup, t),
    amount: figureWords(facts.figure, facts.currency, locale, t),
    reason: reasonOf(facts.refusal, t),
    status: hasStatus(facts.status) ? orderStatusWords(facts.status, t).text : null,
    requestStatus: hasStatus(facts.requestStatus) ? requestStatusWords(facts.requestStatus, t).text : null,
    trackingNumber: facts.trackingNumber,
    shopName: facts.shopName,
  }
}
