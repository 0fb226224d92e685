import { useMemo } from 'react'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { watchRows } from '../../common/services/watch-rows.ts'
import type { Corpus } from './find-all.ts'
import type { Named } from './found.ts'
import { noRecents, recentsSchema } from './recents.ts'

/** Everything that can be found, of every account, without asking a shop for more. */
export const useCorpus = (named: readonly Named[]): Corpus & { readonly loaded: boolean } => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const { entries } = useOutbox()
  const [recents] = useKept('recents', recentsSchema, noRecents)
  const watched = useMemo(() => watchRows(accounts.map(({ id }) => counterside.glance(id))), [counterside, accounts])
  const { all: sources, loaded } = useWatched(watched)
  return useMemo(
    () => ({ sources, accounts, entries, named, recents, loaded }),
    [sources, accounts, entries, named, recents, loaded],
  )
}
