import { type RefObject, useEffect } from 'react'

/** The record beside the list takes the focus. */
export const focusRecord = (): void =>
  document.querySelector<HTMLElement>('.detail-pane')?.focus({ preventScroll: true })

/** Its row, where the list has one in sight or not; else the record itself. */
const focusOpen = (pane: HTMLElement | null): void => {
  const row = pane?.querySelector<HTMLElement>('[aria-current="true"]')
  if (row) row.focus()
  else focusRecord()
}

export const focusOpenSoon = (pane: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => focusOpen(pane.current))
}

/** Rows and tabs: Enter opens what they stand for. Not those of the record that is open. */
const opensAnother =
  '.row:not([aria-current="true"]), .table-open, [role="tab"]:not([aria-selected="true"]), .main-screen'

/**
 * A record may be opened from elsewhere, by the find box, a scanner, a tab or a link. The focus goes along from a row
 * or a tab, for Enter must not open another record than the one that is seen.
 */
export const useFocusFollows = (pane: RefObject<HTMLElement | null>, openId: string | null): void => {
  useEffect(() => {
    if (openId !== null && document.activeElement?.matches(opensAnother) === true) focusOpen(pane.current)
  }, [pane, openId])
}
