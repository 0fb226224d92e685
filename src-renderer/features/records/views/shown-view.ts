import type { SummaryBase } from '../../../model/summaries.ts'
import { fold } from '../../../search/fold.ts'
import { runQuery } from '../../../search/run-query.ts'
import { type Facet, facetRows } from '../filters/facets.ts'
import { ALL, type FacetKey, isFiltering, type ListFilter, toQuery } from '../filters/filters.ts'
import { isSameLook, type ListLook } from '../filters/look.ts'
import type { View } from './view.ts'

const facetsOf = (facets: ListFilter['facets']): string =>
  (Object.keys(facets) as FacetKey[])
    .filter(key => facets[key] !== undefined && facets[key] !== '')
    .sort()
    .map(key => `${key}=${facets[key]}`)
    .join('\n')

const daysOf = ({ range, fromDay, toDay }: ListFilter): string => (range === 'custom' ? `${fromDay}/${toDay}` : '')

/** Whether two filters give the same rows in the same order. */
export const isSameFilter = (one: ListFilter, other: ListFilter): boolean =>
  one === other ||
  (fold(one.text) === fold(other.text) &&
    one.status === other.status &&
    one.range === other.range &&
    daysOf(one) === daysOf(other) &&
    one.sort === other.sort &&
    facetsOf(one.facets) === facetsOf(other.facets))

/** Whether the list shows exactly this view. The whole list may be sorted in any order. */
export const isAsSaved = (view: View, filter: ListFilter, look: ListLook): boolean =>
  (view.id === ALL && !isFiltering(filter)) ||
  (isSameFilter(view.filter, filter) && (view.look === null || isSameLook(view.look, look)))

/** The view that the list shows: the chosen one, else one with the same filter; null when there is none. */
export const shownView = (
  views: readonly View[],
  chosenId: string | null,
  filter: ListFilter,
  look: ListLook,
): View | null =>
  views.find(view => view.id === chosenId) ??
  views.find(view => view.id !== ALL && isAsSaved(view, filter, look)) ??
  views.find(view => isAsSaved(view, filter, look)) ??
  null

/** How many rows each view would show, by its id. Nothing is sorted, because a count needs no order. */
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
