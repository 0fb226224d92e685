import { readMoment, readTime } from '../../../model/times.ts'
import type { When } from './events.ts'

/** The shop's date as it is: a moment, a day, something nobody can read, or nothing. */
export const whenOf = (text: string | null | undefined): When => {
  if (text === null || text === undefined || text.trim() === '') return { kind: 'unsaid' }
  const time = readTime(text)
  if (time === null) return { kind: 'unreadable', text }
  return { kind: time.kind === 'day' ? 'day' : 'at', at: time.at }
}

/** Further from 1970 no calendar goes. */
const furthestMs = 8.64e15

/** Of a time on this computer's clock; a stored one may be no time at all. */
export const momentOf = (at: number | null): When =>
  at === null || !Number.isFinite(at) || Math.abs(at) > furthestMs ? { kind: 'unsaid' } : { kind: 'at', at }

/** When the record last changed, where that is later than its beginning. */
export const lastChangeOf = (modified: string | null, created: string | null): When => {
  const at = readMoment(modified)
  if (at === null) return { kind: 'unsaid' }
  const begun = readMoment(created)
  return begun !== null && at <= begun ? { kind: 'unsaid' } : { kind: 'last-change', at }
}

export const timeOf = (when: When): number | null =>
  when.kind === 'unreadable' || when.kind === 'unsaid' ? null : when.at
