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
  /** YYYY-MM-DD of the two date fields; used when the range is `custom`. */
  readonly fromDay: string
  readonly toDay: string
  readonly sort: ListQuery['sort']
  /** What the list's own facets are set to; none means all. */
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

/** Whether a filter is set that only its own list has. */
export const hasFacets = ({ facets }: ListFilter): boolean => Object.values(facets).some(value => value !== '')

export const isFiltering = (filter: ListFilter): boolean =>
  filter.text.trim() !== '' || filter.status !== '' || filter.range !== 'any' || hasFacets(filter)

const dayOf = (text: string): number | null => {
  const time = readTime(text)
  return time?.kind === 'day' ? time.at : null
}

/** The days of a range that a person chose, the earlier one first; null where none is set, or none that can be read. */
const customDays = ({ fromDay, toDay }: ListFilter): { readonly from: number | null; readonly to: number | null } => {
  const [from, to] = [dayOf(fromDay), dayOf(toDay)]
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

type RangeTrouble =
  /** The last day stands first: the days between are taken all the same. */
  | { readonly kind: 'turned'; readonly from: number; readonly to: number }
  /** A year that no order can be of: the day is left out. */
  | { readonly kind: 'unreadable' }

/** What a person should know about the days they chose; null when they mean what they say. */
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

/** Every status that occurs, the frequent ones first. */
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
