import type { TFunction } from 'i18next'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { isBareCode } from '../../../model/enum-text.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { payWayOf } from '../../../model/priced-order.ts'
import { cancellationTypeWords } from './status-words.ts'

/** A carrier in words; a bare number says at least what it is the number of. */
export const carrierWords = (name: string | null | undefined, t: TFunction): string | null => {
  if (!name) return null
  return isBareCode(name) ? t('order.carrierNumber', { number: name }) : name
}

/** A carrier's name that can be told to a customer: nobody outside the shop knows its numbers. */
export const tellableCarrier = (name: string | null): string | null =>
  name !== null && !isBareCode(name) ? name : null

/** How an order was paid, in words: a shop's name as it is, and for a code such as `havale_eft` what it stands for. */
export const paymentWords = (payment: string | null, t: TFunction): string | null => {
  if (payment === null || !/^[a-z0-9_-]+$/.test(payment)) return payment
  const way = payWayOf({ payment_option: null, payment_option_slug: payment })
  return way === 'unknown' ? payment : t(`order.paidBy.${way}`)
}

interface Hours {
  readonly start?: string | null | undefined
  readonly end?: string | null | undefined
}

/** The hours of a pickup in words, also when only one end of them is known; null when neither is. */
export const pickupHours = ({ start, end }: Hours, t: TFunction): string | null => {
  if (start && end) return `${start}–${end}`
  if (start) return t('form.pickupAfter', { time: start })
  return end ? t('form.pickupBefore', { time: end }) : null
}

/** The reason in the reader's language: exact tag, then its language, then the shop's default, then whatever there is. */
export const reasonText = (reason: CancellationReason, language: string): string => {
  const wanted = language.toLowerCase()
  const tags = Object.entries(reason.translations)
  const found =
    tags.find(([tag]) => tag.toLowerCase() === wanted) ??
    tags.find(([tag]) => tag.toLowerCase().split(/[-_]/)[0] === wanted.split(/[-_]/)[0])
  return found?.[1] || reason.subject || tags.find(([, text]) => text !== '')?.[1] || `#${reason.id}`
}

/** "Refund #900", or the type alone where the shop gave no id. */
export const requestName = (request: { readonly id: string; readonly type: string | null }, t: TFunction): string => {
  const type = cancellationTypeWords(request.type, t)
  return hasOwnId(request.id) ? `${type} #${request.id}` : type
}

const mostAnyBankGives = 100

/** Into how many instalments an amount was split, in words; null for one alone. What is no such number as it came. */
export const installmentWords = (text: string | null, t: TFunction): string | null => {
  if (text === null || text.trim() === '') return null
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0 || count > mostAnyBankGives) return text
  return count > 1 ? t('order.installments', { count }) : null
}
