import type { TFunction } from 'i18next'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { cancellationTypeWords } from '../data/status-words.ts'
import { csvOf, separatorOf } from './csv.ts'
import type { ActivityEvent } from './events.ts'

const columns = ['time', 'event', 'type', 'order', 'orderItem', 'shop', 'request', 'code'] as const

/**
 * The record as CSV. It leaves this computer's encryption, so it names nobody: no customer, no e-mail, no account, nothing
 * that was typed into a form.
 */
export const exportEvents = (
  events: readonly ActivityEvent[],
  accounts: readonly Account[],
  locale: string,
  t: TFunction,
): string => {
  const shops = new Map(accounts.map(account => [account.id, account.shop.name]))
  const rows = events.map(({ at, kind, entry, requestId, code }) => [
    new Date(at).toISOString(),
    t(`activity.kind.${kind}`),
    cancellationTypeWords(entry.command.payload.cancellation_type, t),
    entry.about.orderNumber ?? entry.about.orderId,
    entry.orderItem,
    shops.get(entry.accountId) ?? '',
    requestId ?? '',
    code ?? '',
  ])
  return csvOf([columns.map(name => t(`activity.column.${name}`)), ...rows], separatorOf(locale))
}
