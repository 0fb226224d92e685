import type { TFunction } from 'i18next'
import { History, SearchX } from 'lucide-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { FilterSelect } from '../../../ui/inputs.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useSteadyBox } from '../../../ui/steady.ts'
import { useNow } from '../../../ui/use-now.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import { inParts, momentCell, type Table } from '../../common/export/table.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { ActivityEvent } from './activity-event.tsx'
import {
  type ActivityFilter,
  activityKinds,
  activityOf,
  type ActivityEvent as Event,
  everything,
  filterEvents,
  periods,
} from './events.ts'
import './activity.css'

const shownAtMost = 500

const useWho = () => {
  const { t } = useTranslation()
  const { accounts } = useAccounts()
  return useMemo(() => {
    const names = new Map(accounts.map(({ id, label, shop }) => [id, joinedTexts([label, shop.name], ' · ')]))
    return (accountId: string) => names.get(accountId) ?? t('outbox.accountGone')
  }, [accounts, t])
}

const Days = ({ events }: { events: readonly Event[] }) => {
  const format = useFormat()
  const whoOf = useWho()
  const days = useMemo(() => {
    const byDay = new Map<string, Event[]>()
    for (const event of events.slice(0, shownAtMost)) {
      const day = format.day(event.at)
      const known = byDay.get(day)
      if (known) known.push(event)
      else byDay.set(day, [event])
    }
    return [...byDay]
  }, [events, format])
  return days.map(([day, ofDay]) => (
    <section key={day} className="entry-group" aria-label={day}>
      <h2>{day}</h2>
      <ul className="card">
        {ofDay.map(event => (
          <ActivityEvent key={event.key} event={event} who={whoOf(event.entry.accountId)} />
        ))}
      </ul>
    </section>
  ))
}

const Nothing = ({ filtered }: { filtered: boolean }) => {
  const { t } = useTranslation()
  const Icon = filtered ? SearchX : History
  return (
    <div className="empty" data-testid="activity-empty">
      <span className="empty-icon">
        <Icon aria-hidden strokeWidth={1.5} />
      </span>
      <h2>{t(filtered ? 'activity.noneFitTitle' : 'activity.emptyTitle')}</h2>
      <p className="muted">{t(filtered ? 'activity.noneFitText' : 'activity.emptyText')}</p>
    </div>
  )
}

export const ActivityScreen = () => {
  const { t } = useTranslation()
  const now = useNow()
  const { loaded, entries } = useOutbox()
  const { accounts } = useAccounts()
  const whoOf = useWho()
  const page = useRef<HTMLElement>(null)
  const [filter, setFilter] = useState<ActivityFilter>(everything)
  const all = useMemo(() => activityOf(entries), [entries])
  const events = useMemo(() => filterEvents(all, filter, whoOf, now), [all, filter, whoOf, now])
  useSteadyBox(page, 'data-event', filter)
  return (
    <section ref={page} className="page scroll" aria-label={t('nav.activity')}>
      <header className="page-head">
        <div>
          <h1>{t('nav.activity')}</h1>
          <p className="muted">{t('activity.text')}</p>
        </div>
      </header>
      {all.length > 0 ? (
        <ActivityBar
          filter={filter}
          accounts={accounts}
          onChange={change => setFilter(before => ({ ...before, ...change }))}
          tools={
            <ExportButton
              take={() => inParts(activityTable(events, accounts, t))}
              can={events.length > 0}
              about="activity"
              isPersonal={false}
              testId="activity-export"
            />
          }
        />
      ) : null}
      {loaded ? null : <Skeleton rows={6} label={t('list.loading')} />}
      {loaded && events.length === 0 ? <Nothing filtered={all.length > 0} /> : null}
      <Days events={events} />
      {events.length > shownAtMost ? (
        <p className="muted">{t('activity.newestOnly', { shown: shownAtMost, count: events.length })}</p>
      ) : null}
    </section>
  )
}

const columns = ['time', 'event', 'type', 'order', 'orderItem', 'shop', 'request', 'code'] as const

/**
 * The record as rows. It leaves this computer's encryption, so it names no person: no customer, no e-mail, no account, nothing
 * that was typed into a form.
 */
export const activityTable = (events: readonly Event[], accounts: readonly Account[], t: TFunction): Table => {
  const shops = new Map(accounts.map(account => [account.id, account.shop.name]))
  return {
    columns: columns.map(name => ({ title: t(`activity.column.${name}`), kind: name === 'time' ? 'moment' : 'text' })),
    rows: events.map(({ at, kind, entry, requestId, code }) => [
      momentCell(at),
      t(`activity.kind.${kind}`),
      cancellationTypeWords(entry.command.payload.cancellation_type, t),
      entry.about.orderNumber ?? entry.about.orderId,
      entry.orderItem,
      shops.get(entry.accountId) ?? '',
      requestId ?? '',
      code ?? '',
    ]),
  }
}

interface ActivityBarProps {
  readonly filter: ActivityFilter
  readonly accounts: readonly Account[]
  readonly onChange: (change: Partial<ActivityFilter>) => void
  /** What can be done with the events that fit. */
  readonly tools: ReactNode
}

const ActivityBar = ({ filter, accounts, onChange, tools }: ActivityBarProps) => {
  const { t } = useTranslation()
  return (
    <div className="activity-bar">
      <input
        className="input"
        type="search"
        data-testid="activity-filter"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('activity.filter')}
        placeholder={t('activity.filter')}
        value={filter.text}
        onChange={event => onChange({ text: event.target.value })}
      />
      <FilterSelect
        testId="activity-kind"
        label={t('activity.kindLabel')}
        value={filter.kind}
        choices={[
          { value: '', label: t('activity.allKinds') },
          ...activityKinds.map(kind => ({ value: kind, label: t(`activity.kind.${kind}`) })),
        ]}
        onChoose={chosen => onChange({ kind: activityKinds.find(kind => kind === chosen) ?? '' })}
      />
      <FilterSelect
        testId="activity-account"
        label={t('header.account')}
        value={filter.accountId}
        choices={[
          { value: '', label: t('activity.allAccounts') },
          ...accounts.map(({ id, label, shop }) => ({ value: id, label: joinedTexts([label, shop.name], ' · ') })),
        ]}
        onChoose={accountId => onChange({ accountId })}
      />
      <FilterSelect
        testId="activity-period"
        label={t('filter.range')}
        value={filter.period}
        choices={periods.map(period => ({ value: period, label: t(`filter.ranges.${period}`) }))}
        onChoose={chosen => onChange({ period: periods.find(period => period === chosen) ?? 'any' })}
      />
      {tools}
    </div>
  )
}
