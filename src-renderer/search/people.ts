import { type RecordKind, type RecordRows, recordKindNames } from '../model/record-kinds.ts'
import type { OrderSummary, RequestSummary, SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK, phoneDigits } from './corpus.ts'
import { fold } from './fold.ts'
import { compareNewest } from './sort-rows.ts'

/**
 * The person a row is about, within one shop: `mail …` with the folded e-mail, else `phone …` with the digits, else
 * `name …` with the folded name. Rows with the same key belong to one person; with only a name they may be several
 * people's.
 */
export type PersonKey = string

type RowsByKind = { readonly [K in RecordKind]: readonly RecordRows[K][] }

/** The rows of one account, as its lists hold them. */
export interface AccountRows extends RowsByKind {
  readonly accountId: string
}

interface RowOf<K extends RecordKind> {
  readonly screen: K
  readonly accountId: string
  readonly row: RecordRows[K]
}
export type RecordRow = { readonly [K in RecordKind]: RowOf<K> }[RecordKind]

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** Names and e-mails are on the first lines of a haystack. An address further down may be the shop's own. */
const EMAIL_LINES = 5
const PHONE_DIGITS = 7

interface Contacts {
  /** Folded. */
  readonly email: string | null
  /** Digits without country code and leading zero. */
  readonly phone: string | null
}

/** The e-mail and the phone in a haystack. */
export const contactsIn = (haystack: string): Contacts => ({ email: emailIn(haystack), phone: phoneIn(haystack) })

function emailIn(haystack: string): string | null {
  const sign = haystack.indexOf('@')
  if (sign < 0) return null
  // The first line is the number.
  let start = haystack.indexOf('\n') + 1
  for (let line = 0; line < EMAIL_LINES && start > 0; line += 1) {
    const next = haystack.indexOf('\n', start)
    const end = next < 0 ? haystack.length : next
    if (end > sign) {
      const text = haystack.slice(start, end)
      if (EMAIL.test(text)) return text
    }
    start = next + 1
  }
  return null
}

function phoneIn(haystack: string): string | null {
  for (let at = haystack.indexOf(PHONE_MARK); at >= 0; at = haystack.indexOf(PHONE_MARK, at + 1)) {
    const end = haystack.indexOf('\n', at)
    const digits = haystack.slice(at + 1, end < 0 ? undefined : end)
    if (digits.length >= PHONE_DIGITS) return digits
  }
  return null
}

/** The key of a person; null when nothing is known. */
export function personKey(email: string | null, phone: string | null, name: string | null): PersonKey | null {
  const mail = email === null ? '' : fold(email)
  if (EMAIL.test(mail)) return `mail ${mail}`
  const digits = phone === null ? '' : phoneDigits(phone)
  if (digits.length >= PHONE_DIGITS) return `phone ${digits}`
  const folded = name === null ? '' : fold(name)
  if (folded === '') return null
  return EMAIL.test(folded) ? `mail ${folded}` : `name ${folded}`
}

/** By row, because during a pull most rows of the next snapshot are the same objects. */
const keys = new WeakMap<SummaryBase, PersonKey | null>()

export function keyOfRow(row: SummaryBase): PersonKey | null {
  const known = keys.get(row)
  if (known !== undefined) return known
  const key = keyFrom(row)
  keys.set(row, key)
  return key
}

/** Reads the haystack, which is folded already: folding again would be too slow for a whole list. */
function keyFrom({ haystack, person }: SummaryBase): PersonKey | null {
  const email = emailIn(haystack)
  if (email !== null) return `mail ${email}`
  const phone = phoneIn(haystack)
  return phone === null ? personKey(null, null, person) : `phone ${phone}`
}

const indexes = new WeakMap<readonly SummaryBase[], ReadonlyMap<string, SummaryBase>>()

/** The rows by id. Built once for each array, on first use. */
export function rowsById<S extends SummaryBase>(rows: readonly S[]): ReadonlyMap<string, S> {
  // The index of `rows` holds rows of the same type.
  const known = indexes.get(rows) as ReadonlyMap<string, S> | undefined
  if (known) return known
  const index = new Map(rows.map(row => [row.id, row]))
  indexes.set(rows, index)
  return index
}

type Groups = ReadonlyMap<PersonKey, readonly SummaryBase[]>
const groups = new WeakMap<readonly SummaryBase[], Groups>()

function groupsOf(rows: readonly SummaryBase[], keyOf: (row: SummaryBase) => PersonKey | null): Groups {
  const known = groups.get(rows)
  if (known) return known
  const made = new Map<PersonKey, SummaryBase[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = made.get(key)
    if (group) group.push(row)
    else made.set(key, [row])
  }
  groups.set(rows, made)
  return made
}

/** A request names only its order item, so its person is the order's. */
function keyOfRequest(request: RequestSummary, orders: readonly OrderSummary[]): PersonKey | null {
  const order = request.orderId === null ? undefined : rowsById(orders).get(request.orderId)
  return order ? keyOfRow(order) : personKey(null, null, request.person)
}

/** The person of a record; null when the account has no such row, or the row names no person. */
export function keyOfRecord(rows: AccountRows, screen: RecordRow['screen'], id: string): PersonKey | null {
  if (screen === 'requests') {
    const request = rowsById(rows.requests).get(id)
    return request ? keyOfRequest(request, rows.orders) : null
  }
  const row = rowsById<SummaryBase>(rows[screen]).get(id)
  return row ? keyOfRow(row) : null
}

const rowsAbout = (account: AccountRows, kind: RecordKind, key: PersonKey): readonly SummaryBase[] =>
  kind === 'requests'
    ? account.requests.filter(row => keyOfRequest(row, account.orders) === key)
    : (groupsOf(account[kind], keyOfRow).get(key) ?? [])

/** All records of this person in the lists of one shop's accounts, newest first. */
export function recordsOf(accounts: readonly AccountRows[], key: PersonKey): readonly RecordRow[] {
  const found = accounts.flatMap(account =>
    recordKindNames.flatMap(screen =>
      // A list of a kind holds rows of that kind.
      rowsAbout(account, screen, key).map(row => ({ screen, accountId: account.accountId, row }) as RecordRow),
    ),
  )
  return found.sort((a, b) => compareNewest(a.row, b.row))
}

/** The name on the newest row that has one; null when the rows only have e-mails. */
export function nameAmong(records: readonly RecordRow[]): string | null {
  for (const { row } of records) if (row.person !== null && !row.person.includes('@')) return row.person
  return null
}
