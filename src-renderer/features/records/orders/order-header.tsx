import { Gift } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { statusOfOrder } from '../../../model/order-status.ts'
import { Chip } from '../../../ui/chip.tsx'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import { DotLine } from '../../common/parts/facts.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { CustomerLink } from '../customers/customer-link.tsx'
import { CopyNumber } from '../lists/copy-number.tsx'
import { DetailHead } from '../lists/detail-head.tsx'

interface OrderHeaderProps {
  readonly order: Order
  readonly readAt: number
  readonly pulling: boolean
  readonly onPull: () => void
}

export const OrderHeader = ({ order, readAt, pulling, onPull }: OrderHeaderProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const status = orderStatusWords(statusOfOrder(order), t)
  const address = order.shipping_address ?? order.billing_address
  const name = customerNameOf(order)
  return (
    <DetailHead
      title={order.number ?? t('order.noNumber')}
      readAt={readAt}
      readAtTestId="order-as-of"
      pulling={pulling}
      onPull={onPull}
      aside={order.number ? <CopyNumber number={order.number} /> : null}
      chips={
        <>
          <Chip tone={status.tone} title={status.said}>
            {status.text}
          </Chip>
          {order.has_gift_box ? <Chip icon={Gift}>{t('order.gift')}</Chip> : null}
        </>
      }
      subtitle={
        <DotLine
          parts={[
            format.dateText(order.created_date),
            name ? <CustomerLink key="name" name={name} /> : null,
            address?.phone_number,
            order.user_email,
          ]}
        />
      }
    />
  )
}
