import type { TFunction } from 'i18next'
import type { CancellationReason } from '../../../../src-main/contract/resources.ts'
import { isBareCode } from '../../../model/enum-text.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { payWayOf } from '../../../model/priced-order.ts'
import { cancellationTypeWords } from './status-words.ts'

/** A carrier's name; a bare number is called a carrier's number. */
export const carrierWords = (name: string | null | undefined, t: TFunction): string | null => {
  if (!name) return null
  return isBareCode(name) ? t('order.carrierNumber', { number: name }) : name
}

/** A carrier's name for messages to customers; null for a number, which means nothing to them. */
export const tellableCarrier = (name: string | null): string | null =>
  name !== null && !isBareCode(name) ? name : null

/** How an order was paid: a code such as `havale_eft` in words, a name as the shop sent it. */
export const paymentWords = (payment: string | null, t: TFunction): string | null => {
  if (payment === null || !/^[a-z0-9_-]+$/.test(payment)) return payment
  const way = payWayOf({ payment_option: null, payment_option_slug: payment })
  return way === 'unknown' ? payment : t(`order.paidBy.${way}`)
}

interface Hours {
  readonly start?: string | null | undefined
  readonly end?: string | null | undefined
}

/** A pickup's hours; also when only the start or the end is known. */
export const pickupHours = ({ start, end }: Hours, t: TFunction): string | null => {
  if (start && end) return `${start}–${end}`
  if (start) return t('form.pickupAfter', { time: start })
  return end ? t('form.pickupBefore', { time: end }) : null
}

/** The reason by exact language tag, else by language, else the shop's default, else any translation. */
export const reasonText = (reason: CancellationReason, language: string): string => {
  const wanted = language.toLowerCase()
  const tags = Object.entries(reason.translations)
  const found =
    tags.find(([tag]) => tag.toLowerCase() === wanted) ??
    tags.find(([tag]) => tag.toLowerCase().split(/[-_]/)[0] === wanted.split(/[-_]/)[0])
  return found?.[1] || reason.subject || tags.find(([, text]) => text !== '')?.[1] || `#${reason.id}`
}

/** "Refund #900", or only the type when the shop gave no id. */
export const requestName = (request: { readonly id: string; readonly type: string | null }, t: TFunction): string => {
  const type = cancellationTypeWords(request.type, t)
  return hasOwnId(request.id) ? `${type} #${request.id}` : type
}

const mostInstallments = 100

/** "3 instalments"; null for one. Text that is not a plausible number stays as it is. */
export const installmentWords = (text: string | null, t: TFunction): string | null => {
  if (text === null || text.trim() === '') return null
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0 || count > mostInstallments) return text
  return count > 1 ? t('order.installments', { count }) : null
}
