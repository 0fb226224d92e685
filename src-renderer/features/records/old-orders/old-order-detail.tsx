import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { OldOrder } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { Cached } from '../../../storage/account-cache.ts'
import { Chip, Tile } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Facts } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { type RowState, useRow } from '../../common/services/use-row.ts'
import { carrierWords, installmentWords } from '../../common/words/record-words.ts'
import { CopyNumber, DetailHead, RowMissing } from '../lists/detail-parts.tsx'

const readers = {
  read: (workspace: Workspace, id: string) => workspace.oldOrder(id),
  pull: (workspace: Workspace, id: string) => workspace.pullOldOrder(id),
}

export const OldOrderDetail = ({ account, workspace, id }: { account: Account; workspace: Workspace; id: string }) => {
  const { t } = useTranslation()
  const state = useRow<OldOrder>(workspace, id, readers, account.signedIn)
  if (state.row !== null) return <OldOrderRecord account={account} state={state} row={state.row} />
  if (!state.loading) return <RowMissing failure={state.failure} onAgain={state.pull} />
  return (
    <div className="detail-loading">
      <Skeleton rows={8} label={t('order.loading')} />
    </div>
  )
}

interface OldOrderRecordProps {
  readonly account: Account
  readonly state: RowState<OldOrder>
  readonly row: Cached<OldOrder>
}

export const OldOrderRecord = ({ account, state, row }: OldOrderRecordProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { value: order, readAt } = row
  const currency = order.currency.value
  return (
    <article className="detail" data-testid="old-order-detail" data-order-number={order.number ?? ''}>
      <div className="detail-main scroll">
        <DetailHead
          title={order.number ?? t('order.noNumber')}
          readAt={readAt}
          pulling={state.pulling}
          onPull={state.pull}
          chips={<Chip>{order.status ?? t('status.unknown')}</Chip>}
          aside={order.number ? <CopyNumber number={order.number} /> : null}
          subtitle={joinedTexts([format.dateText(order.created_date), order.user_email], ' · ')}
        />
        {state.failure ? <ReadTrouble account={account} why={state.failure} kept={t('order.keptAsRead')} /> : null}
        <Notice icon={Archive}>{t('oldOrder.archived')}</Notice>
        <section className="card lines" aria-label={t('order.lines')}>
          <div className="card-head">
            <h2>{t('order.linesCount', { count: order.oldorderitem_set.length })}</h2>
          </div>
          {order.oldorderitem_set.length === 0 ? <p className="card-body muted">{t('order.noItems')}</p> : null}
          <ul>
            {order.oldorderitem_set.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of an old order carry no id
              <li className="line" key={place} data-testid="old-order-line">
                <Tile name={item.product} />
                <div className="line-body">
                  <div className="line-top">
                    <span className="strong">{item.product ?? item.sku ?? t('order.namelessItem')}</span>
                    <span className="row-amount">{format.money(item.price, currency) ?? '—'}</span>
                  </div>
                  <div className="cluster line-sub muted">
                    {item.sku ? <span>{item.sku}</span> : null}
                    {item.quantity ? <span>{format.pieces(item.quantity)}</span> : null}
                  </div>
                  <OtherFields row={item} drawn={drawnOldItemFields} />
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section className="card card-body stack" aria-label={t('order.details')}>
          <Facts
            facts={[
              [t('money.total'), format.money(order.amount, currency)],
              [t('money.discount'), format.money(order.discount_amount, currency)],
              [
                t('oldOrder.payment'),
                joinedTexts([order.payment_type, order.bank, installmentWords(order.installment_count, t)], ' · '),
              ],
              [t('order.carrier'), carrierWords(order.shipping_company, t)],
              [t('order.trackingNumber'), order.tracking_number],
              [t('order.shippingAddress'), order.shipping_address],
              [t('order.billingAddress'), order.billing_address],
            ]}
          />
          <OtherFields row={order} drawn={drawnOldOrderFields} />
        </section>
      </div>
    </article>
  )
}

/** Fields of an old order that have a place on its screen. All others are listed under "more" at its end. */
export const drawnOldOrderFields: Drawn = {
  number: true,
  status: true,
  currency: { value: true },
  // Each line lists its own.
  oldorderitem_set: true,
  amount: true,
  discount_amount: true,
  payment_type: true,
  bank: true,
  installment_count: true,
  tracking_number: true,
  shipping_company: true,
  shipping_address: true,
  billing_address: true,
  user_email: true,
  created_date: true,
}

export const drawnOldItemFields: Drawn = { product: true, sku: true, quantity: true, price: true }
