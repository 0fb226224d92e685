import type { Order } from '../../src-main/contract/resources.ts'

/**
 * How an order was paid, as far as it decides where the money goes back to: `card` covers everything that the shop can
 * pay back the way it came, `cash` what it can't.
 */
export type PayWay = 'card' | 'transfer' | 'cash' | 'unknown'

const signs: readonly (readonly [RegExp, PayWay])[] = [
  [/gift|hediye/, 'unknown'],
  [/transfer|havale|eft|wire|iban/, 'transfer'],
  [/cash|delivery|kap[ıi]da|nakit/, 'cash'],
  [/card|kart|masterpass|wallet|c[üu]zdan|credit/, 'card'],
]

/** Told by the shop's code of the payment type, and where that says nothing by its option's slug. */
export const payWayOf = ({ payment_option, payment_option_slug }: PaidOrder): PayWay => {
  for (const code of [payment_option?.payment_type, payment_option?.slug, payment_option_slug]) {
    const text = code?.toLowerCase().replaceAll('-', '_') ?? ''
    const found = signs.find(([sign]) => sign.test(text))
    if (found) return found[1]
  }
  return 'unknown'
}

type PaidOrder = Pick<Order, 'payment_option' | 'payment_option_slug'>

/** The way that several orders have in common. */
export const commonPayWay = (orders: readonly PaidOrder[]): PayWay => {
  const [way = 'unknown', ...others] = [...new Set(orders.map(payWayOf))]
  return others.length === 0 ? way : 'unknown'
}
