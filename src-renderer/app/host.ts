/** What the window tells; each listener has its undo. */
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
