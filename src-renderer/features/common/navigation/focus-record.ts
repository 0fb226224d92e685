import { type RefObject, useEffect } from 'react'

/** Focuses the record beside the list. */
export const focusRecord = (): void =>
  document.querySelector<HTMLElement>('.detail-pane')?.focus({ preventScroll: true })

/** Focuses the open record's row, or the record itself when the list has no such row. */
const focusOpen = (pane: HTMLElement | null): void => {
  const row = pane?.querySelector<HTMLElement>('[aria-current="true"]')
  if (row) row.focus()
  else focusRecord()
}

export const focusOpenSoon = (pane: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => focusOpen(pane.current))
}

/** Elements on which Enter would open another record: rows and tabs, except those of the open record. */
const opensAnother =
  '.row:not([aria-current="true"]), .table-open, [role="tab"]:not([aria-selected="true"]), .main-screen'

/**
 * Moves the focus when the find box, a scanner, a tab or a link opens another record. Left on an old row or tab, the
 * next Enter would open that one again.
 */
export const useFocusFollows = (pane: RefObject<HTMLElement | null>, openId: string | null): void => {
  useEffect(() => {
    if (openId !== null && document.activeElement?.matches(opensAnother) === true) focusOpen(pane.current)
  }, [pane, openId])
}
