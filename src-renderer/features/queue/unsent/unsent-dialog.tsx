import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { isolated } from '../../../model/direction.ts'
import type { Outbox } from '../../../outbox/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EntryChip } from '../../common/parts/entry-chip.tsx'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import './unsent.css'

interface UnsentDialogProps {
  readonly reason: 'quit' | 'signOut' | 'remove'
  readonly entries: readonly Entry[]
  readonly busy?: boolean
  readonly onKeep: () => void
  readonly onDiscard: () => void
  readonly onCancel: () => void
}

/** Lists every unsent entry. Keeping them is the default, and nothing happens without a choice. */
export const UnsentDialog = ({ reason, entries, busy = false, onKeep, onDiscard, onCancel }: UnsentDialogProps) => {
  const { t } = useTranslation()
  return (
    <Dialog
      wide
      title={t(`unsent.${reason}.title`, { count: entries.length })}
      testId="unsent-dialog"
      onClose={onCancel}
      footer={
        <>
          <Button testId="unsent-cancel" disabled={busy} onClick={onCancel}>
            {t('unsent.cancel')}
          </Button>
          <Button
            testId="unsent-discard"
            variant={reason === 'quit' ? 'secondary' : 'quiet-danger'}
            disabled={busy}
            onClick={onDiscard}
          >
            {t(`unsent.${reason}.discard`)}
          </Button>
          <Button testId="unsent-keep" variant="primary" busy={busy} onClick={onKeep}>
            {t(`unsent.${reason}.keep`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t(`unsent.${reason}.text`)}</p>
        <ul className="unsent-list">
          {entries.map(entry => (
            <li key={entry.id} className="spread" data-entry-id={entry.id}>
              <span className="ellipsis">
                <span className="strong">{entry.about.orderNumber ?? entry.about.orderId}</span>
                {` · ${cancellationTypeWords(entry.command.payload.cancellation_type, t)} · ${isolated(entry.about.productName ?? t('order.namelessItem'))}`}
              </span>
              <EntryChip state={entry.state} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** Discards all entries. Stops at the first failure, and the caller must stop, too. */
export const discardAll = async (outbox: Outbox, entries: readonly Entry[]): Promise<Failure | null> => {
  for (const entry of entries) {
    const reply = await outbox.discard(entry.id)
    if (!reply.ok) return reply.failure
  }
  return null
}
