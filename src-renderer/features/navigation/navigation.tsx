import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

export const screens = [
  'orders',
  'old-orders',
  'pending',
  'requests',
  'several',
  'outbox',
  'activity',
  'settings',
  'connect',
] as const
export type Screen = (typeof screens)[number]

/** What the connect screen starts with, when signing in again. */
export interface ConnectHint {
  readonly commerceUrl?: string
  readonly omnitronUrl?: string
  /** What a person called a session that the shop would not name. */
  readonly name?: string
}

export interface Navigation {
  readonly screen: Screen
  /** What is open on each list screen; kept while other screens are shown. */
  readonly openId: (screen: Screen) => string | null
  readonly go: (screen: Screen) => void
  /** `line`: the order item that somebody came for. */
  readonly open: (screen: Screen, id: string | null, line?: string) => void
  readonly openLine: string | null
  readonly connect: (hint?: ConnectHint) => void
  readonly connectHint: ConnectHint
}

const NavigationContext = createContext<Navigation | null>(null)

export const NavigationProvider = ({ first, children }: { first: Screen; children: ReactNode }) => {
  const [screen, setScreen] = useState<Screen>(first)
  const [opened, setOpened] = useState<Partial<Record<Screen, string | null>>>({})
  const [openLine, setLine] = useState<string | null>(null)
  const [connectHint, setHint] = useState<ConnectHint>({})

  const open = useCallback((where: Screen, id: string | null, line: string | null = null) => {
    setScreen(where)
    setLine(line)
    setOpened(before => ({ ...before, [where]: id }))
  }, [])
  const connect = useCallback((hint: ConnectHint = {}) => {
    setHint(hint)
    setScreen('connect')
  }, [])
  const value = useMemo(
    () => ({
      screen,
      openId: (where: Screen) => opened[where] ?? null,
      go: setScreen,
      open,
      openLine,
      connect,
      connectHint,
    }),
    [screen, opened, open, openLine, connect, connectHint],
  )
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>
}

export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}
