import type { SummaryBase } from '../../../model/summaries.ts'
import { runQuery } from '../../../search/run-query.ts'
import { type Facet, facetRows } from '../filters/facets.ts'
import { toQuery } from '../filters/filters.ts'
import type { View } from './view.ts'

/** How many rows each view would show, by its id. Counting needs no order, so nothing is sorted for it. */
export const countViews = <S extends SummaryBase>(
  views: readonly View[],
  rows: readonly S[],
  facets: readonly Facet<S>[],
  now: number,
): ReadonlyMap<string, number> =>
  new Map(
    views.map(({ id, filter }) => {
      const passed = facetRows(rows, facets, filter.facets, now)
      return [id, runQuery(passed, { ...toQuery(filter, now), sort: 'newest' }).length]
    }),
  )
