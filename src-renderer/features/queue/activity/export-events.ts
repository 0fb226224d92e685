import type { TFunction } from 'i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { momentCell, type Table } from '../../common/export/table.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { ActivityEvent } from './events.ts'

const columns = ['time', 'event', 'type', 'order', 'orderItem', 'shop', 'request', 'code'] as const

/**
 * The record as rows. It leaves this computer's encryption, so it names nobody: no customer, no e-mail, no account, nothing
 * that was typed into a form.
 */
export const activityTable = (events: readonly ActivityEvent[], accounts: readonly Account[], t: TFunction): Table => {
  const shops = new Map(accounts.map(account => [account.id, account.shop.name]))
  return {
    columns: columns.map(name => ({ title: t(`activity.column.${name}`), kind: name === 'time' ? 'moment' : 'text' })),
    rows: events.map(({ at, kind, entry, requestId, code }) => [
      momentCell(at),
      t(`activity.kind.${kind}`),
      cancellationTypeWords(entry.command.payload.cancellation_type, t),
      entry.about.orderNumber ?? entry.about.orderId,
      entry.orderItem,
      shops.get(entry.accountId) ?? '',
      requestId ?? '',
      code ?? '',
    ]),
  }
}
