import { useMemo } from 'react'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { minuteMs } from '../../../model/clock.ts'
import { isUnsent } from '../../../model/entries.ts'
import { isAged, isDayText } from '../../../model/times.ts'
import { dayText } from '../../../ui/format/day.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useOutbox } from '../../common/services/use-entries.ts'

/** From this age on, a request that is waiting or being checked is mentioned. */
export const waitsLongAfterMs = 30 * minuteMs
/** The same for a request that needs a decision. */
export const needsYouLongAfterMs = 24 * 60 * minuteMs

const waitingStates: ReadonlySet<EntryState> = new Set(['QUEUED', 'SENDING', 'UNKNOWN'])
const needsYouStates: ReadonlySet<EntryState> = new Set(['NEEDS_REVIEW', 'REJECTED'])

interface OldGroup {
  readonly count: number
  /** When the oldest of them was made, ms since 1970. */
  readonly since: number
}

interface OldEntries {
  readonly waiting: OldGroup | null
  readonly needsYou: OldGroup | null
}

const oldOnes = (
  entries: readonly Entry[],
  now: number,
  ageMs: number,
  states: ReadonlySet<EntryState>,
): OldGroup | null => {
  const made = entries
    .filter(one => states.has(one.state) && isAged(one.createdAt, ageMs, now))
    .map(one => one.createdAt)
  return made.length === 0 ? null : { count: made.length, since: Math.min(...made) }
}

/** Entries that have been open for too long. `now` in ms since 1970. */
export const oldEntries = (entries: readonly Entry[], now: number): OldEntries => ({
  waiting: oldOnes(entries, now, waitsLongAfterMs, waitingStates),
  needsYou: oldOnes(entries, now, needsYouLongAfterMs, needsYouStates),
})

/** The day of the parcel's pickup (YYYY-MM-DD), when it is over and the request is not. */
export const pastPickupDay = (entry: Entry, now: number): string | null => {
  const date = entry.command.payload.pickup_date?.date ?? ''
  const isPast = isDayText(date) && date < dayText(now)
  return isPast && isUnsent(entry) ? date : null
}

/** The old entries of all accounts, and the time they were computed for. */
export const useOldEntries = (): OldEntries & { readonly now: number } => {
  const { entries } = useOutbox()
  const now = useNow()
  return useMemo(() => ({ ...oldEntries(entries, now), now }), [entries, now])
}
