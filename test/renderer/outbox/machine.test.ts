import { describe, expect, it } from 'vitest'
import { type Entry, entryStates } from '../../../src-main/contract/entries.ts'
import { failure } from '../../../src-main/contract/failures.ts'
import { type EntryEvent, transition } from '../../../src-renderer/outbox/machine.ts'
import { defaultTimings } from '../../../src-renderer/outbox/timings.ts'
import { attemptOf, entryOf, momentAt, payloadOf, requestRow } from './fakes/rows.ts'

const row = requestRow('7', payloadOf())
const events: Record<EntryEvent['type'], EntryEvent> = {
  'send-started': { type: 'send-started', attempt: 2, baselineIds: ['1'], startedAt: 5_000 },
  'never-started': { type: 'never-started', failure: null },
  'conflict-seen': { type: 'conflict-seen', reason: 'item-already-decided', candidateIds: [] },
  outcome: { type: 'outcome', attempt: 1, outcome: { kind: 'confirmed', request: row } },
  'found-at-start': { type: 'found-at-start' },
  'found-ended': {
    type: 'found-ended',
    end: { id: 'entry-1', version: 9, state: 'CONFIRMED', requestId: '7', at: 1 },
  },
  'read-back': { type: 'read-back', judgement: { kind: 'confirmed', request: row }, countable: true, startedAt: 5_000 },
  'read-failed': { type: 'read-failed', failure: failure('server-error') },
  edit: { type: 'edit', payload: payloadOf('500', { reason: '4' }) },
  retry: { type: 'retry' },
  adopt: { type: 'adopt', requestId: '7' },
  'send-again': { type: 'send-again' },
  discard: { type: 'discard' },
  'undo-discard': { type: 'undo-discard' },
  forget: { type: 'forget' },
}

/** Every cell of state x event; a missing one is refused. */
const table: Record<Entry['state'], Partial<Record<EntryEvent['type'], Entry['state']>>> = {
  QUEUED: {
    'send-started': 'SENDING',
    'conflict-seen': 'NEEDS_REVIEW',
    'read-failed': 'QUEUED',
    edit: 'QUEUED',
    retry: 'QUEUED',
    discard: 'DROPPED',
    'found-ended': 'CONFIRMED',
  },
  SENDING: { 'never-started': 'QUEUED', outcome: 'CONFIRMED', 'found-at-start': 'UNKNOWN', 'found-ended': 'CONFIRMED' },
  UNKNOWN: { outcome: 'CONFIRMED', 'read-back': 'CONFIRMED', 'read-failed': 'UNKNOWN', 'found-ended': 'CONFIRMED' },
  NEEDS_REVIEW: { adopt: 'CONFIRMED', 'send-again': 'QUEUED', discard: 'DROPPED', 'found-ended': 'CONFIRMED' },
  REJECTED: { edit: 'QUEUED', retry: 'QUEUED', discard: 'DROPPED', 'found-ended': 'CONFIRMED' },
  CONFIRMED: {},
  DROPPED: {},
}

const inState = (state: Entry['state'], more: Partial<Entry> = {}): Entry =>
  entryOf({
    state,
    attempts: [attemptOf()],
    review: { reason: 'several-candidates', candidateIds: ['7', '8'] },
    ...more,
  })

const moved = (entry: Entry, event: EntryEvent, now = 10_000): Entry => {
  const result = transition(entry, event, momentAt(now))
  if (!result.ok) throw new Error(result.refusal)
  return result.entry
}
const outcomeOf = (entry: Entry, outcome: Extract<EntryEvent, { type: 'outcome' }>['outcome']): Entry =>
  moved(entry, { type: 'outcome', attempt: 1, outcome })

describe('every state and every event', () => {
  for (const state of entryStates)
    for (const event of Object.values(events))
      it(`${state} + ${event.type} -> ${table[state][event.type] ?? 'refused'}`, () => {
        const result = transition(inState(state), event, momentAt(10_000))
        expect(result.ok ? result.entry.state : 'refused').toBe(table[state][event.type] ?? 'refused')
        if (result.ok) expect(result.entry.version).toBe(2)
      })
})

describe('what a send came to', () => {
  const sending = inState('SENDING', { attempts: [attemptOf({ baselineIds: ['1'] })], review: null })

  it('is confirmed only by a new request for this item', () => {
    for (const request of [
      requestRow('1', payloadOf()),
      requestRow('7', payloadOf('999')),
      { ...row, order_item: null },
    ])
      expect(outcomeOf(sending, { kind: 'confirmed', request }).state).toBe('UNKNOWN')
    expect(outcomeOf(sending, { kind: 'confirmed', request: row }).result?.requestId).toBe('7')
  })

  it('goes back to the queue when nothing left, and waits longer each time', () => {
    const one = outcomeOf(sending, { kind: 'not-sent', failure: failure('offline') })
    expect(one).toMatchObject({ state: 'QUEUED', failures: 1, nextAt: 10_500 })
    const many = outcomeOf({ ...sending, failures: 99 }, { kind: 'not-sent', failure: failure('offline') })
    expect(many.nextAt).toBe(10_000 + 30_000)
  })

  it('is a refusal, except when the shop says that a request exists', () => {
    const no = failure('rejected', { code: 'cancellation_request_100_8' })
    expect(outcomeOf(sending, { kind: 'rejected', failure: no })).toMatchObject({ state: 'REJECTED', lastFailure: no })
    const exists = failure('rejected', { code: 'cancellation_request_100_1' })
    expect(outcomeOf(sending, { kind: 'rejected', failure: exists }).state).toBe('UNKNOWN')
  })

  it('belongs to one attempt', () => {
    const result = transition(
      sending,
      { type: 'outcome', attempt: 2, outcome: { kind: 'confirmed', request: row } },
      momentAt(1),
    )
    expect(result).toEqual({ ok: false, refusal: 'other-attempt' })
  })

  it('may still be good news when it comes too late, and nothing else', () => {
    const unknown = outcomeOf(sending, { kind: 'unknown', failure: failure('server-error') })
    expect(outcomeOf(unknown, { kind: 'confirmed', request: row }).state).toBe('CONFIRMED')
    const late: EntryEvent = { type: 'outcome', attempt: 1, outcome: { kind: 'not-sent', failure: failure('offline') } }
    expect(transition(unknown, late, momentAt(1)).ok).toBe(false)
  })

  it('frees the number of an attempt that never was', () => {
    expect(moved(sending, { type: 'never-started', failure: null }).attempts).toEqual([])
  })
})

describe('reading back', () => {
  const ended = 100_000
  const unknown = inState('UNKNOWN', { attempts: [attemptOf({ endedAt: ended, outcome: 'unknown' })], review: null })
  const absent = (entry: Entry, at: number, more: { countable?: boolean; itemDecided?: boolean } = {}): Entry =>
    moved(
      entry,
      {
        type: 'read-back',
        judgement: { kind: 'absent', itemDecided: more.itemDecided ?? false },
        countable: more.countable ?? true,
        startedAt: at,
      },
      at,
    )

  it('P21: believes in absence only after the settling time and three reads ten seconds apart', () => {
    let entry = absent(unknown, ended + 59_999)
    expect(entry.absentReads).toEqual([])
    entry = absent(entry, ended + 60_000)
    entry = absent(entry, ended + 65_000)
    expect(entry.absentReads).toHaveLength(1)
    entry = absent(entry, ended + 70_000)
    expect(entry.state).toBe('UNKNOWN')
    expect(absent(entry, ended + 80_000).review?.reason).toBe('absent')
    expect(absent(entry, ended + 80_000, { itemDecided: true }).review?.reason).toBe('item-already-decided')
  })

  it('begins to count anew after a read with a hole', () => {
    const two = { ...unknown, absentReads: [ended + 60_000, ended + 70_000] }
    expect(absent(two, ended + 80_000, { countable: false })).toMatchObject({ state: 'UNKNOWN', absentReads: [] })
    expect(moved(two, events['read-failed']).absentReads).toEqual([])
  })

  it('gives up on reads that never count after a day, but not after a night offline', () => {
    const day = 24 * 3_600_000
    expect(absent(unknown, ended + day + 1, { countable: false }).review?.reason).toBe('unreadable')
    expect(absent(unknown, ended + day + 1).state).toBe('UNKNOWN')
  })

  it('waits anew when the clock was put back', () => {
    const entry = absent({ ...unknown, absentReads: [ended + 60_000] }, ended - 1_000_000)
    expect(entry).toMatchObject({ state: 'UNKNOWN', absentReads: [], nextAt: ended - 1_000_000 + 1_000 })
    expect(entry.attempts[0]?.endedAt).toBe(ended - 1_000_000)
  })

  it('so it does after a refusal of several together, which would else be read every second and never given up', () => {
    const refused = { ...unknown, attempts: [attemptOf({ endedAt: ended, outcome: 'refused-together' })] }
    const back = ended - 90_000
    const first = absent(refused, back, { countable: false })
    expect(first).toMatchObject({ state: 'UNKNOWN', nextAt: back + 1_000 })
    expect(absent(first, back + 1_000, { countable: false }).nextAt).toBe(back + 3_000)
    expect(absent(first, back + 24 * 3_600_000 + 1, { countable: false }).review?.reason).toBe('unreadable')
    const years = absent({ ...refused, attempts: [attemptOf({ endedAt: 1e14, outcome: 'refused-together' })] }, back, {
      countable: false,
    })
    expect(absent(years, back + 24 * 3_600_000 + 1, { countable: false }).review?.reason).toBe('unreadable')
  })
})

describe('the user', () => {
  it('adopts only what was shown', () => {
    const result = transition(inState('NEEDS_REVIEW'), { type: 'adopt', requestId: '9' }, momentAt(1))
    expect(result).toEqual({ ok: false, refusal: 'not-a-candidate' })
  })

  it('cannot turn an entry to another item', () => {
    const result = transition(inState('QUEUED'), { type: 'edit', payload: payloadOf('501') }, momentAt(1))
    expect(result).toEqual({ ok: false, refusal: 'other-item' })
  })

  it.each(['QUEUED', 'REJECTED', 'NEEDS_REVIEW'] as const)('has a discarded entry back as it was: %s', state => {
    const entry = inState(state, {
      command: { kind: 'cancellation-request', payload: payloadOf('500', { iban: 'TR33' }) },
    })
    const dropped = moved(entry, { type: 'discard' })
    const back = moved(dropped, { type: 'undo-discard' }, 10_000 + defaultTimings.undoMs - 1)
    expect(back).toEqual({ ...entry, nextAt: null, version: entry.version + 2 })
  })

  it('has it back no longer than a minute, by a clock that was put back as well, and not once it is forgotten', () => {
    const dropped = moved(inState('QUEUED'), { type: 'discard' })
    const undo = (entry: Entry, now: number) => transition(entry, { type: 'undo-discard' }, momentAt(now))
    const late = { ok: false, refusal: 'too-late' }
    expect(undo(dropped, 10_000 + defaultTimings.undoMs)).toEqual(late)
    expect(undo(dropped, -86_400_000)).toEqual(late)
    const forgotten = moved(dropped, { type: 'forget' })
    expect(undo(forgotten, 10_001)).toEqual(late)
    expect(transition(forgotten, { type: 'forget' }, momentAt(1))).toEqual({ ok: false, refusal: 'not-in-this-state' })
  })

  it('leaves nothing sensitive behind when an entry is over', () => {
    const payload = payloadOf('500', {
      iban: 'TR33',
      holder_name: 'A',
      description: 'x',
      pickup_address: '4',
      quantity: 2,
    })
    const entry = inState('QUEUED', { command: { kind: 'cancellation-request', payload } })
    const dropped = moved(entry, { type: 'discard' })
    expect(moved(dropped, { type: 'forget' }).command.payload).toEqual(payloadOf('500', { quantity: 2 }))
  })
})
