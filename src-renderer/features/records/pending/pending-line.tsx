import { useTranslation } from 'react-i18next'
import type { PendingItem, PendingOrder } from '../../../../src-main/contract/pending.ts'
import { isolated } from '../../../model/direction.ts'
import { shownPieces } from '../../../model/priced-order.ts'
import { Chip, Tile } from '../../../ui/chip.tsx'
import { LinkButton } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import { LinePrice } from '../../common/parts/line.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { cancelStatusWords, orderStatusWords } from '../../common/words/status-words.ts'
import { drawnPendingItemFields } from './drawn-fields.ts'

export const PendingLine = ({ item, order }: { item: PendingItem; order: PendingOrder }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const pieces = shownPieces(item)
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
          <LinePrice order={order} line={item} />
        </div>
        <div className="cluster line-sub">
          <Chip tone={status.tone}>{status.text}</Chip>
          {pieces === null ? null : <span className="muted">{format.pieces(pieces)}</span>}
          {cancel ? (
            <Chip tone={cancel.tone}>{`${t('pending.cancelStatus')}: ${isolated(cancel.text)}`}</Chip>
          ) : (
            <span className="muted">{t('pending.noCancel')}</span>
          )}
          {item.tracking_number ? <span className="muted">{item.tracking_number}</span> : null}
          {item.e_archive_url ? <LinkButton url={item.e_archive_url} label={t('action.openInvoice')} /> : null}
        </div>
        <OtherFields row={item} drawn={drawnPendingItemFields} />
      </div>
    </li>
  )
}
