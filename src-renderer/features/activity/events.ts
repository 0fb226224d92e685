import type { Entry } from '../../../src-main/contract/entries.ts'

type Attempt = Entry['attempts'][number]

export type ActivityKind =
  | 'created'
  | 'sent-confirmed'
  | 'sent-not-sent'
  | 'sent-rejected'
  | 'sent-refused-together'
  | 'sent-unknown'
  | 'sending'
  | 'found'
  | 'adopted'
  | 'dropped'

export interface ActivityEvent {
  readonly key: string
  readonly at: number
  readonly kind: ActivityKind
  readonly entry: Entry
}

/** A try without an answer is settled by a later look; what it was at its time stays in the record. */
const kindOfAttempt = (entry: Entry, outcome: Attempt['outcome']): ActivityKind => {
  if (outcome === null) return 'sending'
  const isFoundLater = outcome === 'confirmed' && entry.result !== null && entry.result.via !== 'response'
  return isFoundLater ? 'sent-unknown' : `sent-${outcome}`
}

const attemptEvents = (entry: Entry): ActivityEvent[] =>
  entry.attempts.map(attempt => ({
    key: `${entry.id} attempt ${attempt.no}`,
    at: attempt.endedAt ?? attempt.startedAt,
    kind: kindOfAttempt(entry, attempt.outcome),
    entry,
  }))

const endOf = (entry: Entry): ActivityEvent[] => {
  if (entry.settledAt === null) return []
  const at = entry.settledAt
  const key = `${entry.id} end`
  if (entry.state === 'DROPPED') return [{ key, at, kind: 'dropped', entry }]
  if (entry.result?.via === 'read-back') return [{ key, at, kind: 'found', entry }]
  if (entry.result?.via === 'adopted') return [{ key, at, kind: 'adopted', entry }]
  return []
}

/** What happened with every entry, newest first. */
export const activityOf = (entries: readonly Entry[]): readonly ActivityEvent[] =>
  entries
    .flatMap((entry): ActivityEvent[] => [
      { key: `${entry.id} created`, at: entry.createdAt, kind: 'created', entry },
      ...attemptEvents(entry),
      ...endOf(entry),
    ])
    .sort((a, b) => b.at - a.at)
