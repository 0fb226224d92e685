import { useCallback, useRef, useState } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { useCounterside } from '../../common/services/services.tsx'

export interface AskedShop {
  readonly account: Account
  /** Null while it is being asked, and when it could not be. */
  readonly found: number | null
  readonly failure: Failure | null
}
export interface AskedShops {
  readonly text: string
  readonly asking: boolean
  readonly shops: readonly AskedShop[]
}

/** The shops' own search for one text at a time, for every account given. What comes is kept, and so is found here. */
export const useAtShop = () => {
  const counterside = useCounterside()
  const [asked, setAsked] = useState<AskedShops | null>(null)
  const latest = useRef('')
  const ask = useCallback(
    (text: string, accounts: readonly Account[]) => {
      latest.current = text
      setAsked({ text, asking: true, shops: [] })
      const askOne = async (account: Account): Promise<AskedShop> => {
        const reply = await counterside.glance(account.id).findAtShop(text)
        return reply.ok
          ? { account, found: reply.value, failure: null }
          : { account, found: null, failure: reply.failure }
      }
      const settle = (shops: readonly AskedShop[]) => {
        if (latest.current === text) setAsked({ text, asking: false, shops })
      }
      Promise.all(accounts.map(askOne)).then(settle, () => settle([]))
    },
    [counterside],
  )
  return { asked, ask }
}
