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
  /** The proxy that requires a sign-in. */
  readonly proxy: AskingProxy | null
  /** Whether the sign-in dialog is open. */
  readonly isShown: boolean
  readonly show: () => void
  readonly hide: () => void
  /** How many sign-ins have succeeded. */
  readonly passes: number
  readonly done: () => void
}

const ProxyContext = createContext<ProxyAsked | null>(null)

/** Opens the sign-in when main reports that a proxy asks; after a cancel, only when the person asks for it. */
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

  // The proxy may have asked before this page listened.
  useEffect(look, [look])
  useEffect(
    () =>
      bridge.on('proxies.asked', asking => {
        setProxy(asking)
        setAskedAt(count => count + 1)
      }),
    [bridge],
  )
  // Does not interrupt typing in another dialog.
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

/** A button for failures that a sign-in at the proxy resolves; null for other failures. */
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
