import { Copy, ListChecks, X } from 'lucide-react'
import { type RefObject, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Settable } from '../../../model/watched.ts'
import { Button } from '../../../ui/button.tsx'
import { copyText } from '../../../ui/copy.tsx'
import { say } from '../../common/commands/announcement.tsx'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { askForOrders } from '../../request/several/open-several.tsx'
import { addRows, nothingSelected, reachRow, type Selection, selectionOf, toggleRow } from './selection.ts'

interface SelectingProps {
  readonly accountId: string
  readonly screen: RecordKind
  readonly pane: RefObject<HTMLElement | null>
  /** The rows that match, in the order shown. */
  readonly rows: readonly SummaryBase[]
  /** Every row of the list, whatever the filters say. */
  readonly all: readonly SummaryBase[]
  readonly openId: string | null
}

/** The number of selected rows and what can be done with them. Draws nothing without a selection. */
export const Selecting = ({ accountId, screen, pane, rows, all, openId }: SelectingProps) => {
  const selection = selectionOf(accountId, screen)
  const { ids } = useWatched(selection)
  // A row that left the list is no longer selected.
  const picked = useMemo(() => (ids.size === 0 ? [] : all.filter(({ id }) => ids.has(id))), [all, ids])
  useSelectionKeys({ selection, pane, rows, openId, hasSome: ids.size > 0 })
  if (picked.length === 0) return null
  return <SelectionBar {...{ accountId, screen, rows, picked }} />
}

interface SelectionBarProps extends Pick<SelectingProps, 'accountId' | 'screen' | 'rows'> {
  readonly picked: readonly SummaryBase[]
}

const SelectionBar = ({ accountId, screen, rows, picked }: SelectionBarProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { go } = useNavigation()
  const selection = selectionOf(accountId, screen)
  const allTitle = useKeyTitle(
    t('selection.all', { count: rows.length, shown: format.count(rows.length) }),
    'list.selectAll',
  )
  const clearTitle = useKeyTitle(t('selection.clear'), 'list.leave')
  const isPicked = useMemo(() => new Set(picked.map(({ id }) => id)), [picked])
  const inView = useMemo(() => rows.filter(({ id }) => isPicked.has(id)).length, [rows, isPicked])
  const outside = picked.length - inView
  const numbers = picked.flatMap(({ number }) => number ?? [])
  const copy = () => {
    const [text = ''] = numbers
    const isCopied = copyText(numbers.join('\n'))
    say(isCopied ? t('keys.copied', { count: numbers.length, text }) : t('keys.notCopied'))
  }
  const ask = () => {
    askForOrders(accountId, numbers)
    go('several')
  }
  return (
    <div className="selection-bar" role="group" aria-label={t('selection.label')} data-testid="selection-bar">
      <div className="selection-line">
        <span className="strong" role="status" data-testid="selection-count" data-count={picked.length}>
          {t('selection.count', { count: picked.length, shown: format.count(picked.length) })}
        </span>
        {outside > 0 ? (
          <span className="muted ellipsis">
            {t('selection.outside', { count: outside, shown: format.count(outside) })}
          </span>
        ) : null}
        {inView < rows.length ? (
          <button
            type="button"
            className="link nowrap"
            data-testid="selection-all"
            title={allTitle}
            onClick={() =>
              selection.set(
                addRows(
                  selection.snapshot(),
                  rows.map(({ id }) => id),
                ),
              )
            }
          >
            {t('selection.all', { count: rows.length, shown: format.count(rows.length) })}
          </button>
        ) : null}
        <Button
          small
          variant="ghost"
          icon={X}
          testId="selection-clear"
          aria-label={t('selection.clear')}
          title={clearTitle}
          onClick={() => selection.set(nothingSelected)}
        />
      </div>
      {numbers.length === 0 ? null : (
        <div className="selection-line">
          {screen === 'orders' ? (
            <Button small variant="primary" icon={ListChecks} testId="selection-ask" onClick={ask}>
              {t('selection.ask', { count: numbers.length })}
            </Button>
          ) : null}
          <Button small icon={Copy} testId="selection-copy" onClick={copy}>
            {t('selection.copy', { count: numbers.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The ids of the shown rows. Made only for a selection, because making 50,000 at each key press would be slow. */
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

const idOfRow = (within: Element | null | undefined): string | null => {
  const row =
    within?.closest<HTMLElement>('.table-row') ??
    within?.closest('.virtual > ul > li')?.querySelector<HTMLElement>('.row')
  return row?.dataset['id'] ?? null
}

interface SelectionKeys {
  readonly selection: Settable<Selection>
  readonly pane: RefObject<HTMLElement | null>
  /** The rows that match, in the order shown. */
  readonly rows: readonly { readonly id: string }[]
  readonly openId: string | null
  readonly hasSome: boolean
}

/** Selecting by key, and by clicks with Shift or Ctrl. */
const useSelectionKeys = ({ selection, pane, rows, openId, hasSome }: SelectionKeys): void => {
  const selectAtHand = () => {
    const focused = pane.current?.contains(document.activeElement) ? idOfRow(document.activeElement) : null
    const id = focused ?? (rows.some(row => row.id === openId) ? openId : null)
    // The first press only shows where the selection would begin, so that no row is selected unseen.
    if (id === null)
      pane.current?.querySelector<HTMLElement>('.virtual > ul .row[tabindex="0"], .table-open[tabindex="0"]')?.focus()
    else selection.set(toggleRow(selection.snapshot(), id))
  }
  useCommand('list.select', selectAtHand, rows.length > 0)
  useCommand('list.selectAll', () => selection.set(addRows(selection.snapshot(), idsOf(rows))), rows.length > 0)
  useCommand('list.leave', () => selection.set(nothingSelected), hasSome)

  useEffect(() => {
    const list = pane.current
    const onClick = (event: MouseEvent) => {
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return
      const id = idOfRow(event.target instanceof Element ? event.target : null)
      if (id === null) return
      event.preventDefault()
      event.stopPropagation()
      const before = selection.snapshot()
      if (!event.shiftKey) return selection.set(toggleRow(before, id))
      selection.set(reachRow({ ...before, anchor: before.anchor ?? openId }, idsOf(rows), id))
    }
    list?.addEventListener('click', onClick, true)
    return () => list?.removeEventListener('click', onClick, true)
  }, [pane, selection, rows, openId])
}
