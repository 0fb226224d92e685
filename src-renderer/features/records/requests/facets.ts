import type { TFunction } from 'i18next'
import { type RequestStage, requestStage } from '../../../model/request-status.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import { countValues, type Facet } from '../filters/facets.ts'

const documented = ['cancel', 'refund']

/** What each stage is listed under: every request is in exactly one of them. */
const groups: Readonly<Record<RequestStage, string>> = {
  undecided: 'waiting',
  'in-progress': 'waiting',
  approved: 'approved',
  'to-be-paid': 'approved',
  completed: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
}

const groupOf = (row: RequestSummary): string => groups[requestStage(row.status)]

const always = ['waiting', 'approved', 'rejected']

/** Cancellations and refunds, and each decision, always; any other as soon as a row has it. */
export const requestFacets = (t: TFunction, say: (count: number) => string): readonly Facet<RequestSummary>[] => [
  {
    key: 'type',
    choices: rows => {
      const counts = new Map(countValues(rows, row => row.cancellationType))
      const others = [...counts.keys()].filter(type => !documented.includes(type))
      return [...documented, ...others].map(value => ({
        value,
        label: `${cancellationTypeWords(value, t)} (${say(counts.get(value) ?? 0)})`,
      }))
    },
    passes: (row, value) => row.cancellationType === value,
  },
  {
    key: 'decision',
    choices: rows =>
      [...always, ...(rows.some(row => groupOf(row) === 'cancelled') ? ['cancelled'] : [])].map(value => ({
        value,
        label: `${t(`filter.facet.decision.choices.${value}`)} (${say(rows.filter(row => groupOf(row) === value).length)})`,
      })),
    passes: (row, value) => groupOf(row) === value,
  },
]
