import { FileWarning, RefreshCw, Square } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { UnreadableRow } from '../../../../src-main/contract/pages.ts'
import type { ListSnapshot } from '../../../lists/types.ts'
import { minuteMs } from '../../../model/clock.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import type { RowsInParts } from '../../common/export/table.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { selectionOf } from '../selection/selection.ts'
import { useShownList } from './shown-list.ts'

interface ListHeadProps {
  readonly title: string
  readonly account: Account
  readonly snapshot: ListSnapshot<SummaryBase>
  readonly matchCount: number
  /** The number of new rows above the visible ones, and a way to them. */
  readonly above: number
  readonly onTop: () => void
  /** The search text that `matchCount` belongs to. The typed text may be a key press ahead. */
  readonly query: string
  readonly onStop: () => void
  /** More buttons for the list. */
  readonly tools?: ReactNode
}

export const ListHead = ({
  title,
  account,
  snapshot,
  matchCount,
  above,
  onTop,
  query,
  onStop,
  tools,
}: ListHeadProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { asOf, headAsOf = null, pull, rows, unreadable } = snapshot
  const readAt = headAsOf === null ? asOf : Math.max(headAsOf, asOf ?? 0)
  const age = readAt === null ? null : format.age(readAt, now)
  // A pull that stopped at known rows read only the new ones. The older rows are as of the last complete pull.
  const isPartly = readAt !== null && asOf !== null && readAt - asOf > minuteMs
  return (
    <div className="list-head">
      <div className="list-title">
        <div className="list-said">
          <h1>{title}</h1>
          <span className="list-count" data-testid="list-count" data-count={matchCount} data-query={query}>
            {matchCount === rows.length
              ? t('list.count', { count: matchCount, shown: format.count(matchCount) })
              : t('list.countOf', { shown: format.count(matchCount), total: format.count(rows.length) })}
          </span>
          {above === 0 ? null : (
            <button
              type="button"
              className="link list-above"
              data-testid="list-above"
              data-count={above}
              onClick={onTop}
            >
              {t('list.above', { count: above, shown: format.count(above) })}
            </button>
          )}
          <div className="list-meta">
            <span className="list-account ellipsis" title={joinedTexts([account.shop.name, account.label], ' · ')}>
              {account.label}
            </span>
            <span
              className="nowrap"
              data-testid="list-as-of"
              data-as-of={readAt ?? ''}
              title={asOf === null ? undefined : t('list.wholeAsOf', { moment: format.moment(asOf) })}
            >
              {age === null ? t('list.neverRead') : t(isPartly ? 'list.newestAsOf' : 'list.asOf', { age })}
            </span>
            {isPartly ? (
              <>
                <span aria-hidden>·</span>
                <span className="nowrap">{t('list.allAsOf', { age: format.age(asOf, now) })}</span>
              </>
            ) : null}
            <Unreadable rows={unreadable} />
          </div>
        </div>
        <div className="list-tools">
          {tools}
          <ExportList />
        </div>
      </div>
      {pull.kind === 'running' ? (
        <div className="list-pull" role="status" data-testid="list-progress">
          <RefreshCw className="icon spin" aria-hidden />
          <span className="ellipsis">
            {pull.total === null
              ? t('list.pulling', { done: format.count(pull.done) })
              : t('list.pullingOf', { done: format.count(pull.done), total: format.count(pull.total) })}
          </span>
          <progress
            max={pull.total ?? undefined}
            value={pull.total === null ? undefined : pull.done}
            aria-label={title}
          />
          <Button variant="ghost" small icon={Square} testId="list-stop" onClick={onStop}>
            {t('action.stop')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const nothing: RowsInParts = { columns: [], count: 0, rowsBetween: () => [] }

/** Exports the list as shown, or the selected rows of it. */
const ExportList = () => {
  const list = useShownList()
  const { ids } = useWatched(selectionOf(list?.accountId ?? '', list?.screen ?? 'orders'))
  const shown: RowsInParts =
    list === null ? nothing : { columns: list.columns, count: list.count, rowsBetween: list.rows }
  // Selected rows that the filters hide are exported as well: the selection bar counts them.
  const selected = useMemo((): RowsInParts => {
    if (list === null) return nothing
    const { count, rows } = list.only(ids)
    return { columns: list.columns, count, rowsBetween: rows }
  }, [list, ids])
  return (
    <ExportButton
      small
      take={() => shown}
      takeSelected={() => (selected.count === 0 ? null : selected)}
      can={shown.count > 0 || selected.count > 0}
      about={list?.screen ?? ''}
      isPersonal
    />
  )
}

const shownAtMost = 50

/** Rows from the shop that could not be read: their number, and their raw text. */
const Unreadable = ({ rows }: { rows: readonly UnreadableRow[] }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="link list-unreadable"
        data-testid="list-unreadable"
        data-count={rows.length}
        onClick={() => setOpen(true)}
      >
        <FileWarning className="icon" aria-hidden />
        {t('list.unreadable', { count: rows.length })}
      </button>
      {open ? (
        <Dialog
          wide
          title={t('list.unreadable', { count: rows.length })}
          onClose={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{t('action.close')}</Button>}
        >
          <div className="stack">
            <p className="muted">{t('list.unreadableText')}</p>
            {rows.slice(0, shownAtMost).map(row => (
              <pre className="raw" key={`${row.index} ${row.raw.slice(0, 40)}`}>
                {row.raw}
              </pre>
            ))}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
