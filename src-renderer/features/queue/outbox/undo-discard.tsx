import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'

const refusals: ReadonlySet<string | null> = new Set(['asked-anew', 'too-late'])

/** Why the discarded entry could not be restored. */
export const UndoRefused = ({ why }: { why: Failure }) => {
  const { t } = useTranslation()
  if (!refusals.has(why.code)) return <FailureNotice why={why} testId="undo-refused" />
  return (
    <Notice tone="wait" role="alert" testId="undo-refused" code={why.code ?? undefined}>
      {t(`entry.undoRefused.${why.code}`)}
    </Notice>
  )
}

/** The undo button on a discarded entry's card, while undo is possible. */
export const UndoDiscard = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const { busy, failure, undo } = useUndoDiscard()
  if (entry.undo === undefined && failure === null) return null
  return (
    <div className="stack-s">
      {entry.undo ? (
        <div className="cluster entry-actions">
          <Button small icon={Undo2} testId="entry-undo" busy={busy} onClick={() => undo(entry.id)}>
            {t('entry.undo')}
          </Button>
        </div>
      ) : null}
      {failure ? <UndoRefused why={failure} /> : null}
    </div>
  )
}

/** The entry discarded last, while undo is possible. `now` in ms since 1970. */
const lastDiscarded = (entries: readonly Entry[], now: number): Entry | null =>
  entries
    .filter(entry => entry.undo !== undefined && entry.undo.until > now)
    .reduce<Entry | null>((last, one) => ((last?.settledAt ?? 0) > (one.settledAt ?? 0) ? last : one), null)

/** Stays in sight at the foot of the screen, wherever the card has gone. */
export const DiscardedNotice = () => {
  const { t } = useTranslation()
  const { entries } = useOutbox()
  const now = useNow()
  const { busy, failure, undo } = useUndoDiscard()
  const entry = lastDiscarded(entries, now)
  const title = useKeyTitle(t('entry.undo'), 'entry.undo')
  useCommand('entry.undo', () => entry && undo(entry.id), entry !== null && !busy)
  if (entry === null && failure === null) return null
  return (
    <div className="discarded">
      {failure ? <UndoRefused why={failure} /> : null}
      {entry ? (
        <div className="discarded-bar" role="status" data-testid="outbox-discarded">
          <span className="ellipsis">
            <span className="strong">{t('outbox.discarded')}</span>{' '}
            {joinedTexts([entry.about.orderNumber ?? entry.about.orderId, entry.about.productName], ' · ')}
          </span>
          <Button small icon={Undo2} testId="outbox-undo" title={title} busy={busy} onClick={() => undo(entry.id)}>
            {t('entry.undo')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

interface UndoDiscard {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly undo: (entryId: string) => void
}

/** Restores a discarded entry. The failure stays shown if that did not work. */
const useUndoDiscard = (): UndoDiscard => {
  const { outbox } = useCounterside()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const undo = (entryId: string) => {
    setBusy(true)
    setFailure(null)
    outbox
      .undoDiscard(entryId)
      .then(reply => setFailure(reply.ok ? null : reply.failure))
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }
  return { busy, failure, undo }
}
