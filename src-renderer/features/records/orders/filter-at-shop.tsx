import { Square, Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { ShopFilter, Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useList } from '../../common/services/use-workspace.ts'
import type { ListFilter } from '../filters/filters.ts'
import { FilterAnswer } from './filter-answer.tsx'
import { FilterFailure } from './filter-failure.tsx'
import { keyOf } from './shop-filter.ts'
import type { ShopFilterControl, ShopFiltering } from './use-shop-filter.ts'

interface FilterAtShopProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly filter: ListFilter
  /** The part of them that the shop has, too. */
  readonly wanted: ShopFilter
  readonly matchCount: number
  /** Kept by the screen: this part moves when the first row appears. */
  readonly control: ShopFilterControl
}

/** Orders that this computer does not have may still be at the shop, and the shop may be able to filter for them. */
export const FilterAtShop = ({ account, workspace, filter, wanted, matchCount, control }: FilterAtShopProps) => {
  const { t } = useTranslation()
  const { asOf } = useList(workspace.orders)
  const { filtering, ask, stop } = control
  const key = keyOf(account.id, filter)
  const state = filtering?.key === key ? filtering.state : null
  const quiet = matchCount > 0
  return (
    <div className={quiet ? 'at-shop at-shop-quiet' : 'at-shop'} data-testid="filter-at-shop-area">
      {asOf === null && state === null ? <p className="muted">{t('filterAtShop.incomplete')}</p> : null}
      <FilterSaid account={account} state={state} hidden={filter.text.trim() !== ''} />
      {state?.kind === 'asking' ? (
        <Button small variant="ghost" icon={Square} testId="filter-at-shop-stop" onClick={stop}>
          {t('action.stop')}
        </Button>
      ) : (
        <Button
          small={quiet}
          variant={state === null && asOf === null ? 'primary' : 'secondary'}
          icon={Store}
          testId="filter-at-shop"
          onClick={() => ask(key, wanted)}
        >
          {t(state === null ? 'filterAtShop.ask' : 'filterAtShop.again')}
        </Button>
      )}
    </div>
  )
}

interface FilterSaidProps {
  readonly account: Account
  readonly state: ShopFiltering['state'] | null
  /** The search box hides some of what came. */
  readonly hidden: boolean
}

const FilterSaid = ({ account, state, hidden }: FilterSaidProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  switch (state?.kind) {
    case undefined:
      return null
    case 'asking':
      return (
        <p role="status" data-testid="filter-at-shop-progress">
          {t('filterAtShop.asking', { done: format.count(state.done) })}
        </p>
      )
    case 'failed':
      return <FilterFailure account={account} failure={state.failure} />
    case 'answered':
      return <FilterAnswer account={account} answer={state.answer} stopped={state.stopped} hidden={hidden} />
  }
}
