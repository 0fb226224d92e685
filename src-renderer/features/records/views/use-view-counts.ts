import { useDeferredValue, useMemo } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Facet } from '../filters/facets.ts'
import { countViews } from './count-views.ts'
import type { View } from './view.ts'

const none: readonly never[] = []

/**
 * Rows of each view by its id, counted after what was asked for is on the screen: neither the first rows nor a key press
 * wait for it.
 */
export const useViewCounts = <S extends SummaryBase>(
  views: readonly View[],
  rows: readonly S[],
  facets: readonly Facet<S>[],
  now: number,
): ReadonlyMap<string, number> => {
  const late = useDeferredValue(rows, none)
  return useMemo(() => countViews(views, late, facets, now), [views, late, facets, now])
}
