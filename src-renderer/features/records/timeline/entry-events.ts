import type { Attempt, Entry } from '../../../../src-main/contract/entries.ts'
import { isUnsent } from '../../../model/entries.ts'
import type { EntryFact, TimelineEvent, When } from './events.ts'
import { momentOf } from './when.ts'

/** What this computer did for one request, in its own record's words. `now` in ms since 1970. */
export const entryEvents = (entry: Entry, now: number, isOnlyLine: boolean): readonly TimelineEvent[] => {
  const lines = isOnlyLine ? [] : [entry.about.productName ?? entry.orderItem]
  const event = (id: string, when: When, fact: EntryFact): TimelineEvent => ({
    id: `entry ${entry.id} ${id}`,
    when,
    source: 'computer',
    lines,
    ...fact,
  })
  const settled = momentOf(entry.settledAt)
  return [
    event('saved', momentOf(entry.createdAt), { kind: 'saved', entry }),
    ...runsOf(entry.attempts).flatMap(run => ofRun(entry, run, event)),
    ...entry.absentReads.map((at, place) => event(`looked ${place}`, momentOf(at), { kind: 'looked', entry })),
    ...(entry.state === 'CONFIRMED' && entry.result && entry.attempts.at(-1)?.outcome !== 'confirmed'
      ? [event('found', settled, { kind: 'found', requestId: entry.result.requestId, entry })]
      : []),
    ...(entry.state === 'REJECTED' && entry.attempts.at(-1)?.outcome !== 'rejected'
      ? [event('refused', settled, { kind: 'refused', entry })]
      : []),
    ...(entry.state === 'DROPPED' ? [event('discarded', settled, { kind: 'discarded', entry })] : []),
    ...(isUnsent(entry) && entry.state !== 'REJECTED'
      ? [event('standing', { kind: 'now', at: now }, { kind: 'standing', entry })]
      : []),
  ]
}

type Run = readonly [Attempt, ...Attempt[]]

/** A night without a network is one line, not two hundred. */
const runsOf = (attempts: readonly Attempt[]): readonly Run[] => {
  const runs: [Attempt, ...Attempt[]][] = []
  for (const attempt of attempts) {
    const run = runs.at(-1)
    if (run && attempt.outcome === 'not-sent' && run[0].outcome === 'not-sent') run.push(attempt)
    else runs.push([attempt])
  }
  return runs
}

type MakeEvent = (id: string, when: When, fact: EntryFact) => TimelineEvent

const ofRun = (entry: Entry, run: Run, event: MakeEvent): readonly TimelineEvent[] => {
  const [first] = run
  const last = run.at(-1) ?? first
  const key = `${first.revision} ${first.no}`
  if (first.outcome === 'not-sent')
    return [event(`not-sent ${key}`, momentOf(last.startedAt), { kind: 'not-sent', last, count: run.length, entry })]
  const sent = event(`sent ${key}`, momentOf(first.startedAt), { kind: 'sent', attempt: first, entry })
  if (first.outcome === null) return [sent]
  return [sent, event(`answered ${key}`, momentOf(first.endedAt), { kind: 'answered', attempt: first, entry })]
}
