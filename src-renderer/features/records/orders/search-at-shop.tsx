import { Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import type { ShopSearch } from './use-shop-search.ts'

interface SearchAtShopProps {
  readonly account: Account
  readonly text: string
  /** What came of asking for this very text; null when it was not asked for yet. */
  readonly search: ShopSearch | null
  readonly matchCount: number
  readonly onAsk: () => void
}

/** An order that this computer does not have may still be at the shop, under that number. */
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
