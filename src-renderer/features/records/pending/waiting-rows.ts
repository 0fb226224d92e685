import type { ListSnapshot, ListStore } from '../../../lists/types.ts'
import { isWaiting, type PendingSummary } from '../../../model/summaries.ts'

/** Orders that the shop listed although no line of them waits. */
export const rowsWithoutWaiting = (rows: readonly PendingSummary[]): readonly PendingSummary[] =>
  rows.filter(row => !isWaiting(row))

/** The list with the waiting orders alone; the same snapshot until the list changes. */
export const waitingOf = (store: ListStore<PendingSummary>): ListStore<PendingSummary> => {
  let from: ListSnapshot<PendingSummary> | null = null
  let shown: ListSnapshot<PendingSummary> | null = null
  return {
    ...store,
    snapshot: () => {
      const now = store.snapshot()
      if (shown === null || now !== from) {
        const rows = now.rows.every(isWaiting)
          ? now.rows
          : now.rows === from?.rows
            ? (shown?.rows ?? [])
            : now.rows.filter(isWaiting)
        from = now
        shown = { ...now, rows }
      }
      return shown
    },
  }
}
