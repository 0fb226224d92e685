import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { type DayOfAccount, type Named, outcomes, type ShiftSummary, sumFigure } from './summary-of.ts'

const Figure = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <div className="card summary-figure" data-testid={`summary-${name}`}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const Figures = ({ summary }: { summary: ShiftSummary }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = ['made', 'sent', 'confirmed', 'approved', 'rejected', 'waiting', 'unclear', 'refused'] as const
  return (
    <dl className="summary-figures">
      {shown.map(name => (
        <Figure key={name} name={name} label={t(`summary.count.${name}`)} value={format.count(summary[name])} />
      ))}
      <Figure
        name="median"
        label={t('summary.median')}
        value={summary.medianMs === null ? '–' : durationWords(summary.medianMs, t)}
      />
    </dl>
  )
}

const Amounts = ({ amounts }: Pick<ShiftSummary, 'amounts'>) => {
  const { t } = useTranslation()
  const words = useFigureWords()
  return (
    <section className="card card-body summary-card" data-testid="summary-amounts">
      <h2>{t('summary.amounts')}</h2>
      <ul className="summary-sums">
        {amounts.map(amount => (
          <li key={amount.currency}>
            <strong>{words(sumFigure(amount), amount.currency)}</strong>
            {amount.unpriced > 0 ? (
              <span className="muted">{t('summary.unpriced', { count: amount.unpriced })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="muted">{t('summary.amountsText')}</p>
    </section>
  )
}

const rowsOf = (named: readonly Named[], wordOf: (name: string | null) => string) =>
  named.map(({ name, count }) => ({ key: name ?? '', name: wordOf(name), count }))

interface SummaryReportProps {
  readonly summary: ShiftSummary
  readonly accounts: readonly Account[]
}

/** The figures of a shift, on the screen and on paper. */
export const SummaryReport = ({ summary, accounts }: SummaryReportProps) => {
  const { t } = useTranslation()
  const head = { nameTitle: t('summary.name'), countTitle: t('summary.number') }
  return (
    <div className="summary-report">
      <Figures summary={summary} />
      <div className="summary-grid">
        <BarTable
          {...head}
          testId="summary-outcomes"
          title={t('summary.byOutcome')}
          rows={outcomes.map(name => ({ key: name, name: t(`summary.count.${name}`), count: summary[name] }))}
        />
        <HourChart hours={summary.hours} />
        <BarTable
          {...head}
          testId="summary-reasons"
          title={t('summary.byReason')}
          rows={rowsOf(summary.reasons, name => name ?? t('summary.noReason'))}
        />
        <div className="stack">
          <BarTable
            {...head}
            testId="summary-types"
            title={t('summary.byType')}
            rows={rowsOf(summary.types, name => cancellationTypeWords(name, t))}
          />
          <Amounts amounts={summary.amounts} />
        </div>
        <DaysTable days={summary.days} accounts={accounts} />
      </div>
    </div>
  )
}

interface BarTableProps {
  readonly title: string
  readonly nameTitle: string
  readonly countTitle: string
  readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly testId?: string
}

/** A table with bars beside its numbers: a chart to look at, a table for screen readers. */
const BarTable = ({ title, nameTitle, countTitle, rows, testId }: BarTableProps) => {
  const format = useFormat()
  const most = Math.max(1, ...rows.map(row => row.count))
  return (
    <section className="card card-body summary-card" data-testid={testId}>
      <h2>{title}</h2>
      <table className="summary-bars">
        <thead className="sr-only">
          <tr>
            <th scope="col">{nameTitle}</th>
            <th scope="col">{countTitle}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key} data-count={row.count}>
              <th scope="row">{row.name}</th>
              <td>
                <span className="summary-bar">
                  <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none">
                    <rect width={(row.count / most) * 100} height="8" />
                  </svg>
                  <span className="summary-number">{format.count(row.count)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const counted = ['made', 'sent', ...outcomes] as const

interface DaysTableProps {
  readonly days: readonly DayOfAccount[]
  readonly accounts: readonly Account[]
}

/** Who made how many on which day, and what became of them. */
const DaysTable = ({ days, accounts }: DaysTableProps) => {
  const { t } = useTranslation()
  const words = useFigureWords()
  const format = useFormat()
  const nameOf = (accountId: string) => {
    const account = accounts.find(each => each.id === accountId)
    return account ? joinedTexts([account.label, account.shop.name], ' · ') : t('outbox.accountGone')
  }
  return (
    <section className="card card-body summary-card summary-wide">
      <h2>{t('summary.byDay')}</h2>
      <div className="summary-scroll">
        <table className="summary-days" data-testid="summary-days">
          <thead>
            <tr>
              <th scope="col">{t('summary.column.day')}</th>
              <th scope="col">{t('summary.column.account')}</th>
              {counted.map(name => (
                <th key={name} scope="col" className="summary-right">
                  {t(`summary.count.${name}`)}
                </th>
              ))}
              <th scope="col" className="summary-right">
                {t('summary.median')}
              </th>
              <th scope="col" className="summary-right">
                {t('summary.amounts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(day => (
              <tr key={`${day.day} ${day.accountId}`}>
                <th scope="row">{format.day(day.day)}</th>
                <td>{nameOf(day.accountId)}</td>
                {counted.map(name => (
                  <td key={name} className="summary-right" data-label={t(`summary.count.${name}`)}>
                    {format.count(day[name])}
                  </td>
                ))}
                <td className="summary-right" data-label={t('summary.median')}>
                  {day.medianMs === null ? '–' : durationWords(day.medianMs, t)}
                </td>
                <td className="summary-right" data-label={t('summary.amounts')}>
                  {day.amounts.map(amount => (
                    <span key={amount.currency} className="summary-amount">
                      {words(sumFigure(amount), amount.currency) ?? '–'}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const width = 24
const bar = 16
const height = 96
const foot = 20
const head = 18

/** How many requests each hour brought; the same numbers as a table for screen readers. */
const HourChart = ({ hours }: { hours: readonly number[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const most = Math.max(1, ...hours)
  const busy = hours.flatMap((count, hour) => (count > 0 ? [{ hour, count }] : []))
  const name = (hour: number) => String(hour).padStart(2, '0')
  return (
    <section className="card card-body summary-card" data-testid="summary-hours">
      <h2>{t('summary.byHour')}</h2>
      <svg
        className="summary-hours"
        role="img"
        aria-label={t('summary.byHour')}
        viewBox={`0 0 ${24 * width} ${head + height + foot}`}
      >
        <title>{t('summary.byHour')}</title>
        <line x1="0" x2={24 * width} y1={head + height + 0.5} y2={head + height + 0.5} />
        {busy.map(({ hour, count }) => {
          const tall = (count / most) * height
          const x = hour * width
          return (
            <g key={hour}>
              <rect x={x + (width - bar) / 2} y={head + height - tall} width={bar} height={tall} />
              <text x={x + width / 2} y={head + height - tall - 4} textAnchor="middle">
                {format.count(count)}
              </text>
            </g>
          )
        })}
        {[0, 3, 6, 9, 12, 15, 18, 21].map(hour => (
          <text
            key={hour}
            className="summary-hour"
            x={hour * width + width / 2}
            y={head + height + 17}
            textAnchor="middle"
          >
            {name(hour)}
          </text>
        ))}
      </svg>
      <table className="sr-only">
        <thead>
          <tr>
            <th scope="col">{t('summary.hour')}</th>
            <th scope="col">{t('summary.count.made')}</th>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ hour, count }) => (
            <tr key={hour}>
              <th scope="row">{`${name(hour)}:00`}</th>
              <td>{format.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** "45 s", "3 min 20 s", "2 h 5 min": two units at most. */
export const durationWords = (ms: number, t: TFunction): string => {
  if (ms < second) return t('summary.underSecond')
  if (ms < minute) return t('summary.seconds', { seconds: Math.round(ms / second) })
  if (ms < hour)
    return t('summary.minutes', { minutes: Math.floor(ms / minute), seconds: Math.floor((ms % minute) / second) })
  return t('summary.hours', { hours: Math.floor(ms / hour), minutes: Math.floor((ms % hour) / minute) })
}
