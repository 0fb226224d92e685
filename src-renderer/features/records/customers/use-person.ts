import { useMemo } from 'react'
import { type PersonKey, type RecordRow, recordsOf } from '../../../search/people.ts'
import { ownFiguresOf } from '../../common/services/figures.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { entriesAbout, itemsOf, type PersonItem } from './person-items.ts'
import { useShopRows } from './shop-rows.ts'

export interface Person {
  /** Newest first. */
  readonly records: readonly RecordRow[]
  /** Records and outbox entries, newest first. */
  readonly items: readonly PersonItem[]
}

const nobody: Person = { records: [], items: [] }

/** Everything this computer has of a person, over all accounts of the shop that the account is of. */
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
