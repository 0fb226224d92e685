import { fold } from '../../../search/fold.ts'
import type { FacetKey } from '../filters/filters.ts'
import { isFiltering, type ListFilter } from '../filters/filters.ts'
import { isSameLook, type ListLook } from '../filters/look.ts'
import { ALL } from './presets.ts'
import type { View } from './view.ts'

const facetsOf = (facets: ListFilter['facets']): string =>
  (Object.keys(facets) as FacetKey[])
    .filter(key => facets[key] !== undefined && facets[key] !== '')
    .sort()
    .map(key => `${key}=${facets[key]}`)
    .join('\n')

const daysOf = ({ range, fromDay, toDay }: ListFilter): string => (range === 'custom' ? `${fromDay}/${toDay}` : '')

/** Whether two filters ask for the same rows in the same order. */
export const isSameFilter = (one: ListFilter, other: ListFilter): boolean =>
  one === other ||
  (fold(one.text) === fold(other.text) &&
    one.status === other.status &&
    one.range === other.range &&
    daysOf(one) === daysOf(other) &&
    one.sort === other.sort &&
    facetsOf(one.facets) === facetsOf(other.facets))

/** Whether the list is just as the view says. The whole list stays that in any order. */
export const isAsSaved = (view: View, filter: ListFilter, look: ListLook): boolean =>
  (view.id === ALL && !isFiltering(filter)) ||
  (isSameFilter(view.filter, filter) && (view.look === null || isSameLook(view.look, look)))

/** The view that the list shows: the one that was chosen, else one that says the same; null when none does. */
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
