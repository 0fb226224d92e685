import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { entryFigure, type Figure, type OwnFigures } from '../../../model/amounts.ts'
import { addMoney } from '../../../model/decimal.ts'
import { madeBy } from '../../../model/entries.ts'
import { recordKindNames } from '../../../model/record-kinds.ts'
import {
  type AccountRows,
  contactsIn,
  keyOfRecord,
  keyOfRow,
  nameAmong,
  type PersonKey,
  personKey,
  type RecordRow,
  recordsOf,
  rowsById,
} from '../../../search/people.ts'
import type { Place } from '../../common/navigation/navigation-state.ts'
import { ownFiguresOf, requestRowFigure } from '../../common/services/figures.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { useAccounts, useWorkspaceOf } from '../../common/services/use-workspace.ts'
import { watchRows } from '../../common/services/watch-rows.ts'

export interface Person {
  /** Newest first. */
  readonly records: readonly RecordRow[]
  /** Records and outbox entries, newest first. */
  readonly items: readonly PersonItem[]
}

const nobody: Person = { records: [], items: [] }

/** All records and entries of a person on this computer, from all accounts of the account's shop. */
export const usePerson = (accountId: string, key: PersonKey | null): Person => {
  const rows = useShopRows(accountId)
  const { entries } = useOutbox()
  const records = useMemo(() => (key === null ? [] : recordsOf(rows, key)), [rows, key])
  return useMemo(
    () =>
      key === null
        ? nobody
        : { records, items: itemsOf(records, entriesAbout(entries, rows, key), ownFiguresOf(rows)) },
    [records, entries, rows, key],
  )
}

/** All accounts of the same shop, the account itself included; empty when the account was removed. */
export const accountsBeside = (accounts: readonly Account[], accountId: string): readonly Account[] => {
  const shopId = accounts.find(account => account.id === accountId)?.shop.id
  return accounts.filter(account => account.shop.id === shopId)
}

/** The rows of all accounts of the account's shop. */
export const useShopRows = (accountId: string): readonly AccountRows[] => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const ids = accountsBeside(accounts, accountId)
    .map(({ id }) => id)
    .join('\n')
  const watched = useMemo(
    () => watchRows(ids === '' ? [] : ids.split('\n').map(id => counterside.glance(id))),
    [counterside, ids],
  )
  return useWatched(watched).all
}

/** The person that the open record is about; null when no record is open, and when the record names nobody. */
export const personAt = (accounts: readonly AccountRows[], { accountId, screen, id }: Place): PersonKey | null => {
  const rows = accounts.find(each => each.accountId === accountId)
  const recordScreen = recordKindNames.find(each => each === screen)
  return rows === undefined || recordScreen === undefined || id === null ? null : keyOfRecord(rows, recordScreen, id)
}

/** A person's name; without one, the e-mail, the phone or the folded name from the key. */
export const personName = (accounts: readonly AccountRows[], key: PersonKey): string =>
  nameAmong(recordsOf(accounts, key)) ?? key.slice(key.indexOf(' ') + 1)

export type PersonItem =
  | { readonly kind: 'record'; readonly at: number | null; readonly record: RecordRow; readonly figure?: Figure | null }
  | { readonly kind: 'entry'; readonly at: number; readonly entry: Entry; readonly figure: Figure | null }

export type PersonItemKind = RecordRow['screen'] | 'outbox'
export const kindOfItem = (item: PersonItem): PersonItemKind => (item.kind === 'entry' ? 'outbox' : item.record.screen)

/** The person of an entry: from its order in the lists, else from the name stored with the entry. */
const isAbout = (entry: Entry, accounts: readonly AccountRows[], key: PersonKey): boolean => {
  const rows = accounts.find(each => each.accountId === entry.accountId)
  if (rows === undefined) return false
  const order = rowsById(rows.orders).get(entry.about.orderId)
  return (order ? keyOfRow(order) : personKey(null, null, entry.about.customerName)) === key
}

/** The entries of a person in the outbox. */
export const entriesAbout = (
  entries: readonly Entry[],
  accounts: readonly AccountRows[],
  key: PersonKey,
): readonly Entry[] => entries.filter(entry => isAbout(entry, accounts, key))

/** The estimate for a request. An order has the shop's own amount. */
const amountOf = ({ screen, accountId, row }: RecordRow, entries: readonly Entry[]) => {
  if (screen !== 'requests') return {}
  const own = entries.filter(entry => entry.accountId === accountId)
  return { figure: requestRowFigure(row, madeBy(own, row.id)) }
}

/** Records and entries together, newest first. An entry is left out when its request is among the records. */
export const itemsOf = (
  records: readonly RecordRow[],
  entries: readonly Entry[],
  own: OwnFigures,
): readonly PersonItem[] => {
  const listed = new Set(
    records.flatMap(({ screen, accountId, row }) => (screen === 'requests' ? [`${accountId} ${row.id}`] : [])),
  )
  const isListed = ({ state, accountId, result }: Entry): boolean =>
    state === 'DROPPED' || (result !== null && listed.has(`${accountId} ${result.requestId}`))
  const items: PersonItem[] = [
    ...records.map(record => ({ kind: 'record', at: record.row.at, record, ...amountOf(record, entries) }) as const),
    ...entries
      .filter(entry => !isListed(entry))
      .map(entry => ({ kind: 'entry', at: entry.createdAt, entry, figure: entryFigure(entry, null, own) }) as const),
  ]
  return items.sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0)
}

export const keyOfItem = (item: PersonItem): string =>
  item.kind === 'entry'
    ? `outbox ${item.entry.id}`
    : `${item.record.accountId} ${item.record.screen} ${item.record.row.id}`

interface Total {
  readonly currency: string | null
  /** Exact decimal; null when an amount is missing or not a decimal, because a wrong sum is worse than none. */
  readonly amount: string | null
  readonly orders: number
}

/**
 * The sum of the orders by currency. An order that both a staff account and the customer's account list counts once.
 */
export const orderTotals = (records: readonly RecordRow[]): readonly Total[] => {
  const seen = new Set<string>()
  const amounts = new Map<string | null, (string | null)[]>()
  for (const { screen, row } of records) {
    if (screen === 'requests' || (row.number !== null && seen.has(row.number))) continue
    if (row.number !== null) seen.add(row.number)
    const currency = row.currency?.toUpperCase() ?? null
    const known = amounts.get(currency)
    if (known) known.push(row.amount)
    else amounts.set(currency, [row.amount])
  }
  return [...amounts].map(([currency, each]) => ({ currency, amount: addMoney(each), orders: each.length }))
}

const orderReaders = { read: (workspace: Workspace, id: string) => workspace.order(id) }
const pendingReaders = { read: (workspace: Workspace, id: string) => workspace.pendingOrder(id) }

interface PersonContacts {
  readonly email: string | null
  readonly phone: string | null
}

/** E-mail and phone from the newest order that is stored whole. Until it is read, the searchable forms are shown. */
export const useContacts = (records: readonly RecordRow[]): PersonContacts => {
  const order = records.find(({ screen }) => screen === 'orders')
  const pending = records.find(({ screen }) => screen === 'pending')
  const orders = useWorkspaceOf(order?.accountId ?? null)
  const staff = useWorkspaceOf(pending?.accountId ?? null)
  const whole = useRow<Order>(orders, order?.row.id ?? null, orderReaders, false).row?.value
  const waiting = useRow<PendingOrder>(staff, pending?.row.id ?? null, pendingReaders, false).row?.value
  const known = records.map(({ row }) => contactsIn(row.haystack))
  const old = records.find(({ screen }) => screen === 'old-orders')?.row.person ?? null
  return {
    email:
      whole?.user_email ??
      waiting?.customer?.email ??
      whole?.shipping_address?.email ??
      (old?.includes('@') ? old : null) ??
      known.find(({ email }) => email !== null)?.email ??
      null,
    phone:
      whole?.shipping_address?.phone_number ??
      waiting?.customer?.phone_number ??
      whole?.billing_address?.phone_number ??
      known.find(({ phone }) => phone !== null)?.phone ??
      null,
  }
}
