import type { AccountKind, AccountList } from '../../../../src-main/contract/accounts.ts'
import { isRecordKind, recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import { activeAccount, pickAccount } from '../services/use-workspace.ts'

const screens = [
  ...recordKindNames,
  'customer',
  'several',
  'outbox',
  'activity',
  'summary',
  'readiness',
  'settings',
  'connect',
] as const
export type Screen = (typeof screens)[number]

/** The kind of account whose rows a screen shows; null for screens that show both kinds or none. */
export const kindOf = (screen: Screen): AccountKind | null =>
  isRecordKind(screen) ? recordKinds[screen].account : screen === 'several' ? 'customer' : null

/** The account whose rows a screen shows now; null when it shows no account's. */
export const accountIdFor = (list: AccountList, screen: Screen): string | null => {
  const kind = kindOf(screen)
  if (kind !== null) return pickAccount(list, kind)?.id ?? null
  return screen === 'customer' ? (activeAccount(list)?.id ?? null) : null
}
