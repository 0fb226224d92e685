import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure, Reply } from '../../../../src-main/contract/failures.ts'
import { Button, type ButtonProps } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/dialog.tsx'
import type { CommandId } from '../../common/commands/catalogue.ts'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { actionsOf, type EntryAction } from './groups.ts'
import { ReviewEvidence } from './review-evidence.tsx'

interface EntryActionsProps {
  readonly entry: Entry
  readonly current: boolean
  readonly onEdit: () => void
  /** Shown after the actions; does not change the entry. */
  readonly children: ReactNode
}

export const EntryActions = ({ entry, current, onEdit, children }: EntryActionsProps) => {
  const { t } = useTranslation()
  const { outbox } = useCounterside()
  const candidates = entry.review?.candidateIds ?? []
  const [asking, setAsking] = useState<'send-again' | 'discard' | null>(null)
  const [busy, setBusy] = useState<EntryAction | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const actions = actionsOf(entry)
  if (actions.size === 0) return children && <div className="cluster">{children}</div>

  const run = (action: EntryAction, command: () => Promise<Reply<Entry>>) => {
    setAsking(null)
    setBusy(action)
    setFailure(null)
    command()
      .then(reply => setFailure(reply.ok ? null : reply.failure))
      .finally(() => setBusy(null))
      .catch(() => undefined)
  }
  const button = (action: KeyedAction, onPress: () => void, variant: ButtonProps['variant']) =>
    actions.has(action) ? <EntryButton key={action} {...{ action, variant, busy, current, onPress }} /> : null

  return (
    <div className="stack-s">
      <ReviewEvidence
        entry={entry}
        busy={busy !== null}
        onAdopt={requestId => run('adopt', () => outbox.adopt(entry.id, requestId))}
      />
      <div className="cluster entry-actions">
        {button('check-now', () => run('check-now', () => outbox.checkNow(entry.id)), 'secondary')}
        {button('edit', onEdit, entry.state === 'REJECTED' ? 'primary' : 'secondary')}
        {button('retry', () => run('retry', () => outbox.retry(entry.id)), 'secondary')}
        {button('send-again', () => setAsking('send-again'), candidates.length > 0 ? 'secondary' : 'primary')}
        {button('discard', () => setAsking('discard'), 'quiet-danger')}
        <span className="entry-more">{children}</span>
      </div>
      {failure ? <FailureNotice why={failure} /> : null}
      {asking === 'send-again' ? (
        <Confirm
          title={t('entry.ask.send-again.title')}
          confirm={t('entry.action.send-again')}
          cancel={t('action.cancel')}
          onConfirm={() => run('send-again', () => outbox.sendAgain(entry.id))}
          onCancel={() => setAsking(null)}
        >
          <p>{t('entry.ask.send-again.text')}</p>
        </Confirm>
      ) : null}
      {asking === 'discard' ? (
        <Confirm
          danger
          title={t('entry.ask.discard.title')}
          confirm={t('entry.action.discard')}
          cancel={t('action.cancel')}
          onConfirm={() => run('discard', () => outbox.discard(entry.id))}
          onCancel={() => setAsking(null)}
        >
          <p>{t(entry.state === 'NEEDS_REVIEW' ? 'entry.ask.discard.maybeThere' : 'entry.ask.discard.text')}</p>
        </Confirm>
      ) : null}
    </div>
  )
}

type KeyedAction = Exclude<EntryAction, 'adopt'>

const commandOf: Readonly<Record<KeyedAction, CommandId>> = {
  'check-now': 'entry.checkNow',
  edit: 'entry.edit',
  retry: 'entry.retry',
  'send-again': 'entry.sendAgain',
  discard: 'entry.discard',
}

interface EntryButtonProps {
  readonly action: KeyedAction
  readonly variant: ButtonProps['variant']
  readonly busy: EntryAction | null
  /** Whether the entry has focus: its keys are its own then. */
  readonly current: boolean
  readonly onPress: () => void
}

/** One thing to do with an entry, by button and, while the entry has focus, by key. */
const EntryButton = ({ action, variant = 'secondary', busy, current, onPress }: EntryButtonProps) => {
  const { t } = useTranslation()
  const text = t(`entry.action.${action}`)
  const title = useKeyTitle(text, commandOf[action])
  useCommand(commandOf[action], onPress, current && busy === null)
  return (
    <Button
      small
      variant={variant}
      testId={`entry-${action}`}
      busy={busy === action}
      disabled={busy !== null}
      title={title}
      onClick={onPress}
    >
      {text}
    </Button>
  )
}
