const isAnyOpen = (): boolean => document.querySelector('dialog[open]') !== null

/**
 * Runs at once, or as soon as the last open dialog has its answer: what leaves the screen takes its dialogs along, with
 * all that was typed in them. Returns its undo.
 */
export const whenNoDialog = (run: () => void): (() => void) => {
  if (!isAnyOpen()) {
    run()
    return () => undefined
  }
  const changes = new MutationObserver(() => {
    if (isAnyOpen()) return
    changes.disconnect()
    run()
  })
  changes.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] })
  return () => changes.disconnect()
}
