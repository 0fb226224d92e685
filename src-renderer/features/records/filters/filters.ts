import type { SummaryBase } from '../../../model/summaries.ts'
import { readTime } from '../../../model/times.ts'
import { type ListQuery, statusKey } from '../../../search/run-query.ts'
import { startOfDay } from '../../../ui/format/day.ts'

export const ranges = ['any', 'today', 'week', 'month', 'custom'] as const
export type Range = (typeof ranges)[number]
export const sorts = ['newest', 'oldest', 'amount-high', 'amount-low', 'number', 'person'] as const

/** The filters that only one list has. */
export const facetKeys = ['type', 'channel', 'waiting', 'possible', 'entry', 'decision'] as const
export type FacetKey = (typeof facetKeys)[number]

export interface ListFilter {
  readonly text: string
  /** Status value, or empty for all. */
  readonly status: string
  readonly range: Range
  /** The two date fields as YYYY-MM-DD. Used when the range is `custom`. */
  readonly fromDay: string
  readonly toDay: string
  readonly sort: ListQuery['sort']
  /** The chosen value of each facet. A facet without one lets all rows through. */
  readonly facets: Readonly<Partial<Record<FacetKey, string>>>
}

export const noFilter: ListFilter = {
  text: '',
  status: '',
  range: 'any',
  fromDay: '',
  toDay: '',
  sort: 'newest',
  facets: {},
}

/** Whether a facet is set. */
export const hasFacets = ({ facets }: ListFilter): boolean => Object.values(facets).some(value => value !== '')

export const isFiltering = (filter: ListFilter): boolean =>
  filter.text.trim() !== '' || filter.status !== '' || filter.range !== 'any' || hasFacets(filter)

const dayOf = (text: string): number | null => {
  const time = readTime(text)
  return time?.kind === 'day' ? time.at : null
}

/**
 * The first and the last day of a custom range, the earlier one first; null for a day that is not set or not readable.
 */
const customDays = ({ fromDay, toDay }: ListFilter): { readonly from: number | null; readonly to: number | null } => {
  const [from, to] = [dayOf(fromDay), dayOf(toDay)]
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

type RangeTrouble =
  /** The first day is after the last one. The range between them is used all the same. */
  | { readonly kind: 'turned'; readonly from: number; readonly to: number }
  /** The year is out of range for orders, so the day is ignored. */
  | { readonly kind: 'unreadable' }

/** What is wrong with the chosen days; null when nothing is. */
export const rangeTrouble = (filter: ListFilter): RangeTrouble | null => {
  const { range, fromDay, toDay } = filter
  if (range !== 'custom') return null
  if ([fromDay, toDay].some(text => text !== '' && dayOf(text) === null)) return { kind: 'unreadable' }
  const { from, to } = customDays(filter)
  return from !== null && to !== null && from !== dayOf(fromDay) ? { kind: 'turned', from, to } : null
}

const wholeDays = ({ from, to }: ReturnType<typeof customDays>) => ({
  from,
  to: to === null ? null : startOfDay(to, -1) - 1,
})

const limits = (filter: ListFilter, now: number): { from: number | null; to: number | null } => {
  switch (filter.range) {
    case 'any':
      return { from: null, to: null }
    case 'today':
      return { from: startOfDay(now), to: null }
    case 'week':
      return { from: startOfDay(now, 6), to: null }
    case 'month':
      return { from: startOfDay(now, 29), to: null }
    case 'custom':
      return wholeDays(customDays(filter))
  }
}

export const toQuery = (filter: ListFilter, now: number): ListQuery => ({
  text: filter.text,
  statuses: filter.status === '' ? [] : [filter.status],
  sort: filter.sort,
  ...limits(filter, now),
})

export interface StatusChoice {
  readonly value: string
  readonly label: string | null
  readonly count: number
}

/** All statuses in the rows, the most frequent first. */
export const statusChoices = (rows: readonly SummaryBase[]): readonly StatusChoice[] => {
  const found = new Map<string, { label: string | null; count: number }>()
  for (const { status } of rows) {
    const key = statusKey(status)
    if (key === '') continue
    const seen = found.get(key)
    if (seen) seen.count += 1
    else found.set(key, { label: status.label, count: 1 })
  }
  return [...found].map(([value, rest]) => ({ value, ...rest })).sort((a, b) => b.count - a.count)
}

/** A view that comes with the app; its words are `views.preset.<screen>.<id>`. */
export interface Preset {
  readonly id: string
  readonly filter: ListFilter
}

export const preset = (id: string, filter: Partial<ListFilter>): Preset => ({ id, filter: { ...noFilter, ...filter } })

/** The view of the whole list, which is always there and always first. */
export const ALL = 'all'
