import type { SummaryBase } from '../../../model/summaries.ts'
import { compareNames } from '../../../search/sort-rows.ts'
import type { SelectChoice } from '../../../ui/inputs.tsx'
import type { FacetKey, ListFilter } from './filters.ts'

/** A filter of one list, in addition to those that all lists have. */
export interface Facet<S extends SummaryBase> {
  readonly key: FacetKey
  /** The choices other than "all". */
  readonly choices: (rows: readonly S[]) => readonly SelectChoice[]
  readonly passes: (row: S, value: string, now: number) => boolean
}

/** A facet with its choices, for the filter bar. */
export interface FacetSelect {
  readonly key: FacetKey
  readonly value: string
  readonly choices: readonly SelectChoice[]
}

/** The rows that pass all facets. Returns `rows` itself when no facet is set, so that nothing is sorted again. */
export const facetRows = <S extends SummaryBase>(
  rows: readonly S[],
  facets: readonly Facet<S>[],
  chosen: ListFilter['facets'],
  now: number,
): readonly S[] => {
  const set = facets.flatMap(({ key, passes }) => {
    const value = chosen[key] ?? ''
    return value === '' ? [] : [(row: S) => passes(row, value, now)]
  })
  return set.length === 0 ? rows : rows.filter(row => set.every(passes => passes(row)))
}

/** Adds the chosen value when no row has it any more, so that it can be seen and undone. */
export const facetSelects = <S extends SummaryBase>(
  rows: readonly S[],
  facets: readonly Facet<S>[],
  chosen: ListFilter['facets'],
): readonly FacetSelect[] =>
  facets.map(({ key, choices }) => {
    const value = chosen[key] ?? ''
    const known = choices(rows)
    const isKnown = value === '' || known.some(choice => choice.value === value)
    return { key, value, choices: isKnown ? known : [...known, { value, label: value }] }
  })

/** Each value with its number of rows, the most frequent first. */
export const countValues = <S>(
  rows: readonly S[],
  read: (row: S) => string | null,
): readonly (readonly [value: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = read(row)
    if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compareNames(a, b))
}
