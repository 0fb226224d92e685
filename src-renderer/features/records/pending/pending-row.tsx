import { useTranslation } from 'react-i18next'
import type { PendingSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { RowProps } from '../lists/list-rows.tsx'

export const PendingRow = ({ row, open, focusable, onOpen }: RowProps<PendingSummary>) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = orderStatusWords(row.status, t)
  return (
    <button
      type="button"
      className="row"
      data-testid="pending-row"
      data-order-number={row.number ?? ''}
      data-id={row.id}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">{row.person ?? t('oldOrder.noPerson')}</span>
        <span className="row-waiting nowrap">
          {row.withoutWaiting
            ? t('pending.noneWaits')
            : t('pending.waitingOf', { waiting: row.waitingItemIds.length, count: row.itemCount })}
        </span>
        <span className="row-amount row-end">{format.money(row.amount, row.currency) ?? '—'}</span>
      </span>
      <span className="row-line row-small">
        <span className="row-number nowrap">{row.number ?? t('order.noNumber')}</span>
        <span className="nowrap">{format.nearText(row.dateText, now)}</span>
        <span className="ellipsis">{row.channel}</span>
        <span className="cluster-tight row-end">
          <Chip tone={status.tone} title={status.said}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}
