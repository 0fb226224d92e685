import { useTranslation } from 'react-i18next'
import type { PendingItem, PendingOrder } from '../../../src-main/contract/pending.ts'
import { Chip } from '../../ui/chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tile } from '../../ui/tile.tsx'
import type { Workspace } from '../../workspace/types.ts'
import { AddressBlock } from '../data/address-block.tsx'
import { Facts } from '../data/facts.tsx'
import { LinkButton } from '../data/link-button.tsx'
import { cancelStatusWords, orderStatusWords } from '../data/status-words.ts'
import { useFormat } from '../data/use-format.ts'
import { useRow } from '../data/use-row.ts'
import { useList } from '../data/use-workspace.ts'
import { DetailHead } from '../lists/detail-head.tsx'
import { WalkButtons } from '../lists/walk-buttons.tsx'
import { GoneNotice } from './gone-notice.tsx'
import { OtherSide } from './other-side.tsx'

const readers = { read: (workspace: Workspace, id: string) => workspace.pendingOrder(id) }

const Line = ({ item, currency }: { item: PendingItem; currency: string | null }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const status = orderStatusWords(item.status, t)
  const cancel = cancelStatusWords(item.cancel_status, t)
  return (
    <li
      className="line"
      data-testid="pending-line"
      data-order-item={item.id}
      data-cancel-status={item.cancel_status ?? ''}
    >
      <Tile name={null} />
      <div className="line-body">
        <div className="line-top">
          <span className="strong">{item.product_sku ?? t('order.namelessItem')}</span>
          <span className="row-amount">{format.money(item.price, item.price_currency.value ?? currency) ?? '—'}</span>
        </div>
        <div className="cluster line-sub">
          <Chip tone={status.tone}>{status.text}</Chip>
          {cancel ? (
            <Chip tone={cancel.tone}>{`${t('pending.cancelStatus')}: ${cancel.text}`}</Chip>
          ) : (
            <span className="muted">{t('pending.noCancel')}</span>
          )}
          {item.tracking_number ? <span className="muted">{item.tracking_number}</span> : null}
          {item.e_archive_url ? <LinkButton url={item.e_archive_url} label={t('action.openInvoice')} /> : null}
        </div>
      </div>
    </li>
  )
}

export const PendingDetail = ({ workspace, id }: { workspace: Workspace; id: string }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useRow<PendingOrder>(workspace, id, readers, false)
  const { rows, loaded, pull } = useList(workspace.pending)
  const isGone = loaded && !rows.some(row => row.id === id)
  if (state.row === null)
    return (
      <div className="detail-loading stack">
        <WalkButtons />
        {isGone || !state.loading ? (
          <GoneNotice reading={pull.kind === 'running'} kept={false} />
        ) : (
          <Skeleton rows={8} label={t('order.loading')} />
        )}
      </div>
    )
  const { value: order, readAt } = state.row
  const { customer } = order
  const currency = order.currency.value
  const status = orderStatusWords(order.status, t)
  const name = [customer?.first_name, customer?.last_name].filter(Boolean).join(' ')
  return (
    <article className="detail" data-testid="pending-detail" data-order-number={order.number ?? ''}>
      <div className="detail-main scroll">
        <DetailHead
          title={order.number ?? t('order.noNumber')}
          readAt={readAt}
          onPull={null}
          chips={<Chip tone={status.tone}>{status.text}</Chip>}
          aside={
            order.number ? (
              <CopyButton text={order.number} label={t('action.copyNumber')} doneLabel={t('action.copied')} />
            ) : null
          }
          subtitle={[format.dateText(order.date_placed), name, customer?.phone_number, customer?.email]
            .filter(Boolean)
            .join(' · ')}
        />
        <div className="spread">
          <OtherSide number={order.number} />
          <WalkButtons />
        </div>
        {isGone ? <GoneNotice reading={pull.kind === 'running'} kept /> : null}
        {order.unreadable_items > 0 ? (
          <Notice tone="wait">{t('order.unreadableItems', { count: order.unreadable_items })}</Notice>
        ) : null}
        <section className="card lines" aria-label={t('order.lines')}>
          <div className="card-head">
            <h2>{t('order.linesCount', { count: order.orderitem_set.length })}</h2>
          </div>
          <ul>
            {order.orderitem_set.map(item => (
              <Line key={item.id} item={item} currency={currency} />
            ))}
          </ul>
        </section>
        <section className="card card-body stack" aria-label={t('order.details')}>
          <div className="addresses">
            <AddressBlock title={t('order.shippingAddress')} address={order.shipping_address} />
            <AddressBlock title={t('order.billingAddress')} address={order.billing_address} />
          </div>
          <Facts
            facts={[
              [t('money.total'), format.money(order.amount, currency)],
              [t('money.discount'), format.money(order.discount_amount, currency)],
              [t('money.shipping'), format.money(order.shipping_amount, currency)],
              [t('money.refunded'), format.money(order.refund_amount, currency)],
              [t('pending.channel'), order.channel?.name],
              [t('oldOrder.payment'), order.payment_option_slug],
              [t('order.trackingNumber'), order.tracking_number],
              [t('order.invoiceNumber'), order.invoice_number],
              [t('order.giftNote'), order.gift_box_note],
            ]}
          />
        </section>
      </div>
    </article>
  )
}
