import { useTranslation } from 'react-i18next'
import { listedOf } from '../../../model/amounts.ts'
import { subtractMoney } from '../../../model/decimal.ts'
import { currencyOf, type PricedLine, type PricedOrder, shownPieces } from '../../../model/priced-order.ts'
import { useFormat } from '../services/use-format.ts'

interface LinePriceProps {
  readonly order: PricedOrder
  readonly line: PricedLine & { readonly retail_price: string | null }
}

/** What a line costs, and beside it its former price when that is more. */
export const LinePrice = ({ order, line }: LinePriceProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = currencyOf(order, line)
  // Where the shop leaves open what the price is for, it stands as it came.
  const price = listedOf(order, line) ?? line.price
  // Nobody says whether the former price of several pieces is for all of them.
  const isReduced = shownPieces(line) === null && subtractMoney(price, line.retail_price)?.startsWith('-') === true
  const retail = isReduced ? format.money(line.retail_price, currency) : null
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
