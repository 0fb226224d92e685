import { CircleCheck, CloudOff, LoaderCircle, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { failureWords } from '../../common/words/failure-words.ts'
import type { AskedShops as Asked, AskedShop } from './use-at-shop.ts'

const Answer = ({ shop: { account, found, failure } }: { shop: AskedShop }) => {
  const { t } = useTranslation()
  const name = joinedTexts([account.shop.name, account.label], ' · ')
  if (found === null) {
    const why = failure === null ? t('atShop.notAsked') : `${failureWords(failure, t, 'read').title}.`
    return (
      <li className="find-answer find-answer-bad">
        <CloudOff className="icon" aria-hidden />
        <span>
          <span className="strong">{name}:</span> {t('find.notAsked')} {why}
        </span>
      </li>
    )
  }
  const Icon = found === 0 ? SearchX : CircleCheck
  return (
    <li className="find-answer">
      <Icon className="icon" aria-hidden />
      <span>
        <span className="strong">{name}:</span> {found === 0 ? t('find.notThere') : t('find.came', { count: found })}
      </span>
    </li>
  )
}

/** What the shops answered to the text in the box, one by one. */
export const AskedShops = ({ asked }: { asked: Asked }) => {
  const { t } = useTranslation()
  const found = asked.shops.reduce((sum, shop) => sum + (shop.found ?? 0), 0)
  return (
    <div className="find-answers" role="status" data-testid="find-asked" data-found={asked.asking ? '' : found}>
      {asked.asking ? (
        <p className="find-answer">
          <LoaderCircle className="icon spin" aria-hidden />
          {t('atShop.asking')}
        </p>
      ) : (
        <ul>
          {asked.shops.map(shop => (
            <Answer key={shop.account.id} shop={shop} />
          ))}
        </ul>
      )}
    </div>
  )
}
