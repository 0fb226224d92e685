import { CirclePause, CirclePlay, PackageCheck } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { unsentOf } from '../../../model/entries.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useSteadyBox } from '../../../ui/use-steady-box.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import { inParts } from '../../common/export/table.ts'
import { useOwnFigures } from '../../common/services/figures.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useAccounts, useActiveAccount } from '../../common/services/use-workspace.ts'
import { EditDialog } from './edit-dialog.tsx'
import { EntryCard } from './entry-card.tsx'
import { type GroupName, groupEntries, groupNames } from './groups.ts'
import { OldNotice } from './old-notice.tsx'
import { outboxTable } from './outbox-table.ts'
import { StandstillNotice } from './standstill-notice.tsx'
import { DiscardedNotice } from './undo-discard.tsx'
import { UnreadableNotice } from './unreadable-notice.tsx'
import { useEntryCursor } from './use-entry-cursor.ts'
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
            // Before the queue is read nobody knows which of the two this button does.
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
        <StandstillNotice key={account.id} account={account} />
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
