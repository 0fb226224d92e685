import type { TFunction } from 'i18next'
import type { EntryState } from '../../../../src-main/contract/entries.ts'
import { type EntriesByItem, unsentStates } from '../../../model/entries.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import type { Facet } from '../filters/facets.ts'

/** By the shop's own flags of the lines; whether a request stands in the way is said on the line. */
const possible: Readonly<Record<string, (row: OrderSummary) => boolean>> = {
  refund: row => row.refundable > 0,
  cancel: row => row.cancellable > 0,
}

const waitsForYou: ReadonlySet<EntryState> = new Set(['NEEDS_REVIEW', 'REJECTED'])

/** The order items with such an entry, gathered once: the rows are many and the entries few. */
const itemsWith = (entries: EntriesByItem): Readonly<Record<string, ReadonlySet<string>>> => {
  const having = (states: ReadonlySet<EntryState>) =>
    new Set([...entries].flatMap(([item, lane]) => (lane.some(({ state }) => states.has(state)) ? [item] : [])))
  return { 'needs-you': having(waitsForYou), unsent: having(unsentStates) }
}

const passNone = (): boolean => false

/** What can be asked for an order, and what we asked ourselves. `say` writes a count in the reader's locale. */
export const orderFacets = (
  t: TFunction,
  say: (count: number) => string,
  entries: EntriesByItem,
): readonly Facet<OrderSummary>[] => {
  const items = itemsWith(entries)
  const hasEntry = (row: OrderSummary, value: string): boolean => {
    const meant = items[value]
    return meant !== undefined && meant.size > 0 && row.itemIds.some(id => meant.has(id))
  }
  const label = (key: string, value: string, count: number) =>
    `${t(`filter.facet.${key}.choices.${value}`)} (${say(count)})`
  return [
    {
      key: 'possible',
      choices: rows =>
        Object.entries(possible).map(([value, passes]) => ({
          value,
          label: label('possible', value, rows.filter(passes).length),
        })),
      passes: (row, value) => (possible[value] ?? passNone)(row),
    },
    {
      key: 'entry',
      choices: rows =>
        Object.keys(items).map(value => ({
          value,
          label: label('entry', value, rows.filter(row => hasEntry(row, value)).length),
        })),
      passes: hasEntry,
    },
  ]
}
