import { useSyncExternalStore } from 'react'
import type { Watched } from '../../../model/watched.ts'

export const useWatched = <T>(watched: Watched<T>): T =>
  useSyncExternalStore(watched.subscribe, watched.snapshot, watched.snapshot)

/** A watched value that never changes, for when there is nothing to watch. */
export const still = <T>(value: T): Watched<T> => ({ snapshot: () => value, subscribe: () => () => undefined })
