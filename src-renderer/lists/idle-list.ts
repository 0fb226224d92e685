import type { ListSnapshot, ListStore } from './types.ts'

/** A list that this kind of account does not have: there, empty, and never pulled. */
export function createIdleList<S>(): ListStore<S> {
  const snapshot: ListSnapshot<S> = { loaded: true, rows: [], asOf: null, pull: { kind: 'idle' }, unreadable: [] }
  return {
    snapshot: () => snapshot,
    subscribe: () => () => {},
    refresh: () => Promise.resolve(),
    stop: () => {},
  }
}
