import { Square, Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { mayBeRounded } from './pasted-numbers.ts'
import type { Lookup, ShopLookup } from './use-shop-lookup.ts'

interface NotFoundProps {
  readonly account: Account
  readonly numbers: readonly string[]
  /** Those of them that are numbers of old orders, for which the shop takes no requests. */
  readonly old: ReadonlySet<string>
  readonly lookup: ShopLookup
}

/** Numbers of no order here: each stays in sight until it is found or taken out of the box. */
export const NotFound = ({ account, numbers, old, lookup }: NotFoundProps) => {
  const { t } = useTranslation()
  const { lookups, asking, ask, stop } = lookup
  if (numbers.length === 0) return null
  const failed = numbers.map(number => lookups.get(number)).find(isFailed)
  return (
    <Notice
      tone="wait"
      role="status"
      testId="several-not-found"
      title={t('several.notFound', { count: numbers.length })}
      actions={
        asking ? (
          <Button small variant="ghost" icon={Square} testId="several-ask-stop" onClick={stop}>
            {t('action.stop')}
          </Button>
        ) : (
          <Button small icon={Store} testId="several-ask-shop" onClick={() => ask(numbers)}>
            {t(lookups.size > 0 ? 'atShop.again' : 'atShop.ask')}
          </Button>
        )
      }
    >
      <ul className="several-missing">
        {numbers.map(number => (
          <li key={number} data-order-number={number}>
            <span className="strong">{number}</span>
            <span>{t(`several.missing.${wordOf(lookups.get(number), old.has(number))}`)}</span>
            {mayBeRounded(number) ? <span>{t('several.missing.rounded')}</span> : null}
          </li>
        ))}
      </ul>
      {failed?.failure ? <ReadTrouble account={account} why={failed.failure} instead={t('atShop.notAsked')} /> : null}
    </Notice>
  )
}

const isFailed = (lookup: Lookup | undefined) => lookup?.kind === 'failed'

const wordOf = (lookup: Lookup | undefined, isOld: boolean) => lookup?.kind ?? (isOld ? 'old' : 'here')
