import { KeyRound } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskingProxy } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { causeOf } from '../../../model/causes.ts'
import { Button } from '../../../ui/button.tsx'
import { whenNoDialog } from '../../../ui/dialog.tsx'
import { useBridge } from './services.tsx'

export interface ProxyAsked {
  /** The proxy that wants a sign-in. */
  readonly proxy: AskingProxy | null
  /** Whether the person is being asked right now. */
  readonly isShown: boolean
  readonly show: () => void
  readonly hide: () => void
  /** How often a proxy has let us through. */
  readonly passes: number
  readonly done: () => void
}

const ProxyContext = createContext<ProxyAsked | null>(null)

/** Asks by itself when main says so; after a "no" only when the person wants to. */
export const ProxyProvider = ({ children }: { children: ReactNode }) => {
  const bridge = useBridge()
  const [proxy, setProxy] = useState<AskingProxy | null>(null)
  const [isShown, setShown] = useState(false)
  const [askedAt, setAskedAt] = useState(0)
  const [passes, setPasses] = useState(0)

  const look = useCallback(() => {
    bridge.proxy
      .asking(undefined)
      .then(reply => {
        if (!reply.ok || reply.value === null) return
        setProxy(reply.value)
        setAskedAt(count => count + 1)
      })
      .catch(() => undefined)
  }, [bridge])

  // It may have been met before this page could listen.
  useEffect(look, [look])
  useEffect(
    () =>
      bridge.on('proxies.asked', asking => {
        setProxy(asking)
        setAskedAt(count => count + 1)
      }),
    [bridge],
  )
  // What somebody types in another dialog is not interrupted.
  useEffect(() => (askedAt === 0 ? undefined : whenNoDialog(() => setShown(true))), [askedAt])

  const asked = useMemo(
    () => ({
      proxy,
      isShown: isShown && proxy !== null,
      show: look,
      hide: () => setShown(false),
      passes,
      done: () => {
        setPasses(count => count + 1)
        setShown(false)
        setProxy(null)
      },
    }),
    [proxy, isShown, look, passes],
  )
  return <ProxyContext.Provider value={asked}>{children}</ProxyContext.Provider>
}

export const useProxyAsked = (): ProxyAsked | null => useContext(ProxyContext)

/** The button for a failure that a proxy's sign-in ends; null beside any other failure. */
export const useProxyAction = (why: Failure | null): ReactNode => {
  const { t } = useTranslation()
  const asked = useProxyAsked()
  if (why === null || causeOf(why) !== 'proxy-sign-in' || asked?.proxy == null) return null
  return (
    <Button small icon={KeyRound} testId="proxy-sign-in" onClick={asked.show}>
      {t('proxy.action')}
    </Button>
  )
}
