import { useTranslation } from 'react-i18next'
import { subtractMoney } from '../../ui/format/money.ts'
import { useFormat } from './use-format.ts'

interface LinePriceProps {
  readonly price: string | null
  readonly retailPrice: string | null
  readonly currency: string | null
}

/** What was paid, and beside it what it costs without a discount when that is more. */
export const LinePrice = ({ price, retailPrice, currency }: LinePriceProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  // Some shops send the price of all pieces and the retail price of one: the lower of both is no former price.
  const isReduced = subtractMoney(price, retailPrice)?.startsWith('-') === true
  const retail = isReduced ? format.money(retailPrice, currency) : null
  return (
    <span className="line-prices">
      {retail ? (
        <span className="line-retail" title={t('order.retailPrice')}>
          <span className="sr-only">{`${t('order.retailPrice')}: `}</span>
          {retail}
        </span>
      ) : null}
      <span className="row-amount">{format.money(price, currency) ?? '—'}</span>
    </span>
  )
}
