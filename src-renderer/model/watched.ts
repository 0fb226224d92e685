/**
 * A value that can be watched, in the form that React's useSyncExternalStore needs. The snapshot is stable until it
 * changes.
 */
export interface Watched<T> {
  readonly snapshot: () => T
  readonly subscribe: (onChange: () => void) => () => void
}

export interface Settable<T> extends Watched<T> {
  /** Calls the listeners unless the value is identical. */
  readonly set: (next: T) => void
}

export function createWatched<T>(initial: T): Settable<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    snapshot: () => current,
    subscribe: onChange => {
      // A new function, so that subscribing the same one twice works and needs two undos.
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

/** Several values as one. The array stays the same object until one of them changes. */
export function watchAll<T>(watched: readonly Watched<T>[]): Watched<readonly T[]> {
  let last: readonly T[] = []
  return {
    snapshot: () => {
      const now = watched.map(each => each.snapshot())
      if (last.length !== now.length || now.some((value, at) => !Object.is(value, last[at]))) last = now
      return last
    },
    subscribe: onChange => {
      const undo = watched.map(each => each.subscribe(onChange))
      return () => {
        for (const each of undo) each()
      }
    },
  }
}
