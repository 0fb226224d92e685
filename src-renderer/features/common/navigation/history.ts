import type { Screen } from './screens.ts'

/** Where somebody is: a screen, whose rows it shows, and what is open on it. */
export interface Place {
  readonly screen: Screen
  /** Null on screens that show no account's rows. */
  readonly accountId: string | null
  readonly id: string | null
}

/** The way here, and the way back to where somebody went back from. */
export interface Trail {
  /** Oldest first. */
  readonly past: readonly Place[]
  readonly now: Place
  /** The next one first. */
  readonly future: readonly Place[]
}

/** Places to go back to; a shift of walking through a list must not grow without end. */
export const maxPast = 100

export const trailFrom = (now: Place): Trail => ({ past: [], now, future: [] })

const isSamePlace = (a: Place, b: Place): boolean =>
  a.screen === b.screen && a.accountId === b.accountId && a.id === b.id

/** Goes somewhere; the trail itself when that is where somebody is. */
export const visit = (trail: Trail, place: Place): Trail =>
  isSamePlace(trail.now, place) ? trail : { past: [...trail.past, trail.now].slice(-maxPast), now: place, future: [] }

/** One step back, past the places for which `canShow` says no (an account that is gone); null when there is none. */
export const stepBack = (trail: Trail, canShow: (place: Place) => boolean): Trail | null => {
  const at = trail.past.findLastIndex(canShow)
  const now = trail.past[at]
  return now === undefined ? null : { past: trail.past.slice(0, at), now, future: [trail.now, ...trail.future] }
}

/** One step forward again, as `stepBack`. */
export const stepForward = (trail: Trail, canShow: (place: Place) => boolean): Trail | null => {
  const at = trail.future.findIndex(canShow)
  const now = trail.future[at]
  return now === undefined ? null : { past: [...trail.past, trail.now], now, future: trail.future.slice(at + 1) }
}
