import type { TFunction } from 'i18next'
import { ChartNoAxesColumn, FileDown, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { minuteMs } from '../../../model/clock.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { dayText } from '../../../ui/format/day.ts'
import { FilterSelect } from '../../../ui/inputs.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import { inParts, type Table } from '../../common/export/table.ts'
import { fileName } from '../../common/parts/save-file.tsx'
import { a4Page, type Paper } from '../../common/print/paper.ts'
import { PrintOutcome, usePrint } from '../../common/print/use-print.tsx'
import { useOwnFigures } from '../../common/services/figures.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { useStageOf } from '../../common/services/watch-rows.ts'
import { outcomes, type ShiftSummary, type Span, spanOf, summaryOf, summaryRanges } from './summary-of.ts'
import { SummaryReport } from './summary-report.tsx'
import './summary.css'

const rangeSchema = z.enum(summaryRanges)
const Nothing = () => {
  const { t } = useTranslation()
  return (
    <div className="empty" data-testid="summary-empty">
      <span className="empty-icon">
        <ChartNoAxesColumn aria-hidden strokeWidth={1.5} />
      </span>
      <h2>{t('summary.emptyTitle')}</h2>
      <p className="muted">{t('summary.emptyText')}</p>
    </div>
  )
}

const paper: Paper = { page: a4Page, margin: '12mm' }

const useSpanWords = ({ from, to }: Span): string => {
  const format = useFormat()
  const last = format.day(to - 1)
  const first = format.day(from)
  return first === last ? first : `${first} – ${last}`
}

/** What was made on this computer in a shift, and what has become of it. */
export const SummaryScreen = () => {
  const { t } = useTranslation()
  const { loaded, entries } = useOutbox()
  const { accounts } = useAccounts()
  const now = Math.floor(useNow() / minuteMs) * minuteMs
  const [range, setRange] = useKept('summary-range', rangeSchema, 'today')
  const span = useMemo(() => spanOf(range, now), [range, now])
  const own = useOwnFigures()
  const stageOf = useStageOf()
  const summary = useMemo(() => summaryOf(entries, span, own, stageOf), [entries, span, own, stageOf])
  const spanWords = useSpanWords(span)
  const report = <SummaryReport summary={summary} accounts={accounts} />
  const { state, isPrinting, isSaving, root, print, savePdf } = usePrint(
    <article className="summary-paper">
      <h1>{t('nav.summary')}</h1>
      <p>{spanWords}</p>
      {report}
    </article>,
  )
  const can = summary.made > 0
  return (
    <section className="page scroll summary" aria-label={t('nav.summary')}>
      <header className="page-head">
        <div>
          <h1>{t('nav.summary')}</h1>
          <p className="muted">{joinedTexts([spanWords, t('summary.text')], ' · ')}</p>
        </div>
        <div className="cluster summary-tools">
          <FilterSelect
            testId="summary-range"
            label={t('filter.range')}
            value={range}
            choices={summaryRanges.map(each => ({ value: each, label: t(`summary.ranges.${each}`) }))}
            onChoose={chosen => setRange(rangeSchema.catch('today').parse(chosen))}
          />
          <ExportButton
            take={() => inParts(summaryTable(summary, accounts, t))}
            can={can}
            about="summary"
            isPersonal={false}
          />
          <Button
            icon={FileDown}
            testId="summary-pdf"
            busy={isSaving}
            disabled={!can}
            onClick={() => savePdf(fileName('summary', now), paper)}
          >
            {t('print.pdf')}
          </Button>
          <Button icon={Printer} testId="summary-print" busy={isPrinting} disabled={!can} onClick={() => print(paper)}>
            {t('print.print')}
          </Button>
        </div>
      </header>
      <PrintOutcome state={state} />
      {loaded ? can ? report : <Nothing /> : <Skeleton rows={6} label={t('list.loading')} />}
      {root}
    </section>
  )
}

const counted = ['made', 'sent', ...outcomes] as const

/** A row for each day and account. */
export const summaryTable = ({ days }: ShiftSummary, accounts: readonly Account[], t: TFunction): Table => {
  const known = new Map(accounts.map(account => [account.id, account]))
  return {
    columns: [
      { title: t('summary.column.day'), kind: 'text' },
      { title: t('summary.column.account'), kind: 'text' },
      { title: t('summary.column.shop'), kind: 'text' },
      ...counted.map(name => ({ title: t(`summary.count.${name}`), kind: 'count' as const })),
      { title: t('summary.column.medianSeconds'), kind: 'count' },
      { title: t('summary.column.amounts'), kind: 'text' },
    ],
    rows: days.map(day => [
      dayText(day.day),
      known.get(day.accountId)?.label ?? t('outbox.accountGone'),
      known.get(day.accountId)?.shop.name ?? '',
      ...counted.map(name => String(day[name])),
      day.medianMs === null ? '' : String(Math.round(day.medianMs / 1000)),
      joinedTexts(
        day.amounts.flatMap(({ sum, currency }) => (sum === null ? [] : [[sum, currency].filter(Boolean).join(' ')])),
        ' · ',
      ),
    ]),
  }
}
