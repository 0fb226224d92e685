import { type Corpus, findAll, recentRecords } from './find-all.ts'
import {
  type Found,
  type FoundGroup,
  type FoundNamed,
  type GroupName,
  type InList,
  keyOf,
  type Named,
} from './found.ts'
import type { Uses } from './recents.ts'

/** What can be chosen in the box. */
export type Option =
  | { readonly kind: 'found'; readonly key: string; readonly found: Found }
  | { readonly kind: 'more'; readonly key: string; readonly list: InList }
  | { readonly kind: 'at-shop'; readonly key: string }

export interface OptionGroup {
  readonly name: GroupName
  readonly total: number
  readonly options: readonly Option[]
}

export const atShopOption: Option = { kind: 'at-shop', key: 'at-shop' }

const recentShown = 8
const frequentShown = 5
/** Accounts whose lists are offered for one group. */
const listsOffered = 3
/** What newcomers look for, until the box knows what they use. */
const firstCommands: readonly string[] = ['go.several', 'go.pending', 'go.outbox', 'window.refresh', 'window.help']

const frequent = (named: readonly Named[], uses: Uses): FoundGroup => {
  const usual = (id: string) => (firstCommands.includes(id) ? 0.5 : 0)
  const score = (id: string) => (uses[id] ?? 0) + usual(id)
  const found: FoundNamed[] = named
    .filter(({ kind, id }) => kind === 'command' && score(id) > 0)
    .sort((a, b) => score(b.id) - score(a.id))
    .slice(0, frequentShown)
    .map(each => ({ kind: 'command', named: each, tier: 'own' }))
  return { name: 'frequent', found, total: found.length, more: [] }
}

const recent = (corpus: Corpus): FoundGroup => {
  const found = recentRecords(corpus).slice(0, recentShown)
  return { name: 'recent', found, total: found.length, more: [] }
}

/** What the box shows for a text: with none, what was opened lately and the commands of every day. */
export const groupsFor = (corpus: Corpus, text: string, uses: Uses): readonly FoundGroup[] =>
  text.trim() === ''
    ? [recent(corpus), frequent(corpus.named, uses)].filter(({ found }) => found.length > 0)
    : findAll(corpus, text)

export const optionsOf = ({ name, found, total, more }: FoundGroup): OptionGroup => ({
  name,
  total,
  options: [
    ...found.map((each): Option => ({ kind: 'found', key: keyOf(each), found: each })),
    ...more
      .slice(0, listsOffered)
      .map((list): Option => ({ kind: 'more', key: `more ${list.screen} ${list.account.id}`, list })),
  ],
})

/** Where a key leads from the active place in a list of `count`; null for keys that do not move. */
export const placeByKey = (key: string, index: number, count: number): number | null => {
  if (count === 0) return null
  const page = 8
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (index - 1 + count) % count
    case 'PageDown':
      return Math.min(count - 1, index + page)
    case 'PageUp':
      return Math.max(0, index - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
