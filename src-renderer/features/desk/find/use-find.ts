import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { watchRows } from '../../common/services/watch-rows.ts'
import { looksLikeNumber } from '../../records/orders/search-at-shop.tsx'
import type { Corpus } from './find-all.ts'
import type { Named } from './found.ts'
import { atShopOption, groupsFor, type Option, type OptionGroup, optionsOf } from './options.ts'
import { noRecents, recentsSchema, type Uses } from './recents.ts'

interface FindOptions {
  /** The text that the options belong to. It lags behind the typed text while the window is busy. */
  readonly shown: string
  readonly groups: readonly OptionGroup[]
  /** Asks the shops for a number that no record here has; null when not needed or not possible. */
  readonly atShop: Option | null
  /** All of them in their order, as the arrow keys walk them. */
  readonly all: readonly Option[]
  /** All results, including those that are not listed. */
  readonly count: number
}

/** What can be chosen for a text. */
export const useFindOptions = (corpus: Corpus, text: string, uses: Uses, mayAsk: boolean): FindOptions => {
  const shown = useDeferredValue(text)
  const groups = useMemo(() => groupsFor(corpus, shown, uses).map(optionsOf), [corpus, shown, uses])
  const isHere = groups.some(({ options }) =>
    options.some(option => option.kind === 'found' && option.found.kind === 'order' && option.found.tier === 'own'),
  )
  const atShop = mayAsk && looksLikeNumber(shown) && !isHere ? atShopOption : null
  const all = useMemo(
    () => [...groups.flatMap(({ options }) => options), ...(atShop ? [atShop] : [])],
    [groups, atShop],
  )
  const count = groups.reduce((sum, { total }) => sum + total, 0)
  return { shown, groups, atShop, all, count }
}

/** The best option for a text that the list does not show yet. */
export const firstOption = (corpus: Corpus, text: string, uses: Uses): Option | undefined =>
  groupsFor(corpus, text, uses).flatMap(group => optionsOf(group).options)[0]

/** Everything that can be found on this computer, of all accounts. */
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

export interface AskedShop {
  readonly account: Account
  /** Null while the shop is being asked, and when asking failed. */
  readonly found: number | null
  readonly failure: Failure | null
}
export interface AskedShops {
  readonly text: string
  readonly asking: boolean
  readonly shops: readonly AskedShop[]
}

/** Runs the shops' own search for one text, for the given accounts. The results are cached, so the box finds them afterwards. */
export const useAtShop = () => {
  const counterside = useCounterside()
  const [asked, setAsked] = useState<AskedShops | null>(null)
  const latest = useRef('')
  const ask = useCallback(
    (text: string, accounts: readonly Account[]) => {
      latest.current = text
      setAsked({ text, asking: true, shops: [] })
      const askOne = async (account: Account): Promise<AskedShop> => {
        const reply = await counterside.glance(account.id).findAtShop(text)
        return reply.ok
          ? { account, found: reply.value, failure: null }
          : { account, found: null, failure: reply.failure }
      }
      const settle = (shops: readonly AskedShop[]) => {
        if (latest.current === text) setAsked({ text, asking: false, shops })
      }
      Promise.all(accounts.map(askOne)).then(settle, () => settle([]))
    },
    [counterside],
  )
  return { asked, ask }
}
