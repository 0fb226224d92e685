import type { LedgerEnd, LedgerEntry } from '../../src-main/contract/calls.ts'
import type { Entry } from '../../src-main/contract/entries.ts'
import { lastAttempt } from './attempts.ts'
import type { EntryEvent } from './events.ts'
import { transition } from './machine.ts'
import { isDone } from './policy.ts'
import type { Moment } from './timings.ts'

export interface Ledger {
  readonly entries: readonly LedgerEntry[]
  /** What was over when the ledger was compacted. Never in `entries` as well. */
  readonly ended: readonly LedgerEnd[]
  /** Lines that could not be read: then a missing line proves nothing. */
  readonly damagedLines: number
}

/** Whether it was never saved: only a form that was told so ends an entry without a time. */
export const isTakenBack = (entry: Entry): boolean => entry.state === 'DROPPED' && entry.settledAt === null

export const takenBackIn = ({ entries, ended }: Ledger): readonly string[] => [
  ...entries.filter(({ entry }) => isTakenBack(entry)).map(({ entry }) => entry.id),
  ...ended.filter(({ takenBack }) => takenBack).map(({ id }) => id),
]

export interface Reconciled {
  /** In the ledger only: back into the table. */
  readonly add: readonly Entry[]
  /** In both; the table's row moves on. */
  readonly swap: readonly { readonly before: Entry; readonly after: Entry }[]
  /** Known to the table only, or newer there: into the ledger. */
  readonly record: readonly Entry[]
}

type Send = LedgerEntry['sends'][number]

/** Applies an event that must be heard; an entry it does not fit stays as it is. */
const heard = (entry: Entry, event: EntryEvent, at: Moment): Entry => {
  const result = transition(entry, event, at)
  return result.ok ? result.entry : entry
}

/** One send that main knows of, told to an entry which may not know it yet. */
const afterSend = (entry: Entry, send: Send, at: Moment): Entry => {
  const known = entry.attempts.find(one => one.no === send.attempt)
  const isLast = lastAttempt(entry)?.no === send.attempt
  if (known === undefined) {
    const isNews = send.attempt > (lastAttempt(entry)?.no ?? 0)
    if (!isNews) return entry
    // A send is newer than whatever was recorded of the entry before it, so the recorded state is stale.
    const { attempt, baselineIds, startedAt } = send
    const queued: Entry = { ...entry, state: 'QUEUED', revision: Math.max(entry.revision, send.revision) }
    const sending = heard(queued, { type: 'send-started', attempt, baselineIds, startedAt }, at)
    return afterSend(sending, send, at)
  }
  if (!isLast) return entry
  const { attempt, outcome } = send
  if (outcome !== null) return heard(entry, { type: 'outcome', attempt, outcome }, at)
  return heard(entry, { type: 'found-at-start' }, at)
}

/** Brings an entry up to what main did. `proves`: a send that the ledger does not show was never made. */
const caughtUp = (entry: Entry, sends: readonly Send[], proves: boolean, at: Moment): Entry => {
  if (isDone(entry)) return entry
  const after = [...sends].sort((a, b) => a.attempt - b.attempt).reduce((one, send) => afterSend(one, send, at), entry)
  if (after.state !== 'SENDING') return after
  return heard(after, proves ? { type: 'never-started', failure: null } : { type: 'found-at-start' }, at)
}

/**
 * Table against ledger, both ways. Afterwards no entry is SENDING, and each medium knows what the other did.
 * `unreadableIds` are rows of the table nobody can open: they are in the way of a row from the ledger and stay.
 */
export const reconcile = (
  rows: readonly Entry[],
  unreadableIds: ReadonlySet<string>,
  ledger: Ledger,
  at: Moment,
): Reconciled => {
  const recorded = new Map(ledger.entries.map(one => [one.entry.id, one]))
  const ended = new Map(ledger.ended.map(one => [one.id, one]))
  const stored = new Set(rows.map(row => row.id))
  const record: Entry[] = []
  const swap: { before: Entry; after: Entry }[] = []

  for (const row of rows) {
    const end = ended.get(row.id)
    // An open row that is no newer than its end is an old copy: sending it would be the second time.
    if (end !== undefined && (isDone(row) || row.version <= end.version)) {
      if (!isDone(row)) swap.push({ before: row, after: heard(row, { type: 'found-ended', end }, at) })
      continue
    }
    const line = recorded.get(row.id)
    const base = line !== undefined && line.entry.version > row.version ? { ...line.entry, seq: row.seq } : row
    // The ledger speaks about the last send only if it is whole and followed the entry up to that send.
    const proves = line !== undefined && ledger.damagedLines === 0 && line.entry.version >= row.version - 1
    const after = caughtUp(base, line?.sends ?? [], proves, at)
    if (after.version !== row.version) swap.push({ before: row, after })
    if (line === undefined || after.version > line.entry.version) record.push(after)
  }

  const add: Entry[] = []
  for (const { entry, sends } of ledger.entries) {
    if (stored.has(entry.id) || unreadableIds.has(entry.id)) continue
    const after = caughtUp(entry, sends, ledger.damagedLines === 0, at)
    // What is over need not come back, unless it became over just now and the user was never told.
    if (isDone(entry)) continue
    add.push(after)
    if (after.version > entry.version) record.push(after)
  }
  add.sort((a, b) => a.seq - b.seq || a.createdAt - b.createdAt)
  return { add, swap, record }
}
