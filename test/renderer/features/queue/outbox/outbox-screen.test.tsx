import { describe, expect, it } from 'vitest'
import { type Attempt, type Entry, entryStates, reviewReasons } from '../../../../../src-main/contract/entries.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { Signals } from '../../../../../src-renderer/features/desk/shell/signals.tsx'
import { OutboxScreen } from '../../../../../src-renderer/features/queue/outbox/outbox-screen.tsx'
import { UndoRefused } from '../../../../../src-renderer/features/queue/outbox/undo-discard.tsx'
import { UnreadableRows, unreadableRows } from '../../../../../src-renderer/features/queue/outbox/unreadable-notice.tsx'
import { UnsentDialog } from '../../../../../src-renderer/features/queue/unsent/unsent-dialog.tsx'
import { draw, words } from '../../../fakes/draw.tsx'
import { attempt, customer, entry } from '../../../fakes/screen-rows.ts'

const minute = 60_000
const now = Date.now()
const screen = (entries: readonly Entry[], language: 'tr' | 'en' = 'en') => draw(<OutboxScreen />, entries, language)
const fresh = { createdAt: now - minute }

describe('a discarded entry', () => {
  const dropped = entry('d', 'DROPPED', {
    ...fresh,
    settledAt: now,
    undo: { state: 'QUEUED', until: now + minute },
  })

  it('can be had back from its card and from the foot of the screen, for a while', () => {
    const html = screen([dropped])
    expect(html).toContain('data-testid="entry-undo"')
    expect(html).toMatch(/data-testid="outbox-discarded".*4021337758120094 · Keten Gömlek.*data-testid="outbox-undo"/)
    expect(screen([dropped], 'tr')).toContain('Geri al')
  })

  it('can’t be had back once its minute is over', () => {
    const { undo: _, ...gone } = dropped
    expect(screen([gone])).not.toMatch(/entry-undo|outbox-undo/)
    expect(screen([{ ...dropped, undo: { state: 'QUEUED', until: now - minute } }])).not.toContain('outbox-undo')
  })

  it('says why it did not come back', () => {
    const refused = (code: string, language: 'tr' | 'en') =>
      draw(<UndoRefused why={failure('conflict', { code })} />, [], language)
    expect(refused('asked-anew', 'en')).toContain('there is a newer request for the same line')
    expect(refused('too-late', 'en')).toContain('the minute for that is over')
    expect(refused('too-late', 'tr')).toContain('bir dakika doldu')
    expect(refused('changed-meanwhile', 'en')).toContain(words.en.t('failure.conflict.title'))
  })
})

describe('an answer that settles nothing', () => {
  const asked = (why: Entry['lastFailure'], language: 'tr' | 'en' = 'en') =>
    screen([entry('u', 'UNKNOWN', { ...fresh, lastFailure: why })], language)

  it('is told as what it was', () => {
    const missing = failure('incompatible', { status: 201, code: 'row-missing' })
    expect(asked(missing)).toContain('answer does not confirm this line')
    expect(asked(missing)).toContain('row-missing · HTTP 201')
    expect(asked(missing, 'tr')).toContain('bu ürünün talebini doğrulamıyor')
  })

  it('is not taken for being signed out when it was the sign-in page', () => {
    expect(asked(failure('signed-out', { status: 302 }))).toContain('answered with its sign-in page')
    expect(asked(failure('signed-out', { status: 200 }), 'tr')).toContain('giriş sayfasıyla yanıt verdi')
    expect(asked(failure('signed-out', { status: 401 }))).toContain(`<p>${words.en.t('failure.signed-out.title')}</p>`)
  })
})

describe('the attempts of an entry', () => {
  const tried = (no: number, outcome: Attempt['outcome'], why: Attempt['failure']): Attempt => ({
    ...attempt(no, outcome, now - minute),
    failure: why,
  })

  it('are told one by one, in plain words, with the code as it came', () => {
    const html = screen([
      entry('a', 'UNKNOWN', {
        attempts: [
          tried(1, 'not-sent', failure('offline', { code: 'ERR_INTERNET_DISCONNECTED' })),
          tried(2, 'rejected', failure('rejected', { status: 406, code: 'cancellation_request_100_8' })),
          tried(3, 'refused-together', failure('rejected', { status: 400 })),
          tried(4, 'unknown', failure('server-error', { status: 502 })),
          tried(5, 'unknown', failure('unreachable-after-send', { code: 'ERR_CONNECTION_RESET' })),
          tried(6, 'unknown', null),
        ],
      }),
    ])
    expect(html).toContain('<summary>6 attempts</summary>')
    for (const text of [
      'Not sent: This computer is offline<span class="mono muted"> ERR_INTERNET_DISCONNECTED</span>',
      'Refused by the shop<span class="mono muted"> cancellation_request_100_8 · HTTP 406</span>',
      'Refused together with others<span class="mono muted"> HTTP 400</span>',
      'The answer did not settle it<span class="mono muted"> HTTP 502</span>',
      'No answer came<span class="mono muted"> ERR_CONNECTION_RESET</span>',
      'The app ended before an answer</span>',
    ])
      expect(html).toContain(text)
  })

  it('are counted even where the oldest made room', () => {
    const html = screen([
      entry('a', 'QUEUED', { attempts: [tried(71, 'not-sent', null), tried(72, 'not-sent', null)] }),
    ])
    expect(html).toContain('<summary>72 attempts</summary>')
    expect(html).toContain('Only the last 2 attempts are kept.')
  })

  it('that were found at the shop later say so', () => {
    const result = { requestId: '9', via: 'read-back', easyReturnCode: null } as const
    const lost = failure('unreachable-after-send')
    const html = screen([entry('a', 'CONFIRMED', { result, attempts: [tried(1, 'confirmed', lost)] })])
    expect(html).toContain('that was found out later')
  })
})

describe('what is open for long', () => {
  it('is said at the head of the outbox and at the light', () => {
    const old = [entry('a', 'QUEUED', { createdAt: now - 31 * minute })]
    expect(screen(old)).toMatch(/data-testid="outbox-old".*it was made 31 min ago/)
    expect(draw(<Signals account={customer} />, old)).toMatch(/data-count="1"[^>]*data-old="true"/)
    expect(draw(<Signals account={customer} />, old, 'tr')).toContain('En eskisi 31 dk önce oluşturuldu.')
  })

  it('is not said of what is young', () => {
    const young = [entry('a', 'QUEUED', { createdAt: now - 29 * minute }), entry('b', 'REJECTED', fresh)]
    expect(screen(young)).not.toContain('outbox-old')
    expect(draw(<Signals account={customer} />, young)).toMatch(/data-count="2"[^>]*data-old="false"/)
  })

  it('is said of a pickup day that has passed, with what to do', () => {
    const hour_range = { start: '09:00', end: '12:00' }
    const plain = entry('a', 'REJECTED', fresh)
    const payload = { ...plain.command.payload, pickup_date: { date: '2026-01-15', hour_range } }
    const past = { ...plain, command: { ...plain.command, payload } }
    expect(screen([past])).toMatch(/data-testid="entry-pickup-past".*Thursday 15 January.*Edit the request/)
    expect(screen([{ ...past, state: 'UNKNOWN' }])).not.toContain('Edit the request')
    expect(screen([{ ...past, state: 'CONFIRMED' }])).not.toContain('entry-pickup-past')
  })
})

describe('entries that nobody can read', () => {
  const exported = JSON.stringify([
    { seq: 4, id: 'u1', accountId: customer.id, createdAt: now - 90 * minute, state: 'QUEUED', sealed: 'AAA=' },
    { seq: 5, id: 'u2', accountId: 'gone', createdAt: now, state: 'OF_A_LATER_VERSION', sealed: 'AAA=' },
  ])

  it('are named by date and account, with the ways out and a copy to take', () => {
    const rows = unreadableRows(exported)
    expect(rows.map(row => row.id)).toEqual(['u2', 'u1'])
    const html = draw(<UnreadableRows count={2} rows={rows} />)
    expect(html).toContain('data-testid="unreadable-save"')
    expect(html).toContain('Elif Yılmaz · Moda Limanı · Waiting to send')
    expect(html).toContain('account removed · OF_A_LATER_VERSION')
    expect(html).toContain('newest version')
    expect(html).not.toContain('AAA=')
  })

  it.each(['', 'null', '{}', '[{}]', '[1]'])('are no rows when the text is %j', text => {
    expect(unreadableRows(text)).toEqual([])
  })
})

describe('leaving with something unsent', () => {
  it.each(['quit', 'signOut', 'remove'] as const)('lists every one of them: %s', reason => {
    const unsent = entryStates
      .filter(state => state !== 'CONFIRMED' && state !== 'DROPPED')
      .map(state => entry(state, state, { about: { ...entry('x', state).about, orderNumber: `N-${state}` } }))
    const nothing = () => undefined
    const html = draw(
      <UnsentDialog reason={reason} entries={unsent} onKeep={nothing} onDiscard={nothing} onCancel={nothing} />,
    )
    for (const { id, about } of unsent) expect(html).toMatch(new RegExp(`data-entry-id="${id}".*${about.orderNumber}`))
    expect(html).toContain('5 requests are not settled yet')
    for (const id of ['unsent-keep', 'unsent-discard', 'unsent-cancel']) expect(html).toContain(`data-testid="${id}"`)
  })
})

it('has words for every reason to ask a person, in both languages', () => {
  for (const reason of reviewReasons)
    for (const language of ['tr', 'en'] as const) {
      const html = screen([entry('a', 'NEEDS_REVIEW', { review: { reason, candidateIds: [] } })], language)
      expect(html).not.toContain('entry.review.')
    }
})
