import type { TFunction } from 'i18next'
import { payWayOf } from '../../../model/pay-way.ts'

/** How an order was paid, in words: a shop's name as it is, and for a code such as `havale_eft` what it stands for. */
export const paymentWords = (payment: string | null, t: TFunction): string | null => {
  if (payment === null || !/^[a-z0-9_-]+$/.test(payment)) return payment
  const way = payWayOf({ payment_option: null, payment_option_slug: payment })
  return way === 'unknown' ? payment : t(`order.paidBy.${way}`)
}
