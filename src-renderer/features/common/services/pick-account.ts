import type { Account, AccountKind, AccountList } from '../../../../src-main/contract/accounts.ts'

export const activeAccount = (list: AccountList): Account | null =>
  list.accounts.find(account => account.id === list.activeId) ?? list.accounts[0] ?? null

/**
 * The account whose rows a screen of this kind shows: the active one when it fits, else one of the same shop,
 * else the first of that kind, else none.
 */
export const pickAccount = (list: AccountList, kind: AccountKind): Account | null => {
  const active = activeAccount(list)
  if (active?.kind === kind) return active
  const fitting = list.accounts.filter(account => account.kind === kind)
  return fitting.find(account => account.shop.id === active?.shop.id) ?? fitting[0] ?? null
}
