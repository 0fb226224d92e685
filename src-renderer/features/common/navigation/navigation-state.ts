import type { Screen } from './screens.ts'

/** A screen, the account whose rows it shows, and the record open on it. */
export interface Place {
  readonly screen: Screen
  /** Null on screens that show no account's rows. */
  readonly accountId: string | null
  readonly id: string | null
}

/** The history for back and forward. */
export interface Trail {
  /** Oldest first. */
  readonly past: readonly Place[]
  readonly now: Place
  /** Nearest first. */
  readonly future: readonly Place[]
}

/** The order item to show in the opened order, and what led to it. */
export interface LineAim {
  readonly item: string
  readonly by: 'trade-in-link' | 'record'
}

interface NavigationState {
  readonly trail: Trail
  /** The open record of each screen and account. Kept while other screens are shown. */
  readonly opened: Readonly<Record<string, string | null>>
  readonly line: LineAim | null
}

type NavigationStep =
  | { readonly kind: 'go'; readonly screen: Screen; readonly accountId: string | null }
  | { readonly kind: 'open'; readonly place: Place; readonly line: LineAim | null }
  /** The screen now shows another account's rows. */
  | { readonly kind: 'account'; readonly accountId: string | null }
  /** One step back or forward. */
  | { readonly kind: 'trail'; readonly trail: Trail }
  /** Closes a record without leaving the current screen. */
  | { readonly kind: 'forget'; readonly place: Place }

const slotOf = (accountId: string | null, screen: Screen): string => `${accountId ?? ''} ${screen}`

export const firstState = (screen: Screen, accountId: string | null): NavigationState => ({
  trail: trailFrom({ screen, accountId, id: null }),
  opened: {},
  line: null,
})

export const openIn = (state: NavigationState, accountId: string | null, screen: Screen): string | null =>
  state.opened[slotOf(accountId, screen)] ?? null

const goTo = (state: NavigationState, screen: Screen, accountId: string | null): NavigationState => ({
  ...state,
  trail: visit(state.trail, { screen, accountId, id: openIn(state, accountId, screen) }),
})

const withOpen = (state: NavigationState, { accountId, screen, id }: Place): NavigationState['opened'] => ({
  ...state.opened,
  [slotOf(accountId, screen)]: id,
})

export const navigate = (state: NavigationState, step: NavigationStep): NavigationState => {
  switch (step.kind) {
    case 'go':
      return goTo(state, step.screen, step.accountId)
    case 'open':
      return { trail: visit(state.trail, step.place), opened: withOpen(state, step.place), line: step.line }
    case 'account':
      return step.accountId === state.trail.now.accountId ? state : goTo(state, state.trail.now.screen, step.accountId)
    case 'trail':
      return { trail: step.trail, opened: withOpen(state, step.trail.now), line: null }
    case 'forget': {
      const { accountId, screen, id } = step.place
      if (openIn(state, accountId, screen) !== id) return state
      return { ...state, opened: withOpen(state, { accountId, screen, id: null }) }
    }
  }
}

/** Going through lists all day must not grow the history without end. */
export const maxPast = 100

export const trailFrom = (now: Place): Trail => ({ past: [], now, future: [] })

const isSamePlace = (a: Place, b: Place): boolean =>
  a.screen === b.screen && a.accountId === b.accountId && a.id === b.id

/** Adds a place; returns the same trail when that is the current place. */
export const visit = (trail: Trail, place: Place): Trail =>
  isSamePlace(trail.now, place) ? trail : { past: [...trail.past, trail.now].slice(-maxPast), now: place, future: [] }

/** One step back; null when there is none. Skips places that `canShow` refuses, e.g. of an account that was removed. */
export const stepBack = (trail: Trail, canShow: (place: Place) => boolean): Trail | null => {
  const at = trail.past.findLastIndex(canShow)
  const now = trail.past[at]
  return now === undefined ? null : { past: trail.past.slice(0, at), now, future: [trail.now, ...trail.future] }
}

/** One step forward, as `stepBack`. */
export const stepForward = (trail: Trail, canShow: (place: Place) => boolean): Trail | null => {
  const at = trail.future.findIndex(canShow)
  const now = trail.future[at]
  return now === undefined ? null : { past: [...trail.past, trail.now], now, future: trail.future.slice(at + 1) }
}
