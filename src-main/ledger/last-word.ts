import type { EndedLine, EntryLine } from './lines.ts'

/** A line that says how an entry stands. */
export type Word = EntryLine | EndedLine

/**
 * The later of two words on one entry: the higher version, and the later line of equals, so that an old copy recorded
 * again changes nothing. After an entry was taken back any word is later: it was never saved, and the same form may be
 * submitted again as a new entry.
 */
export function laterOf(known: Word | null, next: Word): Word {
  const isLater = known === null || next.t === 'ended' || next.version >= lastingVersion(known)
  return isLater ? next : known
}

/** Whether the entry is over: requested, or discarded. */
export function isOver(word: Word): word is Word & { readonly state: 'CONFIRMED' | 'DROPPED' } {
  return word.state === 'CONFIRMED' || word.state === 'DROPPED'
}

/** The version a later word must have at least. */
export function lastingVersion(word: Word): number {
  return word.takenBack ? 0 : word.version
}
