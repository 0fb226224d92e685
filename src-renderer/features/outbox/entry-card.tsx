import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../src-main/contract/entries.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { dashed } from '../data/entries.ts'
import { EntryChip } from '../data/entry-chip.tsx'
import { cancellationTypeWords } from '../data/status-words.ts'
import { useOutbox } from '../data/use-entries.ts'
import { useFormat } from '../data/use-format.ts'
import { useStandstill } from '../data/use-standstill.ts'
import { useAccounts, useSignals } from '../data/use-workspace.ts'
import { useNavigation } from '../navigation/navigation.tsx'
import { pastPickupDay } from './ages.ts'
import { EntryActions } from './entry-actions.tsx'
import { EntryAttempts } from './entry-attempts.tsx'
import { EntryReason } from './entry-reason.tsx'
import { actionsOf } from './groups.ts'
import { nextWords } from './next-words.ts'
import { UndoDiscard } from './undo-discard.tsx'

export const EntryCard = ({ entry, onEdit }: { entry: Entry; onEdit: () => void }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { open, openId } = useNavigation()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId) ?? null
  const signals = useSignals(account)
  const { paused, storageFailure } = useOutbox()
  const standstill = useStandstill(entry.accountId)
  const { about, command, attempts } = entry
  const pickupDay = pastPickupDay(entry, now)
  const called = openId('outbox') === entry.id
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (called) card.current?.scrollIntoView({ block: 'nearest' })
  }, [called])

  const next = nextWords(
    {
      entry,
      signals: account ? signals : { ...signals, session: 'signed-out' },
      paused: paused.includes(entry.accountId),
      standstill,
      storageBroken: storageFailure !== null,
      now,
      time: format.time,
    },
    t,
  )
  const quantity = command.payload.quantity
  return (
    <li
      ref={card}
      className="entry"
      data-testid="outbox-entry"
      data-entry-id={entry.id}
      data-order-item={entry.orderItem}
      data-state={dashed(entry.state)}
      data-called={called}
    >
      <div className="entry-main">
        <div className="cluster">
          <EntryChip state={entry.state} />
          <span className="strong">{about.productName ?? t('order.namelessItem')}</span>
          {quantity ? <span className="muted">{t('order.pieces', { count: quantity })}</span> : null}
        </div>
        <p className="muted">
          {cancellationTypeWords(command.payload.cancellation_type, t)}
          {about.reasonText ? ` · ${about.reasonText}` : ''}
          {' · '}
          <button type="button" className="link" onClick={() => open('orders', about.orderId)}>
            {about.orderNumber ?? about.orderId}
          </button>
          {about.customerName ? ` · ${about.customerName}` : ''}
          {account ? ` · ${account.shop.name}` : ` · ${t('outbox.accountGone')}`}
        </p>
        <p className="entry-next">{next}</p>
        <EntryReason entry={entry} />
        {entry.result?.easyReturnCode ? (
          <p className="cluster">
            <span className="muted">{t('request.easyReturnCode')}</span>
            <span className="mono strong">{entry.result.easyReturnCode}</span>
            <CopyButton
              text={entry.result.easyReturnCode}
              label={t('action.copyCode')}
              doneLabel={t('action.copied')}
            />
          </p>
        ) : null}
        {pickupDay ? (
          <p className="entry-warning" data-testid="entry-pickup-past">
            <TriangleAlert className="icon" aria-hidden />
            {t(actionsOf(entry).has('edit') ? 'entry.pickupPastEdit' : 'entry.pickupPast', {
              day: format.weekday(pickupDay) ?? pickupDay,
            })}
          </p>
        ) : null}
        <EntryActions entry={entry} onEdit={onEdit} />
        <UndoDiscard entry={entry} />
        <EntryAttempts entry={entry} />
      </div>
      <div className="entry-side muted">
        <span className="row-amount">{format.money(about.amount, about.currency)}</span>
        <span title={format.moment(entry.createdAt)}>{format.age(entry.createdAt, now)}</span>
        {attempts.length === 0 ? <span>{t('entry.noAttempts')}</span> : null}
      </div>
    </li>
  )
}
