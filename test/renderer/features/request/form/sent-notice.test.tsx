import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../../src-main/contract/entries.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import {
  SentNotice,
  sentRequests,
  sentTones,
  worstOf,
} from '../../../../../src-renderer/features/request/form/sent-notice.tsx'
import { draw } from '../../../fakes/draw.tsx'
import { attempt, entry } from '../../../fakes/screen-rows.ts'

const taken = { requestId: '123', via: 'response', easyReturnCode: null } as const
const exists = failure('conflict', { status: 400, code: 'cancellation_request_100_1' })
const refusal = failure('rejected', {
  status: 400,
  code: 'invalid',
  errors: [{ field: 'reason', text: 'This reason does not go with this request.' }],
})

const life: readonly (readonly [kind: string, entry: Entry, words: string])[] = [
  ['waiting', entry('e', 'QUEUED'), 'Request saved'],
  ['sending', entry('e', 'SENDING'), 'Sending the request…'],
  ['checking', entry('e', 'UNKNOWN', { lastFailure: failure('unreachable-after-send') }), 'it is not sent again'],
  ['decision', entry('e', 'NEEDS_REVIEW', { review: { reason: 'absent', candidateIds: [] } }), 'you decide'],
  ['refused', entry('e', 'REJECTED', { lastFailure: refusal }), 'This reason does not go with this request.'],
  ['received', entry('e', 'CONFIRMED', { result: taken }), 'Received by the shop, no. 123'],
  [
    'existed',
    entry('e', 'CONFIRMED', {
      result: { ...taken, via: 'read-back' },
      attempts: [{ ...attempt(1, 'confirmed', 2_000), failure: exists }],
    }),
    'The shop already had it',
  ],
]

const draws = (entries: readonly Entry[], ids = entries.map(({ id }) => id)) =>
  draw(<SentNotice ids={ids} onClose={() => undefined} />, entries)

describe('the notice after submitting', () => {
  it.each(life)('says that a request is %s', (kind, one, words) => {
    const html = draws([one])
    expect(html).toContain(`data-state="${kind}"`)
    expect(html.replaceAll('&quot;', '"')).toContain(words)
  })

  it('looks well only when the shop has the request', () => {
    for (const [kind, one] of life)
      expect(draws([one]).includes('notice-ok'), kind).toBe(kind === 'received' || kind === 'existed')
  })

  it('looks well no longer when the shop rejects what it had received', () => {
    const one = entry('e', 'CONFIRMED', { result: taken })
    for (const stage of ['rejected', 'cancelled'] as const) {
      const [sent] = sentRequests(['e'], [one], () => stage)
      expect(sent?.kind).toBe('rejected')
    }
    expect(sentTones.rejected).toBe('bad')
  })

  it('counts several by what became of them, looks like the worst, and gives each its reason', () => {
    const entries = [
      entry('a', 'CONFIRMED', { result: taken }),
      entry('b', 'REJECTED', { lastFailure: refusal }),
      entry('c', 'CONFIRMED', { result: { ...taken, requestId: '124' } }),
    ]
    const html = draws(entries)
    expect(html).toContain('1 refused · 2 received')
    expect(html).toContain('notice-bad')
    expect(html).toContain('This reason does not go with this request.')
    expect(worstOf(sentRequests(['a', 'c'], entries, () => null))).toBe('received')
  })

  it('names what was saved when the disk stopped before the rest, and does not look well', () => {
    const entries = [entry('a', 'CONFIRMED', { result: taken })]
    const html = draw(
      <SentNotice ids={['a']} inPart nameOf={() => '0012 · Gömlek'} onClose={() => undefined} />,
      entries,
    )
    expect(html).toContain('0012 · Gömlek')
    expect(html).toContain('The rest could not be saved')
    expect(html).not.toContain('notice-ok')
  })

  it('never shows a number that the shop did not give', () => {
    const one = entry('e', 'CONFIRMED', { result: { ...taken, requestId: 'active:11' } })
    expect(draws([one])).not.toContain('active:11')
  })

  it('has nothing to say of a request that was discarded, or of those of others', () => {
    expect(draws([entry('e', 'DROPPED')])).toBe('')
    expect(draws([entry('e', 'REJECTED')], ['other'])).toBe('')
  })
})
