import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { FilteredAtShop } from '../../../lists/types.ts'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'

interface FilterAnswerProps {
  readonly account: Account
  readonly answer: FilteredAtShop
  readonly stopped: boolean
  readonly hidden: boolean
}

/** Why the answer may be less than what the shop has; null when it was read to its end. */
const reachOf = ({ obeyed, complete }: FilteredAtShop, stopped: boolean): string | null => {
  if (obeyed === 'no') return 'ignored'
  if (stopped) return 'stopped'
  return complete ? null : 'cut'
}

/** What the shop gave for the filters: how much of it fits, whether it held to them, and how far it was read. */
export const FilterAnswer = ({ account, answer, stopped, hidden }: FilterAnswerProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { came, matching, added, unreadable, failure, obeyed, complete } = answer
  const reach = failure === null ? reachOf(answer, stopped) : null
  const numbers = { came: format.count(came), matching: format.count(matching), added: format.count(added) }
  const said = came === 0 ? 'nothing' : matching === came ? 'allFit' : 'someFit'
  return (
    <div
      className="at-shop-answer"
      data-testid="filter-at-shop-said"
      role="status"
      data-came={came}
      data-matching={matching}
      data-obeyed={obeyed}
      data-complete={complete}
    >
      <p className="at-shop-said">
        {t(`filterAtShop.${said}`, { count: came, ...numbers })}{' '}
        {added > 0 ? t('filterAtShop.added', { count: added, added: numbers.added }) : null}
      </p>
      {reach ? <p>{t(`filterAtShop.${reach}`)}</p> : null}
      {unreadable > 0 ? <p>{t('list.unreadable', { count: unreadable })}</p> : null}
      {hidden && matching > 0 ? <p className="muted">{t('filterAtShop.hidden')}</p> : null}
      {failure ? <ReadTrouble account={account} why={failure} kept={t('filterAtShop.brokeOff')} /> : null}
    </div>
  )
}
