import { readDate } from '../../ui/format/date.ts'
import type { When } from './events.ts'

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** The shop's date as it is: a moment, a day, something nobody can read, or nothing. */
export const whenOf = (text: string | null | undefined): When => {
  if (text === null || text === undefined || text.trim() === '') return { kind: 'unsaid' }
  const at = readDate(text)
  if (at === null) return { kind: 'unreadable', text }
  return { kind: dayOnly.test(text) ? 'day' : 'at', at }
}

/** Of a time on this computer's clock; a stored one may be no time at all. */
export const momentOf = (at: number | null): When =>
  at === null || !Number.isFinite(at) || Number.isNaN(new Date(at).getTime()) ? { kind: 'unsaid' } : { kind: 'at', at }

/** When the record last changed, where that is later than its beginning. */
export const lastChangeOf = (modified: string | null, created: string | null): When => {
  const at = readDate(modified)
  if (at === null) return { kind: 'unsaid' }
  const begun = readDate(created)
  return begun !== null && at <= begun ? { kind: 'unsaid' } : { kind: 'last-change', at }
}

export const timeOf = (when: When): number | null =>
  when.kind === 'unreadable' || when.kind === 'unsaid' ? null : when.at
