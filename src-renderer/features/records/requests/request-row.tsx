import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import type { RowProps } from '../lists/list-rows.tsx'

export const RequestRow = ({ row, open, focusable, onOpen }: RowProps<RequestSummary>) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = requestStatusWords(row.status, t)
  return (
    <button
      type="button"
      className="row"
      data-testid="request-row"
      data-id={row.id}
      data-order-item={row.orderItem ?? ''}
      data-status={row.status.value ?? ''}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">
          {row.productName ?? t('request.forItem', { item: row.orderItem ?? '?' })}
        </span>
        <span className="cluster-tight row-end row-small nowrap">
          {row.easyReturnCode ? <span className="row-code mono">{row.easyReturnCode}</span> : null}
          {format.nearText(row.dateText, now)}
        </span>
      </span>
      <span className="row-line row-small">
        <span className="row-number nowrap">{`${cancellationTypeWords(row.cancellationType, t)} #${row.number ?? row.id}`}</span>
        <span className="ellipsis">{row.orderNumber}</span>
        <span className="cluster-tight row-end">
          <Chip tone={status.tone} title={status.said}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}
