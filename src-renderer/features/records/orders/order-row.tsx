import { useTranslation } from 'react-i18next'
import { type EntriesByItem, openAmong } from '../../../model/entries.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { EntryChip } from '../../common/parts/entry-chip.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { RowProps } from '../lists/list-rows.tsx'
import { NoteMark } from '../notes/note-mark.tsx'

interface OrderRowProps extends RowProps<OrderSummary> {
  readonly entries: EntriesByItem
  /** Whose order it is; without it no note is looked for. */
  readonly accountId?: string | undefined
}

export const OrderRow = ({ row, open, focusable, onOpen, entries, accountId }: OrderRowProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = orderStatusWords(row.status, t)
  const entry = openAmong(entries, row.itemIds)
  const more = row.itemCount - 1
  return (
    <button
      type="button"
      className="row"
      data-testid="order-row"
      data-order-number={row.number ?? ''}
      data-id={row.id}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">
          {row.firstItem ?? t(row.itemCount > 0 ? 'order.namelessItem' : 'order.noItems')}
        </span>
        {more > 0 ? <span className="row-small nowrap">{t('order.more', { count: more })}</span> : null}
        <span className="row-amount row-end">{format.money(row.amount, row.currency) ?? '—'}</span>
      </span>
      <span className="row-line row-small">
        <span className="row-number ellipsis">{row.number ?? t('order.noNumber')}</span>
        <span className="nowrap">{format.nearText(row.dateText, now)}</span>
        <span className="cluster-tight row-end">
          {accountId === undefined ? null : <NoteMark accountId={accountId} orderId={row.id} />}
          {entry ? <EntryChip state={entry.state} bare /> : null}
          <Chip tone={status.tone} title={status.said}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}
