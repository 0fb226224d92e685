import { useMemo } from 'react'
import { useCounterside } from '../data/services.tsx'
import { useOutbox } from '../data/use-entries.ts'
import { useKept } from '../data/use-kept.ts'
import { useWatched } from '../data/use-watched.ts'
import { useAccounts } from '../data/use-workspace.ts'
import { watchRows } from '../data/watch-rows.ts'
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
