import { Gift, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '../../../src-main/contract/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { addressName } from '../data/address-block.tsx'
import { orderStatusWords } from '../data/status-words.ts'
import { useAge, useFormat } from '../data/use-format.ts'

interface OrderHeaderProps {
  readonly order: Order
  readonly readAt: number
  readonly pulling: boolean
  readonly onPull: () => void
}

export const OrderHeader = ({ order, readAt, pulling, onPull }: OrderHeaderProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const age = useAge(readAt)
  const status = orderStatusWords(order.status, t)
  const address = order.shipping_address ?? order.billing_address
  const person = (address ? addressName(address) : '') || order.user_email
  return (
    <header className="detail-head">
      <div className="detail-title">
        <h1>{order.number ?? t('order.noNumber')}</h1>
        {order.number ? (
          <CopyButton text={order.number} label={t('action.copyNumber')} doneLabel={t('action.copied')} />
        ) : null}
        <Chip tone={status.tone}>{status.text}</Chip>
        {order.has_gift_box ? <Chip icon={Gift}>{t('order.gift')}</Chip> : null}
        <span className="detail-as-of muted">
          <span data-testid="order-as-of" data-as-of={readAt} title={format.moment(readAt)}>
            {t('list.asOf', { age })}
          </span>
          <Button
            variant="ghost"
            small
            icon={RefreshCw}
            busy={pulling}
            aria-label={t('action.readAgain')}
            title={t('action.readAgain')}
            onClick={onPull}
          />
        </span>
      </div>
      <p className="muted">
        {[
          format.dateText(order.created_date),
          person,
          address?.phone_number,
          person === order.user_email ? null : order.user_email,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </header>
  )
}
