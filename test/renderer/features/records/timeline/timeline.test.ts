import fc from 'fast-check'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../../src-main/akinon/json.ts'
import { readOrder } from '../../../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../../../src-main/akinon/read-pending.ts'
import { readRequest } from '../../../../../src-main/akinon/read-request.ts'
import { type Attempt, type Entry, entryStates } from '../../../../../src-main/contract/entries.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { eventWords } from '../../../../../src-renderer/features/records/timeline/event-words.ts'
import { type TimelineEvent, timeOf } from '../../../../../src-renderer/features/records/timeline/events.ts'
import { factsOfOrder, factsOfPending } from '../../../../../src-renderer/features/records/timeline/order-events.ts'
import { byDay, timelineOf } from '../../../../../src-renderer/features/records/timeline/timeline.ts'
import { TimelineCard } from '../../../../../src-renderer/features/records/timeline/timeline-card.tsx'
import { summariseRequest } from '../../../../../src-renderer/lists/requests.ts'
import { changes, mutate } from '../../../../main/akinon/mutate.ts'
import { seedOfRun } from '../../../../seed.ts'
import { draw, words } from '../../../fakes/draw.tsx'
import { attempt, code, entry, item, order, request } from '../../../fakes/screen-rows.ts'

const now = Date.UTC(2026, 10, 22, 12)
const hour = 3_600_000
const kindsOf = (events: readonly TimelineEvent[]) => events.map(event => event.kind)
const made = (entries: readonly Entry[], lines = [item('11')]) =>
  timelineOf(factsOfOrder(order(lines)), [], entries, now).filter(event => event.source === 'computer')

describe('what this computer did', () => {
  const sent = (outcome: Attempt['outcome'], more: Partial<Attempt> = {}): Attempt => ({
    ...attempt(1, outcome, now - hour),
    ...more,
  })

  it('a request that went through reads saved, sent, answered, and nothing still to come', () => {
    const events = made([
      entry('a', 'CONFIRMED', {
        createdAt: now - 2 * hour,
        attempts: [sent('confirmed')],
        result: { requestId: '900', via: 'response', easyReturnCode: null },
        settledAt: now - hour,
      }),
    ])
    expect(kindsOf(events)).toEqual(['answered', 'sent', 'saved'])
    expect(eventWords(events[0] as TimelineEvent, words.en.t)).toEqual({
      title: 'Received by the shop',
      detail: 'Refund #900',
    })
  })

  it('one that waits says so at this moment, above all that is over', () => {
    const events = made([entry('a', 'QUEUED', { createdAt: now - hour })])
    expect(kindsOf(events)).toEqual(['standing', 'saved'])
    expect(events[0]?.when).toEqual({ kind: 'now', at: now })
  })

  it('a refusal is told with the shop’s own words', () => {
    const why = failure('rejected', { status: 400, errors: [{ field: 'quantity', text: 'Adet fazla' }] })
    const events = made([entry('a', 'REJECTED', { attempts: [sent('rejected', { failure: why })] })])
    expect(kindsOf(events)).toEqual(['answered', 'sent', 'saved'])
    expect(eventWords(events[0] as TimelineEvent, words.en.t).detail).toContain('Adet fazla')
  })

  it('tries that never reached the shop are one event with their count', () => {
    const attempts = [1, 2, 3].map(no => ({
      ...attempt(no, 'not-sent', now - (4 - no) * hour),
      failure: failure('offline'),
    }))
    const events = made([entry('a', 'QUEUED', { attempts })])
    expect(kindsOf(events)).toEqual(['standing', 'not-sent', 'saved'])
    expect(eventWords(events[1] as TimelineEvent, words.en.t).title).toContain('3 attempts')
  })

  it('one found later names the request and the moment it was found', () => {
    const events = made([
      entry('a', 'CONFIRMED', {
        attempts: [sent('unknown')],
        absentReads: [now - hour / 2],
        result: { requestId: '901', via: 'read-back', easyReturnCode: null },
        settledAt: now - hour / 4,
      }),
    ])
    expect(kindsOf(events)).toEqual(['found', 'looked', 'answered', 'sent', 'saved'])
    expect(events[0]?.when).toEqual({ kind: 'at', at: now - hour / 4 })
  })

  it('one under way has been sent and not answered', () => {
    expect(kindsOf(made([entry('a', 'SENDING', { attempts: [sent(null, { endedAt: null })] })]))).toEqual([
      'standing',
      'sent',
      'saved',
    ])
  })
})

it('the card says who tells of each event, and that what has no date has none', () => {
  const props = { order: factsOfOrder(order([item('11')])), requests: [], entries: [entry('a', 'QUEUED')] }
  const html = draw(createElement(TimelineCard, props))
  const told = [...html.matchAll(/data-kind="([\w-]+)"[^>]*data-source="(\w+)"/g)]
  expect(told.map(([, kind, source]) => `${kind}: ${source}`)).toEqual([
    'standing: computer',
    'invoiced: shop',
    'placed: shop',
    'saved: computer',
    'status: shop',
    'shipped: shop',
  ])
  expect(html).toContain('Without a date')
  for (const language of ['tr', 'en'] as const)
    expect(draw(createElement(TimelineCard, props), [], language)).not.toContain('timeline.')
})

describe('what the shop says', () => {
  const atShop = (lines: Parameters<typeof order>[0], more = {}, listed: Parameters<typeof timelineOf>[1] = []) =>
    timelineOf(factsOfOrder(order(lines, more)), listed, [], now)

  it('a delivery has no date of its own, and none is made up for it', () => {
    const events = atShop([item('11')])
    expect(events.filter(event => event.kind === 'status').map(event => event.when)).toEqual([{ kind: 'unsaid' }])
    expect(events.find(event => event.kind === 'shipped')?.when).toEqual({ kind: 'unsaid' })
    expect(byDay(events).at(-1)?.at).toBeNull()
  })

  it('a date that nobody can read is shown as it came', () => {
    const placed = atShop([item('11')], { created_date: 'dün' }).find(event => event.kind === 'placed')
    expect(placed?.when).toEqual({ kind: 'unreadable', text: 'dün' })
  })

  it('an invoice of the order and of its lines is one invoice, known to the day', () => {
    const invoice = { invoice_number: 'F1', invoice_date: '2026-11-12' }
    const events = atShop([item('11', invoice), item('12', invoice)], invoice).filter(one => one.kind === 'invoiced')
    expect(events).toHaveLength(1)
    expect(events[0]?.when.kind).toBe('day')
    expect(eventWords(events[0] as TimelineEvent, words.en.t).detail).toBe('F1')
    expect(events[0]?.lines).toEqual([])
  })

  it('two carriers are two events, each with its parcels and lines', () => {
    const other = { shipping_company: code('aras', 'Aras Kargo') }
    const lines = [
      item('11', { tracking_number: 'A' }, 'Palto'),
      item('12', { tracking_number: 'B' }, 'Kazak'),
      item('13', { tracking_number: 'C', ...other }, 'Bot'),
    ]
    const sent = atShop(lines).flatMap(event => (event.kind === 'shipped' ? [[event.tracking, event.lines]] : []))
    expect(sent).toEqual([
      [['C'], ['Bot']],
      [
        ['A', 'B'],
        ['Palto', 'Kazak'],
      ],
    ])
  })

  it('what has not left the shop has no parcel', () => {
    const waiting = { status: code('450'), tracking_number: null }
    expect(kindsOf(atShop([item('11', waiting)], { tracking_number: null }))).not.toContain('shipped')
  })

  it('a request that is in the set, active and in the list is told once', () => {
    const one = request({ order_item: '11' })
    const line = item('11', { cancellationrequest_set: [one], active_cancellation_request: one })
    const events = atShop([line], {}, [summariseRequest(one)])
    expect(events.filter(event => event.kind === 'requested')).toHaveLength(1)
  })

  it('a request that only the list knows is told as well, and one of another order is not', () => {
    const listed = [
      summariseRequest(request({ id: '77', order_item: '11' })),
      summariseRequest(request({ id: '78', order_item: '99' })),
    ]
    const ids = atShop([item('11')], {}, listed).flatMap(event => (event.kind === 'requested' ? [event.requestId] : []))
    expect(ids).toEqual(['77'])
  })

  it('a decision that the list has seen and the order has not, counts', () => {
    const open = request({ order_item: '11', status: code('open') })
    const line = item('11', { cancellationrequest_set: [open] })
    const events = atShop([line], {}, [summariseRequest({ ...open, status: code('rejected') })])
    expect(events.find(event => event.kind === 'decided')?.when).toEqual({ kind: 'unsaid' })
  })

  it('a decision has the time of the record’s last change, and says that it is that', () => {
    const done = request({ status: code('approved'), modified_date: '2026-11-21T10:00:00Z' })
    const events = atShop([item('11', { cancellationrequest_set: [done] })])
    expect(events.find(event => event.kind === 'decided')?.when.kind).toBe('last-change')
  })
})

const entries = fc.array(
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(...entryStates),
      orderItem: fc.constantFrom('11', '__proto__', ''),
      createdAt: fc.oneof(fc.integer(), fc.double()),
      settledAt: fc.option(fc.double()),
      absentReads: fc.array(fc.double(), { maxLength: 4 }),
      attempts: fc.array(
        fc.record({
          no: fc.integer({ min: 1, max: 4 }),
          revision: fc.integer({ min: 1, max: 3 }),
          baselineIds: fc.constant<string[]>([]),
          startedAt: fc.double(),
          endedAt: fc.option(fc.double()),
          outcome: fc.constantFrom('confirmed', 'not-sent', 'rejected', 'refused-together', 'unknown', null),
          failure: fc.constantFrom(null, failure('offline'), failure('rejected', { status: 400 })),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ id, state, ...more }) => entry(id, state, more)),
  { maxLength: 4 },
)

const documents = ['commerce-order-detail', 'commerce-cancellation-view'] as const

describe('whatever a shop sends', () => {
  const seed = seedOfRun()

  const check = (events: readonly TimelineEvent[]) => {
    expect(new Set(events.map(event => event.id)).size).toBe(events.length)
    const times = events.map(event => timeOf(event.when))
    const dated = times.filter(time => time !== null)
    expect(times.slice(0, dated.length)).toEqual(dated)
    expect(dated).toEqual([...dated].sort((a, b) => b - a))
    expect(byDay(events).flatMap(day => day.events)).toEqual(events)
    for (const event of events) for (const language of ['tr', 'en'] as const) eventWords(event, words[language].t)
  }

  it('never throws, is in order, and tells nothing twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), changes, changes, entries, (name, ofOrder, ofRequest, own) => {
        const parsed = parseJson(mutate(name, ofOrder).text)
        const row = parsed.ok ? readOrder(parsed.value) : null
        const sent = parseJson(mutate('commerce-create-response-200', ofRequest).text)
        const one = sent.ok ? readRequest(sent.value) : null
        if (row === null) return
        const listed = one ? [summariseRequest(one)] : []
        check(timelineOf(factsOfOrder(row), listed, own, now))
        draw(createElement(TimelineCard, { order: factsOfOrder(row), requests: listed, entries: own }))
      }),
      { seed, numRuns: 300 },
    )
  })

  it('the same for a pending order', () => {
    fc.assert(
      fc.property(changes, entries, (ofOrder, own) => {
        const parsed = parseJson(mutate('omnitron-pending-list', ofOrder).text)
        const results = parsed.ok ? (parsed.value as { results?: unknown } | null)?.results : null
        const [first] = Array.isArray(results) ? (results as unknown[]) : []
        const row = readPending(first)
        if (row) check(timelineOf(factsOfPending(row), [], own, now))
      }),
      { seed, numRuns: 150 },
    )
  })
})
