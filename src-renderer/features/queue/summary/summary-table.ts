import type { TFunction } from 'i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { dayText } from '../../../ui/format/day.ts'
import type { Table } from '../../common/export/table.ts'
import { outcomes, type ShiftSummary } from './summary-of.ts'

const counted = ['made', 'sent', ...outcomes] as const

/** A row for each day and account. */
export const summaryTable = ({ days }: ShiftSummary, accounts: readonly Account[], t: TFunction): Table => {
  const known = new Map(accounts.map(account => [account.id, account]))
  return {
    columns: [
      { title: t('summary.column.day'), kind: 'text' },
      { title: t('summary.column.account'), kind: 'text' },
      { title: t('summary.column.shop'), kind: 'text' },
      ...counted.map(name => ({ title: t(`summary.count.${name}`), kind: 'count' as const })),
      { title: t('summary.column.medianSeconds'), kind: 'count' },
      { title: t('summary.column.amounts'), kind: 'text' },
    ],
    rows: days.map(day => [
      dayText(day.day),
      known.get(day.accountId)?.label ?? t('outbox.accountGone'),
      known.get(day.accountId)?.shop.name ?? '',
      ...counted.map(name => String(day[name])),
      day.medianMs === null ? '' : String(Math.round(day.medianMs / 1000)),
      joinedTexts(
        day.amounts.flatMap(({ sum, currency }) => (sum === null ? [] : [[sum, currency].filter(Boolean).join(' ')])),
        ' · ',
      ),
    ]),
  }
}
