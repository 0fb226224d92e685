import type { AccountRows } from '../../../search/people.ts'
import type { Counterside } from '../../common/services/services.tsx'
import { watchRows } from '../../common/services/watch-rows.ts'
import { accountsBeside } from '../../records/customers/person.ts'
import type { TabRef } from './tab-state.ts'
import { holdsDraft } from './use-tab-mark.ts'

const rowsBeside = (counterside: Counterside, accountId: string): readonly AccountRows[] =>
  watchRows(
    accountsBeside(counterside.accounts.snapshot().accounts, accountId).map(({ id }) => counterside.glance(id)),
  ).snapshot().all

/** Whether a begun request is left behind when this tab is closed. */
export const hasDraftOf = (counterside: Counterside, tab: TabRef): boolean =>
  holdsDraft(tab.screen === 'customer' ? rowsBeside(counterside, tab.accountId) : [], tab)
