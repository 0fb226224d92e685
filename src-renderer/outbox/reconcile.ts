import type { LedgerEnd, LedgerEntry } from '../../src-main/contract/calls.ts'
import type { Entry } from '../../src-main/contract/entries.ts'
import { type EntryEvent, transition } from './machine.ts'
import { isDone, lastAttempt } from './policy.ts'
import type { Moment } from './timings.ts'

export interface Ledger {
  readonly entries: readonly LedgerEntry[]
  /** Entries that were over when the ledger was compacted. They are not in `entries`. */
  readonly ended: readonly LedgerEnd[]
  /** How many lines can't be read. With any of them, a missing line proves nothing. */
  readonly damagedLines: number
}

interface Reconciled {
  /** Only in the ledger: goes back into the table. */
  readonly add: readonly Entry[]
  /** In both: replaces the table's row. */
  readonly swap: readonly { readonly before: Entry; readonly after: Entry }[]
  /** Only in the table, or newer there: goes into the ledger. */
  readonly record: readonly Entry[]
}

/**
 * Compares table and ledger. Afterwards no entry is SENDING, and each of them knows what the other did. `unreadableIds`
 * are unreadable rows of the table: they stay, and the ledger's entry does not replace them.
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
    // An open row that is not newer than its end is an old copy. Sending it would send it twice.
    if (end !== undefined && (isDone(row) || row.version <= end.version)) {
      if (!isDone(row)) swap.push({ before: row, after: applied(row, { type: 'found-ended', end }, at) })
      continue
    }
    const line = recorded.get(row.id)
    const base = line !== undefined && line.entry.version > row.version ? { ...line.entry, seq: row.seq } : row
    // The ledger proves something about the last send only if it is undamaged and knows the entry up to that send.
    const proves = line !== undefined && ledger.damagedLines === 0 && line.entry.version >= row.version - 1
    const after = caughtUp(base, line?.sends ?? [], proves, at)
    if (after.version !== row.version) swap.push({ before: row, after })
    if (line === undefined || after.version > line.entry.version) record.push(after)
  }

  const add: Entry[] = []
  for (const { entry, sends } of ledger.entries) {
    if (stored.has(entry.id) || unreadableIds.has(entry.id)) continue
    const after = caughtUp(entry, sends, ledger.damagedLines === 0, at)
    // An entry that was over stays out, unless it ended only now: then the user has not seen its end yet.
    if (isDone(entry)) continue
    add.push(after)
    if (after.version > entry.version) record.push(after)
  }
  add.sort((a, b) => a.seq - b.seq || a.createdAt - b.createdAt)
  return { add, swap, record }
}

/** Whether the entry was never saved. Only an entry whose form showed "not saved" ends without a time. */
export const isTakenBack = (entry: Entry): boolean => entry.state === 'DROPPED' && entry.settledAt === null

export const takenBackIn = ({ entries, ended }: Ledger): readonly string[] => [
  ...entries.filter(({ entry }) => isTakenBack(entry)).map(({ entry }) => entry.id),
  ...ended.filter(({ takenBack }) => takenBack).map(({ id }) => id),
]

type Send = LedgerEntry['sends'][number]

/** Applies an event. An entry that it does not fit stays as it is. */
const applied = (entry: Entry, event: EntryEvent, at: Moment): Entry => {
  const result = transition(entry, event, at)
  return result.ok ? result.entry : entry
}

/** Adds a send that main knows to an entry that may not know it yet. */
const afterSend = (entry: Entry, send: Send, at: Moment): Entry => {
  const known = entry.attempts.find(one => one.no === send.attempt)
  const isLast = lastAttempt(entry)?.no === send.attempt
  if (known === undefined) {
    const isNews = send.attempt > (lastAttempt(entry)?.no ?? 0)
    if (!isNews) return entry
    // The send is newer than the recorded state, so that state is out of date.
    const { attempt, baselineIds, startedAt } = send
    const queued: Entry = { ...entry, state: 'QUEUED', revision: Math.max(entry.revision, send.revision) }
    const sending = applied(queued, { type: 'send-started', attempt, baselineIds, startedAt }, at)
    return afterSend(sending, send, at)
  }
  if (!isLast) return entry
  const { attempt, outcome } = send
  if (outcome !== null) return applied(entry, { type: 'outcome', attempt, outcome }, at)
  return applied(entry, { type: 'found-at-start' }, at)
}

/** Brings an entry up to date with main's sends. `proves`: a send that is not in the ledger was never made. */
const caughtUp = (entry: Entry, sends: readonly Send[], proves: boolean, at: Moment): Entry => {
  if (isDone(entry)) return entry
  const after = [...sends].sort((a, b) => a.attempt - b.attempt).reduce((one, send) => afterSend(one, send, at), entry)
  if (after.state !== 'SENDING') return after
  return applied(after, proves ? { type: 'never-started', failure: null } : { type: 'found-at-start' }, at)
}
