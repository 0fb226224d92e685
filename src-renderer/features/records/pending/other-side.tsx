import { ArrowRight } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { Button } from '../../../ui/button.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { type Counterside, useCounterside } from '../../common/services/services.tsx'
import { useAccountFor, useAccounts } from '../../common/services/use-workspace.ts'

/** Leads to the same order in the customer's account. The two systems share only the order number. */
export const OtherSide = ({ number }: { number: string | null }) => {
  const staff = useAccountFor('staff')
  return number === null || staff === null ? null : <Link number={number} staff={staff} />
}

const Link = ({ number, staff }: { number: string; staff: Account }) => {
  const { t } = useTranslation()
  const open = useOpenRecord()
  const { accounts } = useAccounts()
  const shown = useAccountFor('customer')
  const found = useOrderOf(number, customersBeside(staff, accounts))
  if (found === null) return null
  const { account, orderId } = found
  const isShown = account.id === shown?.id

  return (
    <div>
      <Button
        small
        icon={ArrowRight}
        testId="pending-other-side"
        data-account-id={account.id}
        onClick={() => open({ accountId: account.id, screen: 'orders', id: orderId })}
      >
        {isShown ? t('pending.openCustomerOrder') : t('pending.openOrderOf', { name: account.label })}
      </Button>
    </div>
  )
}

interface FoundOrder {
  readonly account: Account
  readonly orderId: string
}

/** The first of these accounts with an order of this number on this computer. */
export const findOrderOf = (
  number: string,
  accounts: readonly Account[],
  glance: Counterside['glance'],
): FoundOrder | null => {
  for (const account of accounts) {
    const order = glance(account.id)
      .orders.snapshot()
      .rows.find(row => row.number === number)
    if (order) return { account, orderId: order.id }
  }
  return null
}

/** The same as a hook: it follows caches that open and lists that are read. It asks no shop. */
const useOrderOf = (number: string, accounts: readonly Account[]): FoundOrder | null => {
  const { glance } = useCounterside()
  const key = JSON.stringify([number, accounts.map(account => account.id)])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the accounts, which are a new array at every render
  const store = useMemo(() => {
    const lists = accounts.map(account => glance(account.id).orders)
    let seen: readonly unknown[] = []
    let found: FoundOrder | null = null
    return {
      subscribe: (onChange: () => void) => {
        const undo = lists.map(list => list.subscribe(onChange))
        return () => {
          for (const remove of undo) remove()
        }
      },
      snapshot: () => {
        const rows = lists.map(list => list.snapshot().rows)
        if (rows.length !== seen.length || rows.some((one, index) => one !== seen[index])) {
          seen = rows
          found = findOrderOf(number, accounts, glance)
        }
        return found
      },
    }
  }, [key, glance])
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
}

/**
 * The customer accounts that may have a staff account's pending order, the likeliest first: those of the same shop, then,
 * if the staff's shop has no Commerce address, those of shops without an Omnitron address. The two sides of a shop have
 * different addresses, and nothing in the API connects them.
 */
export const customersBeside = (staff: Account, accounts: readonly Account[]): readonly Account[] => {
  const customers = accounts.filter(account => account.kind === 'customer')
  const same = customers.filter(account => account.shop.id === staff.shop.id)
  const unpaired = customers.filter(
    ({ shop }) => shop.id !== staff.shop.id && shop.omnitronUrl === null && !shop.isDemo,
  )
  return staff.shop.commerceUrl === null && !staff.shop.isDemo ? [...same, ...unpaired] : same
}

/**
 * The entries for this order number. Only accounts that may be of the same shop count, because another shop may use the
 * number, too.
 */
export const entriesBeside = (
  staff: Account,
  accounts: readonly Account[],
  entries: readonly Entry[],
  number: string | null,
): readonly Entry[] => {
  if (number === null) return []
  const beside = new Set(customersBeside(staff, accounts).map(({ id }) => id))
  return entries.filter(({ accountId, about }) => about.orderNumber === number && beside.has(accountId))
}
