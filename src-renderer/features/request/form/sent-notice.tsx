import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { hasOwnId } from '../../../model/item-requests.ts'
import { isLostStage } from '../../../model/request-status.ts'
import { hadItAlready } from '../../../outbox/evidence.ts'
import { Button } from '../../../ui/button.tsx'
import type { Tone } from '../../../ui/chip.tsx'
import { useTakeLostFocus } from '../../../ui/focus.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { EntryChipOf } from '../../common/parts/entry-chip.tsx'
import { EntryReason } from '../../common/parts/failure-notice.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { type StageOf, useStageOf } from '../../common/services/watch-rows.ts'
import { useNextWords } from '../../common/words/entry-words.ts'

interface SentNoticeProps {
  /** The entries that were saved together. */
  readonly ids: readonly string[]
  /** The name of an entry in a list of several; its product name by default. */
  readonly nameOf?: ((entry: Entry) => string) | undefined
  /** Only some lines could be saved; the rest is still in the form. */
  readonly inPart?: boolean
  /** Further buttons, shown first. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** How long the notice stays once the shop has everything. The line and the outbox show it longer. */
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

/** The next step, or the shop's answer. */
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

/** The current state of submitted requests. Closes itself once the shop has them all. */
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

/** The states of a submitted request, the most urgent first. `rejected`: the shop received it and declined it later. */
const sentKinds = ['rejected', 'refused', 'decision', 'checking', 'waiting', 'sending', 'existed', 'received'] as const
type SentKind = (typeof sentKinds)[number]

const kindOfState: Readonly<Record<Exclude<EntryState, 'DROPPED'>, SentKind>> = {
  QUEUED: 'waiting',
  SENDING: 'sending',
  UNKNOWN: 'checking',
  NEEDS_REVIEW: 'decision',
  REJECTED: 'refused',
  CONFIRMED: 'received',
}

export const sentTones: Readonly<Record<SentKind, Tone>> = {
  rejected: 'bad',
  refused: 'bad',
  decision: 'ask',
  checking: 'wait',
  waiting: 'busy',
  sending: 'busy',
  existed: 'ok',
  received: 'ok',
}

interface SentRequest {
  readonly kind: SentKind
  readonly entry: Entry
}

const kindOf = (entry: Entry, stageOf: StageOf): SentKind | null => {
  const { accountId, state, result } = entry
  if (state === 'DROPPED') return null
  if (state !== 'CONFIRMED' || result === null) return kindOfState[state]
  const stage = stageOf(accountId, result.requestId)
  if (isLostStage(stage)) return 'rejected'
  return hadItAlready(entry) ? 'existed' : 'received'
}

/** The submitted requests with their current state, in their order. Discarded ones are left out. */
export const sentRequests = (
  ids: readonly string[],
  entries: readonly Entry[],
  stageOf: StageOf,
): readonly SentRequest[] => {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  return ids.flatMap(id => {
    const entry = byId.get(id)
    const kind = entry ? kindOf(entry, stageOf) : null
    return entry && kind ? [{ kind, entry }] : []
  })
}

/** The most urgent state. */
export const worstOf = (sent: readonly SentRequest[]): SentKind =>
  sentKinds.find(kind => sent.some(one => one.kind === kind)) ?? 'received'

/** Whether the shop has received all of them. */
const allReceived = (sent: readonly SentRequest[]): boolean =>
  sent.every(({ kind }) => kind === 'received' || kind === 'existed')
