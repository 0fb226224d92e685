import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { useFigureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { BarTable } from './bar-table.tsx'
import { DaysTable } from './days-table.tsx'
import { durationWords } from './duration.ts'
import { HourChart } from './hour-chart.tsx'
import { type Named, outcomes, type ShiftSummary, sumFigure } from './summary-of.ts'

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
