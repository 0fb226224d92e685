import type { Entry } from '../../../../src-main/contract/entries.ts'
import { ownIdOf } from '../../../model/item-requests.ts'
import { fold } from '../../../search/fold.ts'
import { noFilter, type Range, toQuery } from '../../records/filters/filters.ts'

type Attempt = Entry['attempts'][number]

export const activityKinds = [
  'created',
  'sending',
  'sent-confirmed',
  'sent-not-sent',
  'sent-rejected',
  'sent-refused-together',
  'sent-unknown',
  'found',
  'adopted',
  'dropped',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export interface ActivityEvent {
  readonly key: string
  readonly at: number
  readonly kind: ActivityKind
  readonly entry: Entry
  /** The shop's id of the request, if this event is how we learnt it. */
  readonly requestId: string | null
  /** The shop's or the network's code, else the HTTP status, where there was one. */
  readonly code: string | null
}

const codeOf = ({ failure }: Attempt): string | null =>
  failure?.code ?? (failure?.status == null ? null : `HTTP ${failure.status}`)

/** A later check may settle an attempt without an answer. The log still shows what was known at the time. */
const kindOfAttempt = (entry: Entry, outcome: Attempt['outcome']): ActivityKind => {
  if (outcome === null) return 'sending'
  const isFoundLater = outcome === 'confirmed' && entry.result !== null && entry.result.via !== 'response'
  return isFoundLater ? 'sent-unknown' : `sent-${outcome}`
}

const attemptEvents = (entry: Entry): ActivityEvent[] =>
  entry.attempts.map(attempt => {
    const kind = kindOfAttempt(entry, attempt.outcome)
    return {
      key: `${entry.id} attempt ${attempt.no}`,
      at: attempt.endedAt ?? attempt.startedAt,
      kind,
      entry,
      requestId: kind === 'sent-confirmed' ? ownIdOf(entry.result?.requestId) : null,
      code: codeOf(attempt),
    }
  })

const endOf = (entry: Entry): ActivityEvent[] => {
  if (entry.settledAt === null) return []
  const end = { key: `${entry.id} end`, at: entry.settledAt, entry, requestId: null, code: null }
  if (entry.state === 'DROPPED') return [{ ...end, kind: 'dropped' }]
  const requestId = ownIdOf(entry.result?.requestId)
  if (entry.result?.via === 'read-back') return [{ ...end, kind: 'found', requestId }]
  if (entry.result?.via === 'adopted') return [{ ...end, kind: 'adopted', requestId }]
  return []
}

/** What happened with every entry, newest first. */
export const activityOf = (entries: readonly Entry[]): readonly ActivityEvent[] =>
  entries
    .flatMap((entry): ActivityEvent[] => [
      { key: `${entry.id} created`, at: entry.createdAt, kind: 'created', entry, requestId: null, code: null },
      ...attemptEvents(entry),
      ...endOf(entry),
    ])
    .sort((a, b) => b.at - a.at)

export const periods = ['any', 'today', 'week', 'month'] as const satisfies readonly Range[]
type Period = (typeof periods)[number]

export interface ActivityFilter {
  readonly text: string
  /** Empty means all. The same holds for `accountId`. */
  readonly kind: ActivityKind | ''
  readonly accountId: string
  readonly period: Period
}

export const everything: ActivityFilter = { text: '', kind: '', accountId: '', period: 'any' }

const wordsOf = ({ entry: { about, orderItem, result }, requestId, code }: ActivityEvent, who: string): string =>
  fold(
    [
      about.orderNumber ?? about.orderId,
      orderItem,
      about.productName,
      about.customerName,
      about.reasonText,
      requestId ?? result?.requestId,
      result?.easyReturnCode,
      code,
      who,
    ]
      .filter(Boolean)
      .join('\n'),
  )

/** Every word typed must occur, however it is spelt. `whoOf` gives the words for an account, `now` is ms since 1970. */
export const filterEvents = (
  events: readonly ActivityEvent[],
  { text, kind, accountId, period }: ActivityFilter,
  whoOf: (accountId: string) => string,
  now: number,
): readonly ActivityEvent[] => {
  const { from } = toQuery({ ...noFilter, range: period }, now)
  const words = fold(text).split(' ').filter(Boolean)
  return events.filter(event => {
    const { accountId: owner } = event.entry
    if (kind !== '' && event.kind !== kind) return false
    if (accountId !== '' && owner !== accountId) return false
    if (from !== null && event.at < from) return false
    if (words.length === 0) return true
    const haystack = wordsOf(event, whoOf(owner))
    return words.every(word => haystack.includes(word))
  })
}
