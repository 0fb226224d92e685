import { Mail, Phone, UsersRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { recordKindNames } from '../../../model/record-kinds.ts'
import { nameAmong, type PersonKey } from '../../../search/people.ts'
import { CopyButton } from '../../../ui/copy.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { CustomerRow } from './customer-row.tsx'
import {
  keyOfItem,
  kindOfItem,
  orderTotals,
  type Person,
  type PersonItemKind,
  useContacts,
  usePerson,
} from './person.ts'
import './customers.css'

const kinds: readonly PersonItemKind[] = [...recordKindNames, 'outbox']
const rowHeight = 40

const CustomerPage = ({ account, personKey }: { account: Account; personKey: PersonKey }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const person = usePerson(account.id, personKey)
  const [chosen, setChosen] = useState<PersonItemKind | null>(null)
  const counts = useMemo(() => {
    const byKind = new Map<PersonItemKind, number>()
    for (const item of person.items) byKind.set(kindOfItem(item), (byKind.get(kindOfItem(item)) ?? 0) + 1)
    return byKind
  }, [person.items])
  const shownKind = chosen !== null && counts.has(chosen) ? chosen : null
  const shown = useMemo(
    () => (shownKind === null ? person.items : person.items.filter(item => kindOfItem(item) === shownKind)),
    [person.items, shownKind],
  )
  const choices = [
    { kind: null, name: t('customer.all'), count: person.items.length },
    ...kinds.flatMap(kind => {
      const count = counts.get(kind) ?? 0
      return count === 0 ? [] : [{ kind, name: t(`nav.${kind}`), count }]
    }),
  ]
  return (
    <article className="customer" data-testid="customer-page" data-id={personKey} aria-label={t('customer.title')}>
      <CustomerHead account={account} personKey={personKey} person={person} />
      <div className="customer-filter" role="group" aria-label={t('customer.show')}>
        {choices.map(({ kind, name, count }) => (
          <button
            key={kind ?? ''}
            type="button"
            className="customer-choice"
            data-testid="customer-choice"
            data-value={kind ?? ''}
            data-count={count}
            aria-pressed={shownKind === kind}
            onClick={() => setChosen(kind)}
          >
            {name} <span className="muted">{format.count(count)}</span>
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="customer-none muted">{t('customer.none')}</p>
      ) : (
        <VirtualList
          rows={shown}
          keyOf={keyOfItem}
          rowHeight={rowHeight}
          label={t('customer.title')}
          activeIndex={-1}
          chosen={null}
          query={shownKind}
          render={item => <CustomerRow item={item} />}
        />
      )}
    </article>
  )
}

/** One customer, with all their records on this computer, from all accounts of the shop. */
export const CustomerScreen = () => {
  const { t } = useTranslation()
  const { here } = useNavigation()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === here.accountId)
  return account === undefined || here.id === null ? (
    <p className="customer-none muted">{t('customer.none')}</p>
  ) : (
    <CustomerPage key={`${account.id} ${here.id}`} account={account} personKey={here.id} />
  )
}

interface CustomerHeadProps {
  readonly account: Account
  readonly personKey: PersonKey
  readonly person: Person
}

/** Name, contacts and totals of the customer. */
const CustomerHead = ({ account, personKey, person: { records } }: CustomerHeadProps) => {
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
