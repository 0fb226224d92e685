/** A value that changes and can be watched; the shape React's useSyncExternalStore wants. Snapshots are stable until they change. */
export interface Watched<T> {
  readonly snapshot: () => T
  readonly subscribe: (onChange: () => void) => () => void
}

export interface Settable<T> extends Watched<T> {
  /** Tells the listeners unless it is the very same value. */
  readonly set: (next: T) => void
}

export function createWatched<T>(initial: T): Settable<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    snapshot: () => current,
    subscribe: onChange => {
      // A wrapper of its own, so that subscribing one function twice needs two undos.
      const listener = () => onChange()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set: next => {
      if (Object.is(next, current)) return
      current = next
      for (const listener of [...listeners]) listener()
    },
  }
}
