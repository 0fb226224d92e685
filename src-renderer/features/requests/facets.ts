import type { TFunction } from 'i18next'
import type { RequestSummary } from '../../workspace/types.ts'
import { cancellationTypeWords } from '../data/status-words.ts'
import { countValues, type Facet } from '../lists/facets.ts'

const documented = ['cancel', 'refund']

const approved: ReadonlySet<string> = new Set(['approved', 'completed'])
const decided: ReadonlySet<string> = new Set([...approved, 'rejected', 'waiting_for_payment'])

/** A status that no document names may be anything: such a request counts as undecided, so that nobody forgets it. */
const decisions: Readonly<Record<string, (status: string) => boolean>> = {
  waiting: status => !decided.has(status),
  approved: status => approved.has(status),
  rejected: status => status === 'rejected',
}

const isDecided = (row: RequestSummary, value: string): boolean => decisions[value]?.(row.status.value ?? '') ?? false

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
  {
    key: 'decision',
    choices: rows =>
      Object.keys(decisions).map(value => ({
        value,
        label: `${t(`filter.facet.decision.choices.${value}`)} (${say(rows.filter(row => isDecided(row, value)).length)})`,
      })),
    passes: isDecided,
  },
]
