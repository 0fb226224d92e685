import { describe, expect, it } from 'vitest'
import { entryStates } from '../../../../../src-main/contract/entries.ts'
import {
  needsYouLongAfterMs,
  oldEntries,
  pastPickupDay,
  waitsLongAfterMs,
} from '../../../../../src-renderer/features/queue/outbox/ages.ts'
import { entry } from '../../../fakes/screen-rows.ts'

const now = new Date(2026, 10, 20, 12).getTime()

describe('an entry that is open for long', () => {
  const aged = (ageMs: number) => entryStates.map(state => entry(state, state, { createdAt: now - ageMs }))

  it('is one that waits or is checked for half an hour', () => {
    expect(oldEntries(aged(waitsLongAfterMs - 1), now)).toEqual({ waiting: null, needsYou: null })
    expect(oldEntries(aged(waitsLongAfterMs), now)).toEqual({
      waiting: { count: 3, since: now - waitsLongAfterMs },
      needsYou: null,
    })
  })

  it('is one that needs a decision for a day', () => {
    expect(oldEntries(aged(needsYouLongAfterMs - 1), now).needsYou).toBeNull()
    expect(oldEntries(aged(needsYouLongAfterMs), now).needsYou).toEqual({ count: 2, since: now - needsYouLongAfterMs })
  })

  it('is one that was made before the clock was set back: how long it waits is not known', () => {
    const ahead = -3 * 365 * 86_400_000
    expect(oldEntries(aged(ahead), now)).toEqual({
      waiting: { count: 3, since: now - ahead },
      needsYou: { count: 2, since: now - ahead },
    })
    // Clocks are corrected by seconds all the time.
    expect(oldEntries(aged(-5000), now)).toEqual({ waiting: null, needsYou: null })
  })

  it('gives its age to the oldest', () => {
    const mixed = [entry('a', 'QUEUED', { createdAt: now - 2 * waitsLongAfterMs }), ...aged(waitsLongAfterMs)]
    expect(oldEntries(mixed, now).waiting).toEqual({ count: 4, since: now - 2 * waitsLongAfterMs })
  })
})

describe('a pickup day', () => {
  const on = (date: string, state: (typeof entryStates)[number] = 'QUEUED') => {
    const plain = entry('a', state)
    const payload = { ...plain.command.payload, pickup_date: { date, hour_range: { start: '09:00', end: '12:00' } } }
    return pastPickupDay({ ...plain, command: { ...plain.command, payload } }, now)
  }

  it('has passed from the next midnight of this computer on', () => {
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-21')]).toEqual(['2026-11-19', null, null])
  })

  it('does not matter once the request is over, nor when it is no day', () => {
    expect([on('2026-11-19', 'CONFIRMED'), on('2026-11-19', 'DROPPED'), on(''), on('1.1.2020')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(on('2026-11-19', 'REJECTED')).toBe('2026-11-19')
    expect(pastPickupDay(entry('a', 'QUEUED'), now)).toBeNull()
  })
})
