import type { TFunction } from 'i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { entryFigure, type OwnFigures } from '../../../model/amounts.ts'
import { dashed } from '../../../model/entries.ts'
import { ownIdOf } from '../../../model/item-requests.ts'
import { type CellKind, momentCell, type Table } from '../../common/export/table.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'

const columns = [
  ['created', 'moment'],
  ['state', 'text'],
  ['type', 'text'],
  ['order', 'text'],
  ['orderItem', 'text'],
  ['product', 'text'],
  ['quantity', 'count'],
  ['reason', 'text'],
  ['amount', 'decimal'],
  ['amountKind', 'text'],
  ['currency', 'text'],
  ['customer', 'text'],
  ['shop', 'text'],
  ['account', 'text'],
  ['request', 'text'],
  ['easyReturnCode', 'text'],
  ['settled', 'moment'],
  ['reference', 'text'],
] as const satisfies readonly (readonly [string, CellKind])[]

/** The outbox as rows. Without bank details: an IBAN stays sealed. */
export const outboxTable = (
  entries: readonly Entry[],
  accounts: readonly Account[],
  own: OwnFigures,
  t: TFunction,
): Table => {
  const known = new Map(accounts.map(account => [account.id, account]))
  return {
    columns: columns.map(([name, kind]) => ({ title: t(`export.column.${name}`), kind })),
    rows: entries.map(entry => {
      const { about, command, result } = entry
      const account = known.get(entry.accountId)
      const figure = entryFigure(entry, null, own)
      return [
        momentCell(entry.createdAt),
        t(`entry.state.${dashed(entry.state)}`),
        cancellationTypeWords(command.payload.cancellation_type, t),
        about.orderNumber ?? about.orderId,
        entry.orderItem,
        about.productName ?? '',
        String(command.payload.quantity ?? ''),
        about.reasonText ?? '',
        figure?.amount ?? '',
        figure ? t(`money.kind.${figure.kind}`) : '',
        about.currency?.toUpperCase() ?? '',
        about.customerName ?? '',
        account?.shop.name ?? '',
        account?.label ?? '',
        ownIdOf(result?.requestId) ?? '',
        result?.easyReturnCode ?? '',
        momentCell(entry.settledAt),
        entry.id,
      ]
    }),
  }
}
