import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import { type ListFilter, noFilter } from '../filters/filters.ts'

/** A delivered view; its words are `views.preset.<screen>.<id>`. */
export interface Preset {
  readonly id: string
  readonly filter: ListFilter
}

const preset = (id: string, filter: Partial<ListFilter>): Preset => ({ id, filter: { ...noFilter, ...filter } })

/** The whole list; always there, always first. */
export const ALL = 'all'

/** What an agent comes back to, as far as the lists' own data can tell it. */
export const presets: Readonly<Record<RecordScreen, readonly Preset[]>> = {
  orders: [
    preset(ALL, {}),
    preset('mine', { facets: { entry: 'needs-you' } }),
    preset('refundable', { facets: { possible: 'refund' } }),
    preset('cancellable', { facets: { possible: 'cancel' } }),
    preset('today', { range: 'today' }),
    preset('unsent', { facets: { entry: 'unsent' } }),
  ],
  'old-orders': [preset(ALL, {}), preset('dearest', { sort: 'amount-high' })],
  pending: [
    preset(ALL, {}),
    preset('longest', { sort: 'oldest' }),
    preset('late', { sort: 'oldest', facets: { waiting: '3' } }),
    preset('today', { range: 'today' }),
    preset('dearest', { sort: 'amount-high' }),
  ],
  requests: [
    preset(ALL, {}),
    preset('undecided', { sort: 'oldest', facets: { decision: 'waiting' } }),
    preset('approved', { range: 'week', facets: { decision: 'approved' } }),
    preset('rejected', { range: 'week', facets: { decision: 'rejected' } }),
  ],
}
