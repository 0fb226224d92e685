import { Store } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'

interface SearchAtShopProps {
  readonly account: Account
  readonly text: string
  /** The result for exactly this text; null before the shop was asked. */
  readonly search: ShopSearch | null
  readonly matchCount: number
  readonly onAsk: () => void
}

/** Offers to ask the shop for an order number that no order on this computer has. */
export const SearchAtShop = ({ account, text, search, matchCount, onAsk }: SearchAtShopProps) => {
  const { t } = useTranslation()
  const quiet = matchCount > 0
  const { asking = false, found = null, failure = null } = search ?? {}
  const number = text.trim()
  const words = t(asking ? 'atShop.asking' : search === null ? 'atShop.ask' : 'atShop.again')
  return (
    <div className={quiet ? 'at-shop at-shop-quiet' : 'at-shop'} data-testid="at-shop" data-found={found ?? ''}>
      {failure ? (
        <ReadTrouble account={account} why={failure} kept={t('atShop.notAsked')} instead={t('atShop.notAsked')} />
      ) : null}
      {found === 0 ? (
        <p className="at-shop-said" role="status" data-testid="at-shop-nothing">
          {t('atShop.nothing', { number })}
        </p>
      ) : null}
      {found !== null && found > 0 ? (
        <p className="at-shop-said" role="status" data-testid="at-shop-found">
          {t('atShop.found', { count: found })} {quiet ? null : t('atShop.hidden')}
        </p>
      ) : null}
      {quiet ? (
        <button type="button" className="link" data-testid="search-at-shop" disabled={asking} onClick={onAsk}>
          {words}
        </button>
      ) : (
        <Button
          variant={search === null ? 'primary' : 'secondary'}
          icon={Store}
          testId="search-at-shop"
          busy={asking}
          onClick={onAsk}
        >
          {words}
        </Button>
      )}
    </div>
  )
}

interface ShopSearch {
  readonly text: string
  readonly asking: boolean
  /** How many orders the shop returned; null while it is being asked and when asking failed. */
  readonly found: number | null
  readonly failure: Failure | null
}

/** Searches at the shop, one text at a time. A late answer is kept for the text that it was for. */
export const useShopSearch = (workspace: Workspace | null) => {
  const [state, setState] = useState<ShopSearch | null>(null)
  const latest = useRef('')
  const ask = useCallback(
    (text: string) => {
      if (workspace === null) return
      latest.current = text
      setState({ text, asking: true, found: null, failure: null })
      const settle = (found: number | null, failure: Failure | null) => {
        if (latest.current === text) setState({ text, asking: false, found, failure })
      }
      workspace
        .findAtShop(text)
        .then(reply => (reply.ok ? settle(reply.value, null) : settle(null, reply.failure)))
        .catch(() => settle(null, null))
    },
    [workspace],
  )
  return { state, ask }
}

const numberLike = /^[\p{L}\p{N}._/-]{5,100}$/u

/** Whether a search may be an order number: one word of five characters or more with a digit in it. */
export const looksLikeNumber = (text: string): boolean => {
  const word = text.trim().replace(/^#+\s*/, '')
  return numberLike.test(word) && /\d/.test(word)
}
