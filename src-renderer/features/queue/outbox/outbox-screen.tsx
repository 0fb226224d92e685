import { CirclePause, CirclePlay, Clock, PackageCheck, UserX } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { unsentOf } from '../../../model/entries.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useSteadyBox } from '../../../ui/steady.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { ExportButton } from '../../common/export/export-button.tsx'
import { inParts } from '../../common/export/table.ts'
import { useSignInAgain } from '../../common/navigation/connect-actions.tsx'
import { useOwnFigures } from '../../common/services/figures.ts'
import { useProxyAction } from '../../common/services/proxy-asked.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useClosedGate, useOutbox, useUnsent } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts, useActiveAccount, useConnection } from '../../common/services/use-workspace.ts'
import { failureWords, otherErrors } from '../../common/words/failure-words.ts'
import { EditDialog } from '../../request/form/edit-dialog.tsx'
import { useOldEntries } from './ages.ts'
import { EntryCard } from './entry-card.tsx'
import { type GroupName, groupEntries, groupNames } from './groups.ts'
import { outboxTable } from './outbox-table.ts'
import { DiscardedNotice } from './undo-discard.tsx'
import { UnreadableNotice } from './unreadable-notice.tsx'
import './outbox.css'

const doneShown = 100

const shownOf = (groups: Readonly<Record<GroupName, readonly Entry[]>>, name: GroupName): readonly Entry[] =>
  name === 'done' ? groups.done.slice(0, doneShown) : groups[name]

export const OutboxScreen = () => {
  const { t } = useTranslation()
  const { outbox } = useCounterside()
  const { loaded, entries, paused, storageFailure, restored, unreadable } = useOutbox()
  const active = useActiveAccount()
  const { accounts } = useAccounts()
  const page = useRef<HTMLElement>(null)
  useSteadyBox(page, 'data-entry-id')
  const [editing, setEditing] = useState<string | null>(null)
  const own = useOwnFigures()
  const groups = useMemo(() => groupEntries(entries), [entries])
  const shown = useMemo(() => groupNames.flatMap(name => shownOf(groups, name).map(({ id }) => id)), [groups])
  const current = useEntryCursor(shown)
  const unsent = useMemo(() => unsentOf(entries).length, [entries])
  const ids = accounts.map(account => account.id)
  const isPaused = ids.length > 0 && ids.every(id => paused.includes(id))
  const edited = entries.find(entry => entry.id === editing)

  return (
    <section ref={page} className="page scroll" aria-label={t('nav.outbox')}>
      <header className="page-head">
        <div>
          <h1>{t('nav.outbox')}</h1>
          <p className="muted">{unsent === 0 ? t('outbox.allSent') : t('outbox.unsent', { count: unsent })}</p>
        </div>
        <div className="cluster">
          <ExportButton
            take={() => inParts(outboxTable(entries, accounts, own, t))}
            can={entries.length > 0}
            about="outbox"
            isPersonal
          />
          <Button
            icon={isPaused ? CirclePlay : CirclePause}
            testId="outbox-pause"
            aria-pressed={isPaused}
            data-paused={isPaused}
            // Until the queue is read, it is unknown which of the two this button does.
            disabled={active === null || !loaded}
            onClick={() => {
              Promise.all(ids.map(id => outbox.pause(id, !isPaused))).catch(() => undefined)
            }}
          >
            {isPaused ? t('outbox.resume') : t('outbox.pause')}
          </Button>
        </div>
      </header>
      {isPaused ? <Notice tone="wait">{t('outbox.pausedText')}</Notice> : null}
      {accounts.map(account => (
        <ClosedGateNotice key={account.id} account={account} />
      ))}
      {restored > 0 ? <Notice tone="wait">{t('outbox.restored', { count: restored })}</Notice> : null}
      <UnreadableNotice count={unreadable} />
      <OldNotice />
      {loaded ? null : <Skeleton rows={6} label={t('list.loading')} />}
      {loaded && entries.length === 0 && unreadable === 0 && storageFailure === null ? (
        <div className="empty" data-testid="outbox-empty">
          <span className="empty-icon">
            <PackageCheck aria-hidden strokeWidth={1.5} />
          </span>
          <h2>{t('outbox.emptyTitle')}</h2>
          <p className="muted">{t('outbox.emptyText')}</p>
        </div>
      ) : null}
      {groupNames.map(name => {
        const group = shownOf(groups, name)
        if (group.length === 0) return null
        return (
          <section key={name} className="entry-group" aria-label={t(`outbox.group.${name}`)}>
            <h2>
              {t(`outbox.group.${name}`)} <span className="muted">{groups[name].length}</span>
            </h2>
            <ul className="card entry-list">
              {group.map(entry => (
                <EntryCard key={entry.id} entry={entry} own={own} current={entry.id === current} onEdit={setEditing} />
              ))}
            </ul>
          </section>
        )
      })}
      <DiscardedNotice />
      {edited ? <EditDialog key={edited.id} entry={edited} onClose={() => setEditing(null)} /> : null}
    </section>
  )
}

/** Shown once for the whole screen when entries have been open for long. */
const OldNotice = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const { waiting, needsYou, now } = useOldEntries()
  if (waiting === null && needsYou === null) return null
  return (
    <Notice tone="wait" icon={Clock} role="status" testId="outbox-old">
      {waiting ? <p>{t('outbox.old.waiting', { count: waiting.count, age: format.age(waiting.since, now) })}</p> : null}
      {needsYou ? (
        <p>{t('outbox.old.needsYou', { count: needsYou.count, age: format.age(needsYou.since, now) })}</p>
      ) : null}
    </Notice>
  )
}

const cardOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.entry[data-entry-id="${CSS.escape(id)}"]`)

/**
 * Which entry has focus, and the keys that walk from one to the next. `ids` in the order shown. An entry that moves to
 * another group is drawn anew: focus goes along with it.
 */
const useEntryCursor = (ids: readonly string[]): string | null => {
  const [current, setCurrent] = useState<string | null>(null)
  const held = useRef<Element | null>(null)
  const step = (by: number) => {
    const at = current === null ? -1 : ids.indexOf(current)
    const next = ids[at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + by))]
    if (next !== undefined) cardOf(next)?.focus()
  }
  useCommand('list.next', () => step(1), ids.length > 0)
  useCommand('list.previous', () => step(-1), ids.length > 0)

  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      // A dialog is asked over the entry, which has focus again afterwards.
      if (target instanceof Element && target.closest('dialog') !== null) return
      held.current = target instanceof Element ? target : null
      setCurrent(held.current?.closest<HTMLElement>('.entry')?.dataset['entryId'] ?? null)
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  // Before the next frame, in which lost focus would be brought back to the screen as a whole.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && held.current?.isConnected === false
    if (isLost && current !== null) cardOf(current)?.focus()
  })
  return current
}

/** Why an account's requests wait, where its entries alone do not show it: until when, or what to do. */
const ClosedGateNotice = ({ account }: { account: Account }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const signInAgain = useSignInAgain()
  const waiting = useUnsent(account.id).length
  const closed = useClosedGate(account.id)
  const gate = closed?.gate
  const { shop } = useConnection(account)
  const proxyAction = useProxyAction(closed?.why ?? null)
  if (waiting === 0 || !closed) return null
  // Reads get through and sending does not: no banner above the screen says so.
  const isHidden = gate === 'offline' && shop === 'answering'
  if (!isHidden && gate !== 'other-user' && gate !== 'throttled' && gate !== 'auth') return null
  const { why } = closed
  const hasOwnWords = why !== null && why.kind !== 'signed-out'
  const names = { name: account.label, shop: account.shop.name, time: format.time(closed.until ?? Date.now()) }
  return (
    <Notice
      tone="wait"
      icon={gate === 'throttled' || gate === 'offline' ? Clock : UserX}
      role="status"
      testId="outbox-standstill"
      code={why?.code ?? why?.kind ?? gate}
      title={
        hasOwnWords
          ? `${account.shop.name}: ${failureWords(why, t).title}`
          : t(`outbox.standstill.${gate}.title`, names)
      }
      actions={
        gate === 'throttled' || gate === 'offline' ? (
          proxyAction
        ) : (
          <Button small onClick={() => signInAgain(account)}>
            {t('action.signInAs', names)}
          </Button>
        )
      }
    >
      {(why ? otherErrors(why, t) : []).map(text => (
        <p key={text}>
          {t('failure.shopSaid')} {text}
        </p>
      ))}
      <p>{t(`outbox.standstill.${gate}.text`, names)}</p>
    </Notice>
  )
}
