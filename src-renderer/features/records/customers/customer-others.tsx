import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../model/record-kinds.ts'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { CustomerRow } from './customer-row.tsx'
import { keyOfItem, type PersonItem, personAt, usePerson, useShopRows } from './person.ts'
import './customers.css'

const shownAtMost = 5

interface CustomerOthersProps {
  readonly accountId: string
  readonly screen: RecordKind
  readonly id: string
  /** The number of the open record. The same order in the shop's other system is not listed. */
  readonly number: string | null
}

const isItself = (item: PersonItem, { screen, id, number }: CustomerOthersProps): boolean => {
  if (item.kind === 'entry') return item.entry.about.orderId === id || item.entry.about.orderNumber === number
  const { record } = item
  if (record.screen === 'requests')
    return (record.row.orderNumber !== null && record.row.orderNumber === number) || record.row.orderId === id
  return (record.screen === screen && record.row.id === id) || (number !== null && record.row.number === number)
}

/** The customer's other records, newest first, with a link to all of them. Draws nothing when there are none. */
export const CustomerOthers = (props: CustomerOthersProps) => {
  const { accountId, screen, id } = props
  const { t } = useTranslation()
  const format = useFormat()
  const heading = useId()
  const key = personAt(useShopRows(accountId), { accountId, screen, id })
  const { items } = usePerson(accountId, key)
  const open = useOpenRecord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new props object is not a new record
  const others = useMemo(() => items.filter(item => !isItself(item, props)), [items, screen, id, props.number])
  if (key === null || others.length === 0) return null
  return (
    <section
      className="card customer-others"
      aria-labelledby={heading}
      data-testid="customer-others"
      data-count={others.length}
    >
      <div className="card-head">
        <h2 id={heading}>{t('customer.others')}</h2>
        <button
          type="button"
          className="link"
          data-testid="customer-open"
          onClick={() => open({ accountId, screen: 'customer', id: key })}
        >
          {t('customer.openAll', { count: others.length, shown: format.count(others.length) })}
        </button>
      </div>
      <ul>
        {others.slice(0, shownAtMost).map(item => (
          <li key={keyOfItem(item)}>
            <CustomerRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}
