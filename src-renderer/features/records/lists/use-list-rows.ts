import { useDeferredValue, useMemo } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import { runQuery } from '../../../search/run-query.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Facet, type FacetSelect, facetRows, facetSelects } from '../filters/facets.ts'
import { type ListFilter, type StatusChoice, statusChoices, toQuery } from '../filters/filters.ts'

const minute = 60_000

interface ListRowsNow<S> {
  /** The filter that `rows` answer to: a key press behind what is typed while the window is busy. */
  readonly wanted: ListFilter
  /** Milliseconds since 1970, a minute fine. */
  readonly now: number
  readonly rows: readonly S[]
  /** What the filters offer: counted over all rows. */
  readonly statuses: readonly StatusChoice[]
  readonly selects: readonly FacetSelect[]
}

/** The rows that a filter lets through, in its order, and what it can be set to. `facets` is a constant or memoised. */
export const useListRows = <S extends SummaryBase>(
  all: readonly S[],
  facets: readonly Facet<S>[],
  filter: ListFilter,
): ListRowsNow<S> => {
  const wanted = useDeferredValue(filter)
  // Only "today" and its kin depend on the clock, and for them a minute is fine enough.
  const now = Math.floor(useNow() / minute) * minute
  const passed = useMemo(() => facetRows(all, facets, wanted.facets, now), [all, facets, wanted.facets, now])
  const rows = useMemo(() => runQuery(passed, toQuery(wanted, now)), [passed, wanted, now])
  const statuses = useMemo(() => statusChoices(all), [all])
  const selects = useMemo(() => facetSelects(all, facets, filter.facets), [all, facets, filter.facets])
  return { wanted, now, rows, statuses, selects }
}
