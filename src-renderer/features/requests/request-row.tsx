import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/chip.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { RequestSummary } from '../../workspace/types.ts'
import { cancellationTypeWords, requestStatusWords } from '../data/status-words.ts'
import { useFormat } from '../data/use-format.ts'
import type { RowProps } from '../lists/list-pane.tsx'

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
        <span className="row-number nowrap">{`#${row.number ?? row.id}`}</span>
        <span className="nowrap">{cancellationTypeWords(row.cancellationType, t)}</span>
        <span className="row-small nowrap">{row.at === null ? row.dateText : format.near(row.at, now)}</span>
        <span className="cluster-tight row-end">
          <Chip tone={status.tone}>{status.text}</Chip>
        </span>
      </span>
      <span className="row-line row-small">
        <span className="ellipsis">
          {[row.orderNumber, row.productName].filter(Boolean).join(' · ') ||
            t('request.forItem', { item: row.orderItem ?? '?' })}
        </span>
        <span className="cluster-tight row-end row-small">
          {row.easyReturnCode ? <span className="mono">{row.easyReturnCode}</span> : null}
        </span>
      </span>
    </button>
  )
}
