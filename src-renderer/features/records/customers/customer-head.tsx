import { Mail, Phone, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { PersonKey } from '../../../search/people.ts'
import { nameAmong } from '../../../search/people.ts'
import { CopyButton } from '../../../ui/copy.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderTotals } from './totals.ts'
import { useContacts } from './use-contacts.ts'
import type { Person } from './use-person.ts'

interface CustomerHeadProps {
  readonly account: Account
  readonly personKey: PersonKey
  readonly person: Person
}

/** Who it is, how to reach them, and what they ordered in all. */
export const CustomerHead = ({ account, personKey, person: { records } }: CustomerHeadProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { email, phone } = useContacts(records)
  const name = nameAmong(records) ?? email ?? phone ?? personKey.slice(personKey.indexOf(' ') + 1)
  return (
    <header className="customer-head">
      <div className="cluster">
        <h1>{name}</h1>
        <span className="shop-badge" data-shop-colour={account.shop.colour}>
          {account.shop.name}
        </span>
        {phone ? (
          <span className="customer-contact" data-testid="customer-phone">
            <Phone className="icon" aria-hidden />
            {phone}
            <CopyButton text={phone} label={t('customer.copyPhone')} doneLabel={t('action.copied')} />
          </span>
        ) : null}
        {email ? (
          <span className="customer-contact" data-testid="customer-email">
            <Mail className="icon" aria-hidden />
            {email}
            <CopyButton text={email} label={t('customer.copyEmail')} doneLabel={t('action.copied')} />
          </span>
        ) : null}
      </div>
      <dl className="customer-totals">
        {orderTotals(records).map(({ currency, amount, orders }) => (
          <div key={currency ?? ''} data-testid="customer-total" data-currency={currency ?? ''}>
            <dt>{t('customer.ordered', { count: orders, shown: format.count(orders) })}</dt>
            <dd>{format.money(amount, currency) ?? t('customer.noTotal')}</dd>
          </div>
        ))}
      </dl>
      {personKey.startsWith('name ') ? <Notice icon={UsersRound}>{t('customer.byName')}</Notice> : null}
    </header>
  )
}
