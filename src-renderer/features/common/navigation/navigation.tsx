import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import { useBridge, useCounterside } from '../services/services.tsx'
import { useAccounts } from '../services/use-workspace.ts'
import {
  firstState,
  type LineAim,
  navigate,
  openIn,
  type Place,
  stepBack,
  stepForward,
  type Trail,
} from './navigation-state.ts'
import { accountIdFor, type Screen } from './screens.ts'

export type { Screen } from './screens.ts'

/** What the connect screen fills in when a person signs in again. */
export interface ConnectHint {
  readonly commerceUrl?: string
  readonly omnitronUrl?: string
  /** The name that a person gave to a session whose user the shop did not name. */
  readonly name?: string
}

interface Navigation {
  readonly screen: Screen
  /** The current screen with its open record. */
  readonly here: Place
  /** The open record of a list screen, for the account it shows. Kept while other screens are shown. */
  readonly openId: (screen: Screen) => string | null
  readonly go: (screen: Screen) => void
  /** Opens a record of the account that the screen shows. */
  readonly open: (screen: Screen, id: string | null, line?: LineAim) => void
  /** Opens a record of any account after switching to that account. Does nothing when the account was removed. */
  readonly openAt: (place: Place, line?: LineAim) => void
  /** Closes that record and stays on the current screen. */
  readonly forget: (place: Place) => void
  readonly openLine: LineAim | null
  readonly connect: (hint?: ConnectHint) => void
  readonly connectHint: ConnectHint
  /** Null when there is nothing to go back to. */
  readonly back: (() => void) | null
  readonly forward: (() => void) | null
}

const NavigationContext = createContext<Navigation | null>(null)

const useNavigationState = (first: Screen): Navigation => {
  const bridge = useBridge()
  const { accounts: watched } = useCounterside()
  const list = useAccounts()
  const [state, dispatch] = useReducer(navigate, first, screen => firstState(screen, accountIdFor(list, screen)))
  const [connectHint, setHint] = useState<ConnectHint>({})
  // Set while the account changes in order to show a place: that change must not add a step to the history. When
  // several jumps overlap, the last one wins.
  const jumping = useRef<object | null>(null)
  const { trail, line: openLine } = state
  const { screen } = trail.now
  const shownId = accountIdFor(list, screen)
  const openId = useCallback((where: Screen) => openIn(state, accountIdFor(list, where), where), [state, list])

  useEffect(() => {
    if (jumping.current === null && screen !== 'customer') dispatch({ kind: 'account', accountId: shownId })
  }, [shownId, screen])

  const go = useCallback(
    (where: Screen) => dispatch({ kind: 'go', screen: where, accountId: accountIdFor(watched.snapshot(), where) }),
    [watched],
  )
  const open = useCallback(
    (where: Screen, id: string | null, line: LineAim | null = null) => {
      const accountId = accountIdFor(watched.snapshot(), where)
      dispatch({ kind: 'open', place: { screen: where, accountId, id }, line })
    },
    [watched],
  )
  /** Switches to the place's account if needed, then runs `show`. */
  const withAccount = useCallback(
    ({ accountId, screen: where }: Place, show: () => void) => {
      const now = watched.snapshot()
      if (accountId === null || accountIdFor(now, where) === accountId) return show()
      if (!now.accounts.some(account => account.id === accountId)) return
      const jump = {}
      jumping.current = jump
      bridge.accounts
        .activate({ accountId })
        .then(reply => {
          if (reply.ok && jumping.current === jump) show()
        })
        .catch(() => undefined)
        .finally(() => {
          if (jumping.current === jump) jumping.current = null
        })
    },
    [bridge, watched],
  )
  const openAt = useCallback(
    (place: Place, line: LineAim | null = null) => withAccount(place, () => dispatch({ kind: 'open', place, line })),
    [withAccount],
  )
  const forget = useCallback((place: Place) => dispatch({ kind: 'forget', place }), [])
  const connect = useCallback(
    (hint: ConnectHint = {}) => {
      setHint(hint)
      go('connect')
    },
    [go],
  )

  return useMemo(() => {
    const canShow = ({ accountId }: Place) => accountId === null || list.accounts.some(({ id }) => id === accountId)
    const stepTo = (next: Trail | null) =>
      next === null ? null : () => withAccount(next.now, () => dispatch({ kind: 'trail', trail: next }))
    return {
      screen,
      here: { ...trail.now, id: screen === 'customer' ? trail.now.id : openId(screen) },
      openId,
      go,
      open,
      openAt,
      forget,
      openLine,
      connect,
      connectHint,
      back: stepTo(stepBack(trail, canShow)),
      forward: stepTo(stepForward(trail, canShow)),
    }
  }, [screen, trail, list, openId, go, open, openAt, forget, openLine, connect, connectHint, withAccount])
}

export const NavigationProvider = ({ first, children }: { first: Screen; children: ReactNode }) => (
  <NavigationContext.Provider value={useNavigationState(first)}>{children}</NavigationContext.Provider>
)

export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}
