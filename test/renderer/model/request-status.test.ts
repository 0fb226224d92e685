import { describe, expect, it } from 'vitest'
import type { EnumValue } from '../../../src-main/contract/values.ts'
import { requestStatusWords } from '../../../src-renderer/features/common/words/status-words.ts'
import { summaryOf } from '../../../src-renderer/features/queue/summary/summary-of.ts'
import { openRequestsOf } from '../../../src-renderer/features/records/orders/order-money.tsx'
import { requestFacets } from '../../../src-renderer/features/records/requests/request-rows.tsx'
import { factsOfOrder } from '../../../src-renderer/features/records/timeline/order-events.ts'
import { requestEvents } from '../../../src-renderer/features/records/timeline/timeline.ts'
import { situationOfRequest } from '../../../src-renderer/features/request/tell/situations.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { summariseRequest } from '../../../src-renderer/lists/requests.ts'
import { eligibilityOf } from '../../../src-renderer/model/eligibility.ts'
import { requestStage } from '../../../src-renderer/model/request-status.ts'
import { conflictBefore } from '../../../src-renderer/outbox/policy.ts'
import { code, entry, item, noFigures, order, request } from '../fakes/screen-rows.ts'

const { t } = await setupI18n('en')

/** Each status, whether a new request would be a second one, and whether the shop has decided. */
const documented: readonly (readonly [status: EnumValue, isOpen: boolean, isDecided: boolean])[] = [
  [code('open', 'Açık'), true, false],
  [code('waiting'), true, false],
  [code('waiting_approval'), true, false],
  [code('confirmation_waiting'), true, false],
  [code('active'), true, false],
  [code('confirmed'), true, false],
  [code('approved', 'Onaylandı'), true, true],
  [code('waiting_for_payment'), true, true],
  [code('completed'), false, true],
  [code('rejected'), false, true],
  [code('cancelled'), false, true],
  [code('canceled'), false, true],
]

const spelledOtherwise: typeof documented = [
  [code('REJECTED'), false, true],
  [code(' Completed '), false, true],
  [code('Waiting-Approval'), true, false],
  [code('WAITING FOR PAYMENT'), true, true],
]

const undocumented: readonly EnumValue[] = [
  code('İnceleniyor', 'İnceleniyor'),
  code('Onaylandı', 'Onaylandı'),
  code(null, 'Reddedildi'),
  code('zq'),
  code('17'),
  code('__proto__'),
  code('  '),
  code(''),
  code(null),
]

const all = [
  ...documented,
  ...spelledOtherwise,
  ...undocumented.map(status => [status, true, false] as (typeof documented)[number]),
]

const titleOf = ({ value, label }: EnumValue): string => JSON.stringify({ value, label })
const row = (status: EnumValue) => request({ id: '900', status, easy_return: null })
const line = (status: EnumValue) => item('11', { cancellationrequest_set: [row(status)] })

/** What the outbox, the form and the order's sums take for open; what filter, timeline, sums, sentence and summary take for decided. */
const asSeenBy = (status: EnumValue) => {
  const summary = summariseRequest(row(status))
  const decisions = requestFacets(t, String).find(({ key }) => key === 'decision')
  const listed = ['waiting', 'approved', 'rejected', 'cancelled'].filter(value => decisions?.passes(summary, value, 0))
  const told = situationOfRequest(
    status,
    { type: 'refund', returnCode: null, carrier: null, pickup: null },
    '2026-11-30',
  )
  const taken = entry('e', 'CONFIRMED', { result: { requestId: '900', via: 'response', easyReturnCode: null } })
  const { confirmed, approved, rejected } = summaryOf([taken], { from: 0, to: 2_000 }, noFigures, () =>
    requestStage(status),
  )
  const events = requestEvents(factsOfOrder(order([line(status)])).lines, [summary])
  return {
    outbox: conflictBefore(entry('e', 'QUEUED'), [row(status)], line(status))?.reason === 'request-already-open',
    form: eligibilityOf(line(status), order([]), null).whyNot?.code === 'requested',
    listed,
    filter: !listed.includes('waiting'),
    timeline: events.some(({ kind }) => kind === 'decided'),
    sums: openRequestsOf(order([line(status)]), new Map()).length === 0,
    sentence:
      told.kind === 'sentence' && !['received', 'shop-words'].includes(told.situation)
        ? told.situation
        : 'nothing decided',
    summary: { confirmed, approved, rejected },
  }
}

describe('every consumer reads a request’s status in the same way', () => {
  it.each(all.map(each => [titleOf(each[0]), ...each] as const))('%s', (_, status, isOpen, isDecided) => {
    const seen = asSeenBy(status)
    expect([seen.outbox, seen.form]).toEqual([isOpen, isOpen])
    expect([seen.filter, seen.timeline, seen.sums]).toEqual([isDecided, isDecided, isDecided])
    expect(seen.listed).toHaveLength(1)
    const stage = requestStage(status)
    const isTaken = stage === 'in-progress' || isDecided
    expect(seen.sentence !== 'nothing decided').toBe(isTaken)
    const sum = { confirmed: 0, approved: 0, rejected: 0 }
    const counted = !isDecided ? 'confirmed' : stage === 'rejected' || stage === 'cancelled' ? 'rejected' : 'approved'
    expect(seen.summary).toEqual({ ...sum, [counted]: 1 })
  })
})

describe('a status that no document names', () => {
  it('is undecided, looks so, and stands in the shop’s own words', () => {
    for (const status of undocumented) {
      expect(requestStage(status), titleOf(status)).toBe('undecided')
      const said = status.label?.trim() || status.value?.trim() || 'Status unknown'
      expect(requestStatusWords(status, t)).toMatchObject({ text: said, tone: 'wait' })
    }
  })
})
