import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { judge, requestsOf } from '../../../src-renderer/outbox/evidence.ts'
import { backoffMs, conflictBefore, nextReadAt } from '../../../src-renderer/outbox/policy.ts'
import { type AccountState, plan } from '../../../src-renderer/outbox/scheduler.ts'
import { defaultTimings as timings } from '../../../src-renderer/outbox/timings.ts'
import { attemptOf, draftOf, entryOf, itemRow, payloadOf, requestRow } from './fakes/rows.ts'

describe('policy', () => {
  it('backs off with full jitter between nothing and the cap', () => {
    expect([1, 2, 3, 7, 40, 1_000].map(n => backoffMs(n, 1, timings))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000, 60_000,
    ])
    expect(backoffMs(9, 0, timings)).toBe(0)
  })

  it('reads back on the schedule and then every five minutes', () => {
    expect([0, 1_000, 19_000, 75_000, 120_000].map(now => nextReadAt(0, now, 0, timings))).toEqual([
      1_000, 3_000, 20_000, 120_000, 420_000,
    ])
  })

  it('sees conflicts before anything is sent', () => {
    const open = requestRow('7', payloadOf())
    const closed = requestRow('8', payloadOf(), 'rejected')
    const item = itemRow('500')
    expect(conflictBefore(entryOf(), [closed], item)).toBeNull()
    expect(conflictBefore(entryOf(), [open, closed], item)).toEqual({
      reason: 'request-already-open',
      candidateIds: ['7'],
    })
    for (const value of ['50', '100', '600'])
      expect(conflictBefore(entryOf(), [], itemRow('500', { status: { value, label: null } }))?.reason).toBe(
        'item-already-decided',
      )
    expect(conflictBefore(entryOf(), [], itemRow('500', { is_cancelled: true }))?.reason).toBe('item-already-decided')
    const many = entryOf({}, draftOf('e1', '500', { quantity: 6 }))
    expect(conflictBefore(many, [], item)?.reason).toBe('quantity-too-large')
    expect(conflictBefore(many, [], itemRow('500', { quantity: null }))).toBeNull()
    expect(conflictBefore(entryOf(), [], null)).toBeNull()
  })

  it('takes a closed request for a late one of ours while an attempt is unresolved', () => {
    const closed = requestRow('8', payloadOf(), 'rejected')
    const tried = entryOf({
      attempts: [attemptOf({ outcome: 'unknown' })],
      review: { reason: 'absent', candidateIds: [] },
    })
    expect(conflictBefore(tried, [closed], itemRow('500'))?.candidateIds).toEqual(['8'])
    const known = entryOf({ attempts: [attemptOf({ outcome: 'unknown', baselineIds: ['8'] })] })
    expect(conflictBefore(known, [closed], itemRow('500'))).toBeNull()
  })

  it('does not stop twice for what the user said yes to', () => {
    const open = requestRow('7', payloadOf())
    const decided = itemRow('500', { status: { value: '50', label: null } })
    const seen = entryOf({ review: { reason: 'request-already-open', candidateIds: ['7'] } })
    expect(conflictBefore(seen, [open], decided)).toBeNull()
    expect(conflictBefore(seen, [open, requestRow('9', payloadOf())], decided)?.candidateIds).toEqual(['7', '9'])
  })
})

describe('evidence', () => {
  const entry = entryOf({ state: 'UNKNOWN' }, draftOf('e1', '500', { description: 'too big', quantity: 2 }))
  const attempt = attemptOf({ baselineIds: ['1'] })
  const ours = { ...requestRow('7', payloadOf('500', { description: 'too big' })), quantity: '2.00' }
  const verdict = (...rows: Parameters<typeof judge>[2]) => judge(entry, attempt, rows, itemRow('500'))

  it('takes exactly one new request that says what we said', () => {
    expect(verdict(ours)).toMatchObject({ kind: 'confirmed', request: { id: '7' } })
    expect(verdict({ ...ours, reason: null, quantity: null, description: null }).kind).toBe('confirmed')
  })

  it('leaves out what was there before, other items and other types', () => {
    const others = [
      { ...ours, id: '1' },
      { ...ours, order_item: '501' },
      { ...ours, cancellation_type: 'refund' },
    ]
    expect(verdict(...others)).toEqual({ kind: 'absent', itemDecided: false })
  })

  it('asks a person when a field contradicts or when there are several', () => {
    for (const more of [{ reason: '4' }, { description: 'other' }, { quantity: '1' }, { cancellation_type: null }])
      expect(verdict({ ...ours, ...more })).toEqual({ kind: 'review', reason: 'contradicts', candidateIds: ['7'] })
    expect(verdict(ours, { ...ours, id: '8' })).toMatchObject({
      reason: 'several-candidates',
      candidateIds: ['7', '8'],
    })
  })

  describe('when the shop says that a request exists', () => {
    const exists = attemptOf({
      no: 2,
      startedAt: Date.parse('2026-11-20T10:00:00Z'),
      outcome: 'unknown',
      failure: failure('rejected', { code: 'cancellation_request_100_1' }),
    })
    const money = { iban: 'TR33 0006 1005 1978 6457 8413 26', holder_name: 'Ayşe Işık' }
    const asked = { description: 'too big', quantity: 2, ...money, fully_refund_as_loyalty_money: false }
    const alone = { ...entryOf({ state: 'UNKNOWN' }, draftOf('e1', '500', asked)), attempts: [exists] }
    const echo = (...rows: Parameters<typeof judge>[2]) => judge(alone, exists, rows, null)

    it('takes the only new one that says what we said, whatever doubled the POST', () => {
      expect(echo(ours)).toMatchObject({ kind: 'confirmed', request: { id: '7' } })
      const shown = {
        iban: 'TR330006100519786457841326',
        holder_name: 'AYSE ISIK',
        fully_refund_as_loyalty_money: false,
      }
      expect(echo({ ...ours, ...shown, created_date: '2026-11-20T10:00:01Z' }).kind).toBe('confirmed')
      expect(echo({ ...ours, iban: 'TR** **** 26', holder_name: 'A*** I***' }).kind).toBe('confirmed')
    })

    it('asks a person when anything else says that it may be somebody else’s', () => {
      for (const more of [
        { reason: '4' },
        { quantity: '1' },
        { cancellation_type: 'refund' },
        { iban: 'TR00 1111' },
        { holder_name: 'Ali Veli' },
        { fully_refund_as_loyalty_money: true },
      ])
        expect(echo({ ...ours, ...more }), JSON.stringify(more)).toEqual({
          kind: 'review',
          reason: 'contradicts',
          candidateIds: ['7'],
        })
      expect(echo(ours, { ...ours, id: '8', cancellation_type: 'refund' })).toMatchObject({
        reason: 'several-candidates',
        candidateIds: ['7', '8'],
      })
      expect(echo({ ...ours, created_date: '2026-11-20T09:50:00Z' })).toMatchObject({ reason: 'request-already-open' })
    })

    it('asks a person when the shop shows an account or loyalty money that we did not send', () => {
      const bare = { ...entryOf({ state: 'UNKNOWN' }, draftOf('e1')), attempts: [exists] }
      const plain = requestRow('7', payloadOf())
      expect(judge(bare, exists, [{ ...plain, fully_refund_as_loyalty_money: false }], null).kind).toBe('confirmed')
      for (const more of [{ iban: 'TR33' }, { holder_name: 'Ali' }, { fully_refund_as_loyalty_money: true }])
        expect(judge(bare, exists, [{ ...plain, ...more }], null), JSON.stringify(more)).toMatchObject({
          reason: 'contradicts',
        })
    })

    it('takes a late one of an earlier attempt, as ever', () => {
      const second = { ...alone, attempts: [attemptOf({ outcome: 'unknown' }), exists] }
      expect(judge(second, exists, [{ ...ours, created_date: '2026-11-20T09:50:00Z' }], null).kind).toBe('confirmed')
    })
  })

  it('counts a request once that an order shows a second time without its id', () => {
    const thin = { ...requestRow('active:500', payloadOf()), cancellation_type: null, reason: null, description: null }
    const item = itemRow('500', { active_cancellation_request: thin })
    expect(judge(entry, attempt, requestsOf('500', [ours], item), item)).toMatchObject({ request: { id: '7' } })
  })

  it('reads the order as well as the list, and each id once', () => {
    const inOrder = { ...requestRow('9', payloadOf()), order_item: null }
    const item = itemRow('500', { cancellationrequest_set: [ours, inOrder], active_cancellation_request: inOrder })
    expect(requestsOf('500', [ours, { ...ours, id: '5', order_item: '501' }], item).map(row => row.id)).toEqual([
      '7',
      '9',
    ])
    expect(requestsOf('500', [], item)[1]?.order_item).toBe('500')
  })
})

describe('scheduler', () => {
  const open: AccountState = { closed: false, underWay: 0, bulk: true }
  const planFor = (entries: Parameters<typeof plan>[0]['entries'], more: Partial<Parameters<typeof plan>[0]> = {}) =>
    plan({ entries, account: () => open, busy: new Set(), urgent: new Set(), now: 10_000, timings, ...more })
  const make = (id: string, seq: number, orderItem: string, more = {}) =>
    entryOf({ id, seq, ...more }, draftOf(id, orderItem))
  const started = (result: ReturnType<typeof plan>) =>
    result.steps.map(step => (step.kind === 'send' ? step.entries.map(one => one.id).join('+') : step.entry.id))

  it('starts the first of each lane by seq, and no more of an account than its steps', () => {
    const entries = [make('c', 3, '501'), make('b', 2, '500'), make('a', 1, '500'), make('d', 4, '502')]
    expect(started(planFor(entries))).toEqual(['a', 'c', 'd'])
    const two = { ...timings, stepsPerAccount: 2 }
    expect(started(planFor(entries, { timings: two }))).toEqual(['a', 'c'])
  })

  it('holds a lane behind anything that is not over', () => {
    for (const state of ['SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED'] as const) {
      const head = make('a', 1, '500', { state, nextAt: 50_000 })
      expect(started(planFor([head, make('b', 2, '500')]))).toEqual([])
    }
    for (const state of ['CONFIRMED', 'DROPPED'] as const)
      expect(started(planFor([make('a', 1, '500', { state }), make('b', 2, '500')]))).toEqual(['b'])
  })

  it('lets a parked lane hold up nobody else', () => {
    expect(started(planFor([make('a', 1, '500', { state: 'NEEDS_REVIEW' }), make('b', 2, '501')]))).toEqual(['b'])
  })

  it('sleeps until the first thing is due', () => {
    const entries = [make('a', 1, '500', { nextAt: 40_000 }), make('b', 2, '501', { nextAt: 20_000 })]
    expect(planFor(entries)).toEqual({ steps: [], wakeAt: 20_000 })
    expect(started(planFor(entries, { urgent: new Set(['a']) }))).toEqual(['a'])
    expect(planFor([])).toEqual({ steps: [], wakeAt: null })
  })

  it('plans nothing behind a closed gate, for an event opens it', () => {
    const entries = [make('a', 1, '500'), make('b', 2, '501', { state: 'UNKNOWN', nextAt: 20_000 })]
    expect(planFor(entries, { account: () => ({ ...open, closed: true }) })).toEqual({ steps: [], wakeAt: null })
  })
})
