import { type Place, type Trail, trailFrom, visit } from './history.ts'
import type { Screen } from './screens.ts'

/** The order item that somebody came for, and by what. */
export interface LineAim {
  readonly item: string
  readonly by: 'trade-in-link' | 'record'
}

interface NavigationState {
  readonly trail: Trail
  /** What is open on each screen of each account; kept while others are shown. */
  readonly opened: Readonly<Record<string, string | null>>
  readonly line: LineAim | null
}

type NavigationStep =
  | { readonly kind: 'go'; readonly screen: Screen; readonly accountId: string | null }
  | { readonly kind: 'open'; readonly place: Place; readonly line: LineAim | null }
  /** The screen shows another account's rows now. */
  | { readonly kind: 'account'; readonly accountId: string | null }
  /** To a trail that history.ts made of the present one. */
  | { readonly kind: 'trail'; readonly trail: Trail }
  /** A record is to be open no more, wherever somebody is. */
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
