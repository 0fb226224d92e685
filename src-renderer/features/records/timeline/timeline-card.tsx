import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { Button } from '../../../ui/button.tsx'
import { isSameDay } from '../../../ui/format/day.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import type { OrderFacts } from './order-facts.ts'
import { byDay, timelineOf } from './timeline.ts'
import { TimelineRow } from './timeline-row.tsx'
import './timeline.css'

interface TimelineCardProps {
  readonly order: OrderFacts
  /** The shop's requests for this order's lines; others are left out. */
  readonly requests: readonly RequestSummary[]
  /** This computer's requests for this order. */
  readonly entries: readonly Entry[]
}

const shownAtFirst = 12

/** What has happened to an order, by day, the newest first; each event says who told of it. */
export const TimelineCard = ({ order, requests, entries }: TimelineCardProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [all, setAll] = useState(false)
  const events = timelineOf(order, requests, entries, now)
  const shown = all ? events : events.slice(0, shownAtFirst)
  const dayName = (at: number | null) => {
    if (at === null) return t('timeline.noDate')
    return isSameDay(at, now) ? t('timeline.today') : format.day(at)
  }
  return (
    <section className="card timeline" data-testid="order-timeline" aria-label={t('timeline.title')}>
      <div className="card-head">
        <h2>{t('timeline.title')}</h2>
      </div>
      <div className="card-body stack">
        {byDay(shown).map(day => (
          <div key={day.at ?? 'none'} className="timeline-day">
            <h3>{dayName(day.at)}</h3>
            <ol>
              {day.events.map(event => (
                <TimelineRow key={event.id} event={event} />
              ))}
            </ol>
          </div>
        ))}
        {events.length > shown.length ? (
          <div>
            <Button variant="ghost" small testId="timeline-all" onClick={() => setAll(true)}>
              {t('timeline.showAll', { count: events.length })}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
