import { minuteMs } from '../model/clock.ts'
/** What the window reports. Each call that adds a listener returns its undo. */
export interface Host {
  readonly onFocus: (listener: () => void) => () => void
  readonly onNetwork: (listener: (online: boolean) => void) => () => void
  readonly isOnline: () => boolean
  readonly isVisible: () => boolean
  readonly every: (ms: number, work: () => void) => () => void
  readonly now: () => number
}

export function createWindowHost(): Host {
  const listen = (name: string, listener: () => void): (() => void) => {
    window.addEventListener(name, listener)
    return () => window.removeEventListener(name, listener)
  }
  return {
    onFocus: listener => listen('focus', listener),
    onNetwork: listener => {
      const undo = [listen('online', () => listener(true)), listen('offline', () => listener(false))]
      return () => {
        for (const remove of undo) remove()
      }
    },
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === 'visible',
    every: (ms, work) => {
      const timer = setInterval(work, ms)
      return () => clearInterval(timer)
    },
    now: Date.now,
  }
}

const EVERY_MS = 5 * minuteMs
const FOCUS_AFTER_MS = 2 * minuteMs

/** Syncs by itself: at intervals while the window is visible, and when the user comes back to it. */
export function setupAutoSync(host: Host, lastSyncAt: () => number | null, syncAll: () => void): () => void {
  const undo = [
    host.every(EVERY_MS, () => {
      if (host.isVisible()) syncAll()
    }),
    host.onFocus(() => {
      const last = lastSyncAt()
      const ageMs = last === null ? Number.POSITIVE_INFINITY : host.now() - last
      // A negative age means that the clock was set back.
      if (ageMs > FOCUS_AFTER_MS || ageMs < 0) syncAll()
    }),
  ]
  return () => {
    for (const remove of undo) remove()
  }
}
