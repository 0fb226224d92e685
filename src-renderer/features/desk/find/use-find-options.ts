import { useDeferredValue, useMemo } from 'react'
import { looksLikeNumber } from '../../records/orders/search-at-shop.tsx'
import type { Corpus } from './find-all.ts'
import { atShopOption, groupsFor, type Option, type OptionGroup, optionsOf } from './options.ts'
import type { Uses } from './recents.ts'

interface FindOptions {
  /** What the options answer to: a key press behind what is typed while the window is busy. */
  readonly shown: string
  readonly groups: readonly OptionGroup[]
  /** To ask the shops for a number that no record here has; null when there is no need, or nobody to ask. */
  readonly atShop: Option | null
  /** All of them in their order, as the arrow keys walk them. */
  readonly all: readonly Option[]
  /** What was found, beyond what is listed, too. */
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

/** The best one for a text that the list has not come to yet. */
export const firstOption = (corpus: Corpus, text: string, uses: Uses): Option | undefined =>
  groupsFor(corpus, text, uses).flatMap(group => optionsOf(group).options)[0]
