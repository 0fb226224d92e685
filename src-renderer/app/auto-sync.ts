import type { Host } from './host.ts'

const EVERY_MS = 5 * 60_000
const FOCUS_AFTER_MS = 2 * 60_000

/** When to look at the shop without being asked: by the clock while somebody can see it, and when somebody comes back. */
export function setupAutoSync(host: Host, lastSyncAt: () => number | null, syncAll: () => void): () => void {
  const undo = [
    host.every(EVERY_MS, () => {
      if (host.isVisible()) syncAll()
    }),
    host.onFocus(() => {
      const last = lastSyncAt()
      const ageMs = last === null ? Number.POSITIVE_INFINITY : host.now() - last
      // A negative age comes from a clock that was set back.
      if (ageMs > FOCUS_AFTER_MS || ageMs < 0) syncAll()
    }),
  ]
  return () => {
    for (const remove of undo) remove()
  }
}
