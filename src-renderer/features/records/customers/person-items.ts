import type { Entry } from '../../../../src-main/contract/entries.ts'
import { entryFigure, type Figure, type OwnFigures } from '../../../model/amounts.ts'
import { madeBy } from '../../../model/entries.ts'
import type { AccountRows, PersonKey, RecordRow } from '../../../search/people.ts'
import { keyOfRow, personKey, rowsById } from '../../../search/people.ts'
import { requestRowFigure } from '../../common/services/figures.ts'

export type PersonItem =
  | { readonly kind: 'record'; readonly at: number | null; readonly record: RecordRow; readonly figure?: Figure | null }
  | { readonly kind: 'entry'; readonly at: number; readonly entry: Entry; readonly figure: Figure | null }

export type PersonItemKind = RecordRow['screen'] | 'outbox'
export const kindOfItem = (item: PersonItem): PersonItemKind => (item.kind === 'entry' ? 'outbox' : item.record.screen)

/** The entry's order as the lists have it tells whom it is about, else the name that the entry itself carries. */
const isAbout = (entry: Entry, accounts: readonly AccountRows[], key: PersonKey): boolean => {
  const rows = accounts.find(each => each.accountId === entry.accountId)
  if (rows === undefined) return false
  const order = rowsById(rows.orders).get(entry.about.orderId)
  return (order ? keyOfRow(order) : personKey(null, null, entry.about.customerName)) === key
}

/** A person's entries in the outbox. */
export const entriesAbout = (
  entries: readonly Entry[],
  accounts: readonly AccountRows[],
  key: PersonKey,
): readonly Entry[] => entries.filter(entry => isAbout(entry, accounts, key))

/** Only of a request is the amount worked out here; an order's is the shop's. */
const amountOf = ({ screen, accountId, row }: RecordRow, entries: readonly Entry[]) => {
  if (screen !== 'requests') return {}
  const own = entries.filter(entry => entry.accountId === accountId)
  return { figure: requestRowFigure(row, madeBy(own, row.id)) }
}

/** Records and entries in one line, newest first. An entry that became a request which is listed is not said twice. */
export const itemsOf = (
  records: readonly RecordRow[],
  entries: readonly Entry[],
  own: OwnFigures,
): readonly PersonItem[] => {
  const listed = new Set(
    records.flatMap(({ screen, accountId, row }) => (screen === 'requests' ? [`${accountId} ${row.id}`] : [])),
  )
  const isSaid = ({ state, accountId, result }: Entry): boolean =>
    state === 'DROPPED' || (result !== null && listed.has(`${accountId} ${result.requestId}`))
  const items: PersonItem[] = [
    ...records.map(record => ({ kind: 'record', at: record.row.at, record, ...amountOf(record, entries) }) as const),
    ...entries
      .filter(entry => !isSaid(entry))
      .map(entry => ({ kind: 'entry', at: entry.createdAt, entry, figure: entryFigure(entry, null, own) }) as const),
  ]
  return items.sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0)
}

export const keyOfItem = (item: PersonItem): string =>
  item.kind === 'entry'
    ? `outbox ${item.entry.id}`
    : `${item.record.accountId} ${item.record.screen} ${item.record.row.id}`
