import type { ListSnapshot, ListStore } from '../../../lists/types.ts'
import { isWaiting, type PendingSummary } from '../../../model/summaries.ts'

/** The orders of which no line waits, although the shop lists them. */
export const rowsWithoutWaiting = (rows: readonly PendingSummary[]): readonly PendingSummary[] =>
  rows.filter(row => !isWaiting(row))

/** The list without orders of which no line waits. The snapshot stays the same object until the list changes. */
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
