import { type RefObject, useEffect } from 'react'
import type { Settable } from '../../../model/watched.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { addRows, nothingSelected, reachRow, type Selection, toggleRow } from './selection.ts'

/** Made when somebody selects: a list of 50,000 is none to make with every key typed into the search. */
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
export const useSelectionKeys = ({ selection, pane, rows, openId, hasSome }: SelectionKeys): void => {
  const selectAtHand = () => {
    const focused = pane.current?.contains(document.activeElement) ? idOfRow(document.activeElement) : null
    const id = focused ?? (rows.some(row => row.id === openId) ? openId : null)
    // Nothing is selected that nobody looks at: the first press shows where it would begin.
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
