import type { Account } from '../../../../src-main/contract/accounts.ts'
import { recordList } from '../../../lists/record-list.ts'
import type { ListSnapshot } from '../../../lists/types.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Watched } from '../../../model/watched.ts'
import type { RecordRef } from '../../common/navigation/use-open-record.ts'
import type { Counterside } from '../../common/services/services.tsx'

/** An order that a link may mean. */
export interface LinkedOrder {
  readonly ref: RecordRef
  readonly account: Account
  readonly row: SummaryBase
}

const kindsOf = (account: Account): readonly RecordKind[] =>
  recordKindNames.filter(kind => recordKinds[kind].isOrder && recordKinds[kind].account === account.kind)

type List = Watched<ListSnapshot<SummaryBase>>

const whenLoaded = (list: List): Promise<readonly SummaryBase[]> =>
  new Promise(resolve => {
    let undo: () => void = () => undefined
    const look = () => {
      const { loaded, rows } = list.snapshot()
      if (!loaded) return
      undo()
      resolve(rows)
    }
    undo = list.subscribe(look)
    look()
  })

/**
 * Every order of this number that this computer has, one an account: its list comes before its old orders. Waits until
 * the copies on disk are read; asks no shop. Numbers are unique only within one channel of a shop.
 */
export const ordersOfNumber = async (
  number: string,
  accounts: readonly Account[],
  glance: Counterside['glance'],
): Promise<readonly LinkedOrder[]> => {
  const found = await Promise.all(
    accounts.map(async account => {
      for (const screen of kindsOf(account)) {
        const rows = await whenLoaded(recordList(glance(account.id), screen))
        const row = rows.find(each => each.number === number)
        if (row) return [{ ref: { accountId: account.id, screen, id: row.id }, account, row }]
      }
      return []
    }),
  )
  return found.flat()
}
