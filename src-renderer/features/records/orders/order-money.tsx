import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { maskCardStart } from '../../../ui/format/private-numbers.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { installmentWords } from '../../common/words/record-words.ts'
import { askedFor } from './asked-for.ts'
import { moneyRows } from './money-block.ts'

const none: EntriesByItem = new Map()

export const OrderMoney = ({ order, entries = none }: { order: Order; entries?: EntriesByItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = order.currency.value
  const { discountitem_set: discounts } = order
  const bin = order.bin_number ? maskCardStart(order.bin_number) : null
  const shippingTax = format.percent(order.shipping_tax_rate)
  const payment = joinedTexts(
    [order.payment_option?.name, order.bank?.name, bin, installmentWords(order.installment_count, t)],
    ' · ',
  )
  return (
    <section className="card" aria-label={t('money.title')}>
      <div className="card-head">
        <h2>{t('money.title')}</h2>
        <span className="muted ellipsis">{payment}</span>
      </div>
      <dl className="card-body money">
        {moneyRows(order).map(({ key, amount }) => (
          <div key={key} className={`money-row money-${key}`}>
            <dt>
              {key === 'shipping' && shippingTax ? t('money.shippingTaxed', { rate: shippingTax }) : t(`money.${key}`)}
            </dt>
            <dd>{format.money(amount, currency) ?? t('money.unsaid')}</dd>
          </div>
        ))}
        {askedFor(order, entries).map(asked => (
          <div key={asked.currency ?? ''} className="money-row money-asked" data-testid="money-asked">
            <dt>{t('money.asked', { count: asked.lines })}</dt>
            <dd>{format.money(asked.amount, asked.currency) ?? t('money.cannotSay')}</dd>
          </div>
        ))}
        {discounts.map((discount, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: discounts have no id, and two of one name are common
          <div key={place} className="money-row money-note">
            <dt>{discount.name ?? t('money.discount')}</dt>
            <dd>{format.money(discount.amount, discount.currency.value ?? currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
