import type { Entry } from '../../../src-main/contract/entries.ts'
import type { AccountRows, PersonKey, RecordRow } from '../../search/people.ts'
import { keyOfRow, personKey, rowsById } from '../../search/people.ts'

export type PersonItem =
  | { readonly kind: 'record'; readonly at: number | null; readonly record: RecordRow }
  | { readonly kind: 'entry'; readonly at: number; readonly entry: Entry }

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

/** Records and entries in one line, newest first. An entry that became a request which is listed is not said twice. */
export const itemsOf = (records: readonly RecordRow[], entries: readonly Entry[]): readonly PersonItem[] => {
  const listed = new Set(
    records.flatMap(({ screen, accountId, row }) => (screen === 'requests' ? [`${accountId} ${row.id}`] : [])),
  )
  const isSaid = ({ state, accountId, result }: Entry): boolean =>
    state === 'DROPPED' || (result !== null && listed.has(`${accountId} ${result.requestId}`))
  const items: PersonItem[] = [
    ...records.map(record => ({ kind: 'record', at: record.row.at, record }) as const),
    ...entries.filter(entry => !isSaid(entry)).map(entry => ({ kind: 'entry', at: entry.createdAt, entry }) as const),
  ]
  return items.sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0)
}

export const keyOfItem = (item: PersonItem): string =>
  item.kind === 'entry'
    ? `outbox ${item.entry.id}`
    : `${item.record.accountId} ${item.record.screen} ${item.record.row.id}`
