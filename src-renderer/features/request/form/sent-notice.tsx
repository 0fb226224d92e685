import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { Button } from '../../../ui/button.tsx'
import { useTakeLostFocus } from '../../../ui/focus.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useStageOf } from '../../common/services/use-stage-of.ts'
import { EntryReason } from '../../common/words/entry-reason.tsx'
import { useNextWords } from '../../common/words/entry-words.ts'
import { allReceived, type SentRequest, sentKinds, sentRequests, sentTones, worstOf } from './sent-outcome.ts'

interface SentNoticeProps {
  /** The entries that were saved in one go. */
  readonly ids: readonly string[]
  /** What each is called where there are several; by its product alone otherwise. */
  readonly nameOf?: ((entry: Entry) => string) | undefined
  /** The disk stopped before the last one: the rest is still in the form. */
  readonly inPart?: boolean
  /** What else can be done now; first among the buttons. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** How long it stays once the shop has everything: the line and the outbox go on saying it. */
const doneShownMs = 12_000

const useTitle = () => {
  const { t } = useTranslation()
  return (sent: readonly SentRequest[]): string => {
    const [first, ...others] = sent
    if (first && others.length === 0) {
      const id = first.entry.result?.requestId ?? ''
      return t(`sent.one.${first.kind}${id === '' || hasOwnId(id) ? '' : 'Nameless'}`, { id })
    }
    return sentKinds
      .map(kind => ({ kind, count: sent.filter(one => one.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => t(`sent.some.${kind}`, { count }))
      .join(' · ')
  }
}

/** What happens next, or what the shop said. */
const Detail = ({ entry }: { entry: Entry }) => {
  const next = useNextWords(entry)
  return (
    <>
      <p>{next}</p>
      <EntryReason entry={entry} />
    </>
  )
}

const Each = ({ sent, nameOf }: { sent: readonly SentRequest[]; nameOf: (entry: Entry) => string }) => (
  <ul className="sent-list">
    {sent.map(({ entry, kind }) => (
      <li key={entry.id} data-testid="sent-request" data-state={kind}>
        <span className="cluster">
          <EntryChipOf entry={entry} />
          <span>{nameOf(entry)}</span>
        </span>
        {kind === 'refused' || kind === 'decision' ? <Detail entry={entry} /> : null}
      </li>
    ))}
  </ul>
)

/** What has become of requests since they were submitted. It changes with them, until the shop has them all or it is closed. */
export const SentNotice = ({ ids, nameOf, inPart = false, children, onClose }: SentNoticeProps) => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  const { entries } = useOutbox()
  const stageOf = useStageOf()
  const titleOf = useTitle()
  const place = useRef<HTMLSpanElement>(null)
  useTakeLostFocus(place, ids)
  const sent = sentRequests(ids, entries, stageOf)
  const isDone = sent.length > 0 && !inPart && allReceived(sent)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(onClose, doneShownMs)
    return () => clearTimeout(timer)
  }, [isDone, onClose])
  const [only, ...others] = sent
  if (!only) return null
  const kind = worstOf(sent)
  const isOne = others.length === 0 && !inPart
  const tone = inPart && sentTones[kind] === 'ok' ? 'wait' : sentTones[kind]
  return (
    <Notice
      role="status"
      tone={tone}
      testId="request-saved"
      state={kind}
      title={titleOf(sent)}
      actions={
        <span className="cluster" ref={place}>
          {children}
          <Button small onClick={() => go('outbox')}>
            {t('action.showInOutbox')}
          </Button>
          <Button small variant="ghost" onClick={onClose}>
            {t('action.close')}
          </Button>
        </span>
      }
    >
      {inPart ? <p>{t('several.savedInPart')}</p> : null}
      {isOne && kind !== 'received' ? <Detail entry={only.entry} /> : null}
      {isOne ? null : (
        <Each sent={sent} nameOf={nameOf ?? (entry => entry.about.productName ?? t('order.namelessItem'))} />
      )}
    </Notice>
  )
}
