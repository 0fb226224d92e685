import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { kindOfName, type RecordKind, type RecordName, type RecordRows } from '../../../model/record-kinds.ts'
import type { FoundPerson, Tier } from '../../../search/rank.ts'
import type { RecordRef } from '../../common/navigation/use-open-record.ts'

/** Something to do, by its name. */
export interface Named {
  readonly kind: 'command' | 'action' | 'setting'
  /** Unique among those of its kind. */
  readonly id: string
  readonly label: string
  /** What kind of thing it is, in the user's language; null where the heading says it. */
  readonly about: string | null
  readonly haystack: string
  readonly run: () => void
}

interface OfAccount {
  readonly account: Account
  readonly tier: Tier
}
interface RecordOf<K extends RecordKind> extends OfAccount {
  readonly kind: RecordName<K>
  readonly row: RecordRows[K]
}
export type FoundRecord = { readonly [K in RecordKind]: RecordOf<K> }[RecordKind]
interface FoundEntry {
  readonly kind: 'entry'
  readonly entry: Entry
  /** Null when the account was removed. */
  readonly account: Account | null
  readonly tier: Tier
}
interface FoundCustomer extends OfAccount {
  readonly kind: 'customer'
  readonly person: FoundPerson<FoundRecord>
}
export interface FoundNamed {
  readonly kind: Named['kind']
  readonly named: Named
  readonly tier: Tier
}
export type Found = FoundRecord | FoundEntry | FoundCustomer | FoundNamed
type FoundKind = Found['kind']

/** How many rows of one account a list would show for the text. */
export interface InList {
  readonly account: Account
  readonly screen: RecordKind
  readonly count: number
}

export type GroupName = 'recent' | 'frequent' | FoundKind
export interface FoundGroup {
  readonly name: GroupName
  readonly found: readonly Found[]
  /** How many there are in all; those of `found` among them. */
  readonly total: number
  /** The lists that have more than is shown here. */
  readonly more: readonly InList[]
}

export const isRecord = (found: Found): found is FoundRecord => kindOfName(found.kind) !== null

export const refOf = ({ account, kind, row }: FoundRecord): RecordRef => ({
  accountId: account.id,
  screen: kindOfName(kind) ?? 'orders',
  id: row.id,
})

/** Tells results apart; the same over two searches. */
export const keyOf = (found: Found): string => {
  if (isRecord(found)) return `${found.kind} ${found.account.id} ${found.row.id}`
  switch (found.kind) {
    case 'entry':
      return `entry ${found.entry.id}`
    case 'customer':
      return `customer ${found.account.shop.id} ${found.person.key}`
    case 'command':
    case 'action':
    case 'setting':
      return `${found.kind} ${found.named.id}`
  }
}

/** What automation knows a result by. */
export const idOf = (found: Found): string => {
  if (isRecord(found)) return found.row.id
  switch (found.kind) {
    case 'entry':
      return found.entry.id
    case 'customer':
      return found.person.key
    case 'command':
    case 'action':
    case 'setting':
      return found.named.id
  }
}
