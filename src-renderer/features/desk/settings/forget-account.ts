import type { KeptStore } from '../../../storage/kept-store.ts'
import { forgetNotes } from '../../records/notes/use-note.ts'
import { forgetDrafts } from '../../request/form/drafts.ts'
import { recentsSchema } from '../find/recents.ts'
import { onlyOf, tabsSchema } from '../tabs/tab-state.ts'

/** What was kept about a removed account's customers goes with it. A record that can't be read is of nobody. */
export const forgetAccount = async (kept: KeptStore, accountId: string): Promise<void> => {
  forgetDrafts(accountId)
  const tabs = tabsSchema.safeParse(kept.watch('tabs').snapshot())
  const recents = recentsSchema.safeParse(kept.watch('recents').snapshot())
  await Promise.all([
    forgetNotes(kept, accountId),
    tabs.success ? kept.set('tabs', onlyOf(tabs.data, { has: id => id !== accountId })) : undefined,
    recents.success
      ? kept.set(
          'recents',
          recents.data.filter(each => each.accountId !== accountId),
        )
      : undefined,
  ])
}
