import type { TFunction } from 'i18next'
import type { RequestSummary } from '../../workspace/types.ts'
import { cancellationTypeWords } from '../data/status-words.ts'
import { countValues, type Facet } from '../lists/facets.ts'

const documented = ['cancel', 'refund']

/** Cancellations and refunds always; a kind that no document names as soon as a row has it. */
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
]
