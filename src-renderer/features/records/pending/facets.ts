import type { TFunction } from 'i18next'
import type { PendingSummary } from '../../../model/summaries.ts'
import { dayMs } from '../../../ui/format/day.ts'
import { countValues, type Facet } from '../filters/facets.ts'

const waitingDays = ['1', '3', '7'] as const

/**
 * Omnitron says when the order was placed and not when the cancellation was asked for, so the age is the order's. A row
 * without a readable date may be as old as any: it is never filtered away.
 */
const isOlder = (row: PendingSummary, days: number, now: number): boolean =>
  row.at === null || now - row.at > days * dayMs

export const pendingFacets = (t: TFunction, say: (count: number) => string): readonly Facet<PendingSummary>[] => [
  {
    key: 'channel',
    choices: rows =>
      countValues(rows, row => row.channel).map(([value, count]) => ({ value, label: `${value} (${say(count)})` })),
    passes: (row, value) => row.channel === value,
  },
  {
    key: 'waiting',
    choices: () => waitingDays.map(value => ({ value, label: t('filter.olderThan', { count: Number(value) }) })),
    passes: (row, value, now) => isOlder(row, Number(value), now),
  },
]
