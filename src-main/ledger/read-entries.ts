import type { LedgerEnd, LedgerEntry } from '../contract/calls.ts'
import type { Entry } from '../contract/entries.ts'
import type { Ledger } from './ledger.ts'
import { type EndedLine, type LedgerLine, laterOf, type StateLine } from './lines.ts'
import type { Seals } from './seals.ts'

export interface LedgerContents {
  /** Every entry that has a record, as it last stood, with the sends main has intents for. */
  readonly entries: LedgerEntry[]
  /** Entries that were over when the ledger was compacted: nothing else is known of them. */
  readonly ended: LedgerEnd[]
  /** Lines and seals that could not be read, now or before a compaction. If there are any, a missing line proves nothing. */
  readonly damagedLines: number
}

interface Found {
  state: StateLine | null
  entry: Entry | null
  readonly sends: LedgerEntry['sends']
}

/** Opens every line. A record that can't be opened leaves the entry as the record before it said. */
export function readEntries(ledger: Pick<Ledger, 'facts' | 'damagedLines'>, seals: Seals): LedgerContents {
  const found = new Map<string, Found>()
  let damagedLines = ledger.damagedLines
  for (const { line } of ledger.facts) {
    // A line of a later version may hold what seems to be missing.
    if (line === null) damagedLines += 1
    else if (line.t === 'damage') damagedLines += line.lines
    else if (!takeIn(foundOf(found, line.id), line, seals)) damagedLines += 1
  }
  const entries: LedgerEntry[] = []
  const ended: EndedLine[] = []
  for (const { state, entry, sends } of found.values()) {
    if (state?.t === 'ended') ended.push(state)
    else if (entry) entries.push({ entry, sends })
  }
  return {
    entries,
    ended: ended.map(({ id, version, state, requestId, at, takenBack }) => ({
      id,
      version,
      state,
      requestId,
      at,
      ...(takenBack ? { takenBack } : {}),
    })),
    damagedLines,
  }
}

function foundOf(found: Map<string, Found>, id: string): Found {
  const known = found.get(id) ?? { state: null, entry: null, sends: [] }
  found.set(id, known)
  return known
}

/** False when the line can't be opened, or has nothing to belong to. */
function takeIn(known: Found, line: Exclude<LedgerLine, { readonly t: 'damage' }>, seals: Seals): boolean {
  switch (line.t) {
    case 'ended':
      known.state = line
      known.entry = null
      return true
    case 'entry': {
      const entry = seals.entryOf(line)
      if (entry === null) return false
      if (laterOf(known.state, line) !== line) return true
      known.state = line
      known.entry = entry
      return true
    }
    case 'intent': {
      const { revision, attempt, baselineIds, at } = line
      known.sends.push({ revision, attempt, baselineIds, startedAt: at, outcome: null })
      return true
    }
    case 'outcome': {
      const send = known.sends.find(one => one.revision === line.revision && one.attempt === line.attempt)
      // An answer that came after the entry was over and compacted.
      if (!send) return known.state?.t === 'ended'
      const outcome = seals.outcomeOf(line)
      if (!outcome) return false
      send.outcome = outcome
      return true
    }
  }
}
