import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'

/**
 * Customers whose orders a staff account's pending order may be among, the likeliest first: those of the same shop, then
 * those of shops of which only the Commerce side is known, when of the staff's shop only the Omnitron side is. The two
 * sides of a shop have different addresses, and nothing tells that they belong together.
 */
export const customersBeside = (staff: Account, accounts: readonly Account[]): readonly Account[] => {
  const customers = accounts.filter(account => account.kind === 'customer')
  const same = customers.filter(account => account.shop.id === staff.shop.id)
  const unpaired = customers.filter(
    ({ shop }) => shop.id !== staff.shop.id && shop.omnitronUrl === null && !shop.isDemo,
  )
  return staff.shop.commerceUrl === null && !staff.shop.isDemo ? [...same, ...unpaired] : same
}

/** What was asked on this computer for the order of that number: another shop may have given the number, too. */
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
