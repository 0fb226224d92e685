import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CancellationPayload } from '../../../../../src-main/contract/commands.ts'
import type { Entry } from '../../../../../src-main/contract/entries.ts'
import type { CancellationRequest } from '../../../../../src-main/contract/resources.ts'
import {
  AskedCard,
  CandidateCard,
  differencesOf,
} from '../../../../../src-renderer/features/queue/outbox/evidence-cards.tsx'
import { OutboxScreen } from '../../../../../src-renderer/features/queue/outbox/outbox-screen.tsx'
import { readCandidates } from '../../../../../src-renderer/features/queue/outbox/use-candidates.ts'
import { judge } from '../../../../../src-renderer/outbox/evidence.ts'
import { seedOfRun } from '../../../../seed.ts'
import { draw } from '../../../fakes/draw.tsx'
import { fakeCounterside } from '../../../fakes/fake-counterside.ts'
import { attempt, code, customer, entry, item, order, request } from '../../../fakes/screen-rows.ts'

const workspace = fakeCounterside().workspace(customer.id)
const asked = (payload: Partial<CancellationPayload>, more: Partial<Entry> = {}): Entry => {
  const plain = entry('a', 'NEEDS_REVIEW', { attempts: [attempt(1, 'unknown', 9)], ...more })
  return { ...plain, command: { ...plain.command, payload: { ...plain.command.payload, ...payload } } }
}
const card = (one: Entry, row: CancellationRequest | null) =>
  draw(
    <CandidateCard
      entry={one}
      candidate={{ id: '900', row: row && { value: row, readAt: Date.UTC(2026, 10, 20, 9) } }}
      workspace={workspace}
      busy={false}
      onAdopt={() => undefined}
    />,
  )

describe('a request that may be ours', () => {
  it('stands as the shop shows it, with what differs marked', () => {
    const html = card(
      asked({ reason: '5', quantity: 2 }),
      request({
        reason: '7',
        quantity: '2.00',
        description: 'Mağazada söyledi',
        status: code('approved'),
        cancellation_type: 'refund',
      }),
    )
    expect(html).toContain('At the shop: #900')
    expect(html).toContain('Approved')
    expect(html).toMatch(/data-differs="true" data-field="reason"><dt>Reason<\/dt><dd>Changed my mind/)
    expect(html).toMatch(/data-differs="true" data-field="description">.*Mağazada söyledi/)
    expect(html).toMatch(/data-differs="false" data-field="type"/)
    expect(html).toMatch(/data-differs="false" data-field="quantity"><dt>Quantity<\/dt><dd>2<\/dd>/)
    expect(html).toMatch(/<button[^>]*data-request-id="900"[^>]*data-testid="entry-adopt"/)
    expect(html).toContain('as read 20 Nov 2026')
  })

  it('stands there even when nothing is known of it', () => {
    expect(card(asked({}), null)).toContain('no copy of this request yet')
  })

  it('stands beside what was asked for', () => {
    const html = draw(<AskedCard entry={asked({ quantity: 3, description: 'Renk farklı' })} workspace={workspace} />)
    for (const text of ['Refund', 'Size does not fit', '<dd>3</dd>', 'Renk farklı', '<dt>Sent</dt>'])
      expect(html).toContain(text)
  })

  it('is found in the requests’ list, else at its line in the order', async () => {
    const listed = request({ id: '1' })
    const attached = request({ id: '2', order_item: null })
    const theirs = order([item('11', { cancellationrequest_set: [attached] })])
    const candidates = await readCandidates(
      {
        ...workspace,
        request: async id => (id === '1' ? { value: listed, readAt: 5 } : null),
        order: async () => ({ value: theirs, readAt: 7 }),
      },
      asked({}, { review: { reason: 'several-candidates', candidateIds: ['1', '2', '3'] } }),
    )
    expect(candidates).toEqual([
      { id: '1', row: { value: listed, readAt: 5 } },
      { id: '2', row: { value: { ...attached, order_item: '11' }, readAt: 7 } },
      { id: '3', row: null },
    ])
  })
})

it('marks a difference exactly where the queue saw a contradiction', () => {
  const text = fc.constantFrom(null, '', ' ', 'a', ' a ', 'b')
  fc.assert(
    fc.property(
      fc.constantFrom('5', '6'),
      fc.constantFrom(null, '', '5', ' 5', '6'),
      fc.constantFrom(undefined, 1, 2),
      fc.constantFrom(null, '', '1', '2.00'),
      fc.constantFrom(undefined, 'a', ' b '),
      text,
      (reason, theirReason, quantity, theirQuantity, description, theirDescription) => {
        const one = asked({
          reason,
          ...(quantity === undefined ? {} : { quantity }),
          ...(description === undefined ? {} : { description }),
        })
        const row = request({
          cancellation_type: 'refund',
          reason: theirReason,
          quantity: theirQuantity,
          description: theirDescription,
        })
        const { kind } = judge(one, attempt(1, 'unknown', 9), [row], null)
        expect(differencesOf(one.command.payload, row).size > 0).toBe(kind === 'review')
      },
    ),
    { seed: seedOfRun() },
  )
})

it('says when the shop was read without a sight of the request', () => {
  const html = draw(<OutboxScreen />, [
    asked({}, { review: { reason: 'absent', candidateIds: [] }, absentReads: [1_000, 60_000, 120_000] }),
  ])
  expect(html).toMatch(/data-testid="entry-absent-reads" data-count="3"[^>]*>.*3 times since then/)
  expect(html).not.toContain('entry-evidence')
  expect(html).toContain('data-testid="entry-send-again"')
})

it('lays one card down for each candidate, with a button of its own', () => {
  const html = draw(<OutboxScreen />, [
    asked({}, { review: { reason: 'several-candidates', candidateIds: ['88121', '88124'] } }),
  ])
  expect(html.match(/data-testid="entry-adopt"/g)).toHaveLength(2)
  expect(html).toContain('data-testid="entry-discard"')
})
