import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { companyName } from '../../../model/enum-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useAge } from '../../common/services/use-format.ts'
import type { RowState } from '../../common/services/use-row.ts'
import { useConnection } from '../../common/services/use-workspace.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import { flagKey } from './order-facts.tsx'

const Line = ({ item, name }: { item: OrderItem; name: string }) => {
  const { t } = useTranslation()
  const carriers = joinedTexts(
    item.available_easy_return_shipping_companies.map(company => carrierWords(companyName(company), t)),
    ', ',
  )
  return (
    <li className="return-line" data-order-item={item.id}>
      <span className="ellipsis">{name}</span>
      <span className="muted">
        {joinedTexts(
          [
            t(`returnView.cancel.${flagKey(item.is_cancellable)}`),
            t(`returnView.refund.${flagKey(item.is_refundable)}`),
            carriers ? t('returnView.carriers', { carriers }) : null,
          ],
          ' · ',
        )}
      </span>
    </li>
  )
}

interface ReturnViewProps {
  readonly account: Account
  readonly view: RowState<Order>
  readonly order: Order
}

/** What the shop says about returning the lines of this order. Read from the shop when the order is opened. */
export const ReturnView = ({ account, view, order }: ReturnViewProps) => {
  const { t } = useTranslation()
  const age = useAge(view.row?.readAt ?? 0)
  // It comes a moment after the order opens. Until then, only a shop that does not answer is worth a message.
  const isAway = useConnection(account).shop === 'not-answering'
  const nameOf = (item: OrderItem) => {
    const known = order.orderitem_set.find(each => each.id === item.id)
    return item.product?.name ?? known?.product?.name ?? item.product?.sku ?? t('order.namelessItem')
  }
  return (
    <section className="card" data-testid="order-return-view" aria-label={t('returnView.title')}>
      <div className="card-head">
        <h2>{t('returnView.title')}</h2>
        <span className="cluster-tight muted return-read">
          {view.row ? <span>{t('list.asOf', { age })}</span> : null}
          <Button
            variant="ghost"
            small
            icon={RefreshCw}
            busy={view.pulling}
            aria-label={t('action.readAgain')}
            title={t('action.readAgain')}
            onClick={view.pull}
          />
        </span>
      </div>
      <div className="card-body stack">
        {view.failure ? (
          <ReadTrouble account={account} why={view.failure} instead={view.row ? undefined : t('returnView.notRead')} />
        ) : null}
        {view.row ? (
          <ul>
            {view.row.value.orderitem_set.map(item => (
              <Line key={item.id} item={item} name={nameOf(item)} />
            ))}
          </ul>
        ) : view.failure === null ? (
          <p className="muted">{t(isAway && !view.pulling ? 'returnView.notRead' : 'returnView.reading')}</p>
        ) : null}
      </div>
    </section>
  )
}
