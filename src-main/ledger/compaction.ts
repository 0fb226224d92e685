import type { Entry } from '../contract/entries.ts'
import { type EndedLine, type EntryLine, type Fact, factOf, isOver, laterOf, type StateLine } from './lines.ts'
import type { Seals } from './seals.ts'

/** How many days a line is kept for an entry that is over. */
const endedLineDays = 90

const dayMs = 86_400_000

/** An end later than the clock is kept: the line holds no personal data, and without it a request could be sent twice. */
export function isForgotten(endedAt: number, now: number): boolean {
  return now - endedAt > endedLineDays * dayMs
}

/**
 * What a new ledger holds. Of an open entry its last record and all its sends; of one that is over a line without
 * content, for 90 days. Lines of later versions stay as they are, and so does everything about an entry that this
 * version or this key can't read.
 */
export function compacted(
  facts: readonly Fact[],
  damagedLines: number,
  seals: Pick<Seals, 'entryOf'>,
  now: number,
): string[] {
  const changed = new Map<Fact, string | null>()
  for (const group of byEntry(facts).values()) {
    for (const [fact, text] of changesIn(group, seals, now)) changed.set(fact, text)
  }
  const kept = facts.flatMap(fact => {
    const text = changed.get(fact)
    return text === undefined ? fact.text : (text ?? [])
  })
  const damage = damagedLines > 0 ? [factOf({ t: 'damage', at: now, lines: damagedLines }).text] : []
  return [...kept, ...damage]
}

function byEntry(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.id === null) continue
    const group = groups.get(fact.id)
    if (group) group.push(fact)
    else groups.set(fact.id, [fact])
  }
  return groups
}

type Changes = readonly (readonly [Fact, string | null])[]

const nothing: Changes = []

/** Which lines of one entry go (null) or become another. */
function changesIn(group: readonly Fact[], seals: Pick<Seals, 'entryOf'>, now: number): Changes {
  if (group.some(({ line }) => line === null)) return nothing
  const last = lastStateIn(group)
  if (last === null) return nothing
  const { fact, line } = last
  if (line.t === 'ended') return group.length === 1 && !isForgotten(line.at, now) ? nothing : ending(line)
  const entry = seals.entryOf(line)
  if (entry === null) return nothing
  if (isOver(line) && !canBeHadBack(entry, now)) return ending(endedLine(line, entry))
  return group.filter(one => one.line?.t === 'entry' && one !== fact).map(one => [one, null])

  function ending(ended: EndedLine): Changes {
    const text = isForgotten(ended.at, now) ? null : factOf({ ...ended, claims: claimsIn(group) }).text
    return group.map(one => [one, one === fact ? text : null])
  }
}

function lastStateIn(group: readonly Fact[]): { readonly fact: Fact; readonly line: StateLine } | null {
  let last: { readonly fact: Fact; readonly line: StateLine } | null = null
  for (const fact of group) {
    const { line } = fact
    if (line?.t !== 'entry' && line?.t !== 'ended') continue
    if (laterOf(last?.line ?? null, line) === line) last = { fact, line }
  }
  return last
}

/** A discarded entry keeps what was typed for as long as the user may undo; a clock that was set back ends that. */
const canBeHadBack = ({ undo, settledAt }: Entry, now: number): boolean =>
  undo !== undefined && now <= undo.until && now >= (settledAt ?? now)

function endedLine(line: EntryLine & { readonly state: EndedLine['state'] }, entry: Entry): EndedLine {
  const { id, version, state } = line
  const at = entry.settledAt ?? line.at
  const takenBack = line.takenBack ? ({ takenBack: true } as const) : {}
  return { t: 'ended', at, id, version, state, ...takenBack, requestId: entry.result?.requestId ?? null, claims: [] }
}

function claimsIn(group: readonly Fact[]): EndedLine['claims'] {
  return group.flatMap(({ line }): EndedLine['claims'] => {
    if (line?.t === 'intent') return [[line.revision, line.attempt]]
    return line?.t === 'ended' ? line.claims : []
  })
}
