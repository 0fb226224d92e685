import { TriangleAlert } from 'lucide-react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { entryFigure, type OwnFigures, oldLinePrice } from '../../../model/amounts.ts'
import { isolated } from '../../../model/direction.ts'
import { dashed } from '../../../model/entries.ts'
import { isoOf } from '../../../model/times.ts'
import { CopyButton } from '../../../ui/copy.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { EntryReason } from '../../common/parts/failure-notice.tsx'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { attemptWords, useNextWords } from '../../common/words/entry-words.ts'
import { codeLine } from '../../common/words/failure-words.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { SlipButton } from '../../request/slip/slip-button.tsx'
import { entrySubject } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { pastPickupDay } from './ages.ts'
import { EntryActions } from './entry-actions.tsx'
import { actionsOf } from './groups.ts'
import { UndoDiscard } from './undo-discard.tsx'

interface EntryCardProps {
  readonly entry: Entry
  readonly own: OwnFigures
  /** It has focus. */
  readonly current: boolean
  readonly onEdit: (entryId: string) => void
}

/** Renders again only when the entry or its order changes: there may be hundreds of cards. */
export const EntryCard = memo(({ entry, own, current, onEdit }: EntryCardProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { openId } = useNavigation()
  const openRecord = useOpenRecord()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId) ?? null
  const words = useFigureWords()
  const figure = useMemo(() => entryFigure(entry, null, own), [entry, own])
  const { about, command, attempts } = entry
  const oldPrice = oldLinePrice(entry)
  const pickupDay = pastPickupDay(entry, now)
  const called = openId('outbox') === entry.id
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!called) return
    card.current?.scrollIntoView({ block: 'nearest' })
    // Keys act on the entry with focus, which must be the one that was looked for.
    const has = document.activeElement
    if (has === document.body || has?.matches('.main-screen') || has?.closest('.entry') != null)
      card.current?.focus({ preventScroll: true })
  }, [called])

  const next = useNextWords(entry)
  const scene = useTellScene(account)
  const quantity = command.payload.quantity
  return (
    <li
      ref={card}
      className="entry"
      tabIndex={-1}
      data-testid="outbox-entry"
      data-entry-id={entry.id}
      data-order-item={entry.orderItem}
      data-state={dashed(entry.state)}
      data-called={called}
    >
      <div className="entry-main">
        <div className="cluster">
          <EntryChipOf entry={entry} />
          <span className="strong">{about.productName ?? t('order.namelessItem')}</span>
          {quantity ? <span className="muted">{format.pieces(String(quantity))}</span> : null}
        </div>
        <p className="muted">
          {cancellationTypeWords(command.payload.cancellation_type, t)}
          {about.reasonText ? ` · ${isolated(about.reasonText)}` : ''}
          {' · '}
          <button
            type="button"
            className="link"
            onClick={() => openRecord({ accountId: entry.accountId, screen: 'orders', id: about.orderId })}
          >
            {about.orderNumber ?? about.orderId}
          </button>
          {about.customerName ? ` · ${isolated(about.customerName)}` : ''}
          {account ? ` · ${isolated(account.shop.name)}` : ` · ${t('outbox.accountGone')}`}
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
        <EntryActions entry={entry} current={current} onEdit={() => onEdit(entry.id)}>
          {entry.state === 'DROPPED' ? null : (
            <>
              <TellButton
                quiet={!called}
                shopId={account?.shop.id ?? ''}
                subjects={[entrySubject(entry, scene, figure)]}
                language={null}
              />
              <SlipButton quiet byKey={current} subject={{ kind: 'entry', entry }} />
            </>
          )}
        </EntryActions>
        <UndoDiscard entry={entry} />
        <EntryAttempts entry={entry} />
      </div>
      <div className="entry-side muted">
        <span className="row-amount">
          {figure || oldPrice === null
            ? words(figure, about.currency)
            : t('money.oldPrice', { amount: format.money(oldPrice, about.currency) })}
        </span>
        <span title={format.moment(entry.createdAt)}>{format.age(entry.createdAt, now)}</span>
        {attempts.length === 0 ? <span>{t('entry.noAttempts')}</span> : null}
      </div>
    </li>
  )
})

/** The number of attempts and, folded away, when and how each one ended. */
const EntryAttempts = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { attempts } = entry
  // Numbered through; the oldest make room after a while.
  const count = attempts.at(-1)?.no ?? 0
  if (count === 0) return null
  return (
    <details className="fold" data-testid="entry-attempts" data-count={count}>
      <summary>{t('entry.attempts', { count })}</summary>
      <ol className="attempts">
        {attempts.map(attempt => (
          <li key={attempt.no} data-outcome={attempt.outcome ?? 'under-way'}>
            <time className="nowrap muted" dateTime={isoOf(attempt.startedAt)}>
              {format.moment(attempt.startedAt)}
            </time>
            <span>
              {attemptWords(attempt, entry, t)}
              {attempt.failure && codeLine(attempt.failure) !== '' ? (
                <span className="mono muted">{` ${codeLine(attempt.failure)}`}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {attempts.length < count ? <p className="muted">{t('entry.attemptsKept', { count: attempts.length })}</p> : null}
    </details>
  )
}
