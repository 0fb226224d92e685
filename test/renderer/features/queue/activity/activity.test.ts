import { describe, expect, it } from 'vitest'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { csvFile, signsOf } from '../../../../../src-renderer/features/common/export/csv.ts'
import { activityTable } from '../../../../../src-renderer/features/queue/activity/activity-screen.tsx'
import { activityOf, everything, filterEvents } from '../../../../../src-renderer/features/queue/activity/events.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { attempt, customer, entry } from '../../../fakes/screen-rows.ts'

const words = { tr: await setupI18n('tr'), en: await setupI18n('en') }
const now = new Date(2026, 10, 20, 12).getTime()
const hour = 3_600_000
const plain = entry('a', 'CONFIRMED')
const confirmed = entry('a', 'CONFIRMED', {
  createdAt: now - 40 * 24 * hour,
  attempts: [
    { ...attempt(1, 'not-sent', now - 50 * hour), failure: failure('offline', { code: 'ERR_NETWORK_CHANGED' }) },
    { ...attempt(2, 'rejected', now - 3 * hour), failure: failure('rejected', { status: 406 }) },
    attempt(3, 'confirmed', now - 2 * hour),
  ],
  settledAt: now - 2 * hour,
  result: { requestId: '88102', via: 'response', easyReturnCode: null },
})
const dropped = entry('b', 'DROPPED', {
  accountId: 'gone',
  about: { ...plain.about, orderNumber: 'SIP-7', productName: 'İpek Fular' },
  createdAt: now - 30 * 60_000,
  settledAt: now - 20 * 60_000,
})
const events = activityOf([confirmed, dropped])
const whoOf = (accountId: string) => (accountId === customer.id ? customer.label : 'removed')
const fitting = (change: Partial<typeof everything>) =>
  filterEvents(events, { ...everything, ...change }, whoOf, now).map(event => `${event.entry.id} ${event.kind}`)

describe('the record', () => {
  it('says with each event what it came to', () => {
    expect(events.map(({ kind, requestId, code }) => [kind, requestId, code])).toEqual([
      ['dropped', null, null],
      ['created', null, null],
      ['sent-confirmed', '88102', null],
      ['sent-rejected', null, 'HTTP 406'],
      ['sent-not-sent', null, 'ERR_NETWORK_CHANGED'],
      ['created', null, null],
    ])
  })

  it('is found by what stands in it, however it is spelt', () => {
    expect(fitting({ text: 'ipek  sip-7' })).toEqual(['b dropped', 'b created'])
    expect(fitting({ text: '88102' })).toHaveLength(4)
    expect(fitting({ text: 'removed' })).toHaveLength(2)
    expect(fitting({ text: 'err_network' })).toEqual(['a sent-not-sent'])
    expect(fitting({ text: 'nowhere' })).toEqual([])
    expect(fitting({})).toHaveLength(6)
  })

  it('can be cut down to a kind, an account and a period', () => {
    expect(fitting({ kind: 'created' })).toEqual(['b created', 'a created'])
    expect(fitting({ accountId: 'gone' })).toEqual(['b dropped', 'b created'])
    expect(fitting({ period: 'today', accountId: customer.id })).toEqual(['a sent-confirmed', 'a sent-rejected'])
    expect(fitting({ period: 'week', kind: 'sent-not-sent' })).toHaveLength(1)
    expect(fitting({ period: 'month', kind: 'created' })).toEqual(['b created'])
  })
})

/** As the wall shows it, worked out by another way than the export's. */
const clock = (at: number): string => new Date(at).toLocaleString('sv-SE')

describe('an export', () => {
  const payload = {
    ...plain.command.payload,
    description: 'GIZLI tarif',
    iban: 'TR330006100519786457841326',
    holder_name: 'GIZLI Kisi',
  }
  const personal = { ...confirmed, command: { ...confirmed.command, payload } }
  const text = csvFile(activityTable(activityOf([personal, dropped]), [customer], words.tr.t), signsOf('tr-TR')).join(
    '',
  )

  it('has a line for each event, in the reader’s language', () => {
    const [head, ...rows] = text.trimEnd().split('\r\n')
    expect(head).toBe('\ufeffZaman;Ne oldu;Tür;Sipariş numarası;Ürün satırı;Mağaza;Talep;Kod')
    expect(rows).toHaveLength(6)
    expect(rows).toContain(`${clock(now - 2 * hour)};Mağaza talebi aldı;İade;'4021337758120094;11;Moda Limanı;88102;`)
    expect(rows[0]).toBe(`${clock(now - 20 * 60_000)};Silindi;İade;SIP-7;11;;;`)
  })

  it('names nobody and repeats nothing that was typed', () => {
    expect(text).not.toMatch(/Elif|GIZLI|TR33|@|0532/)
    expect(
      csvFile(activityTable(activityOf([personal]), [customer], words.en.t), signsOf('en-GB')).join(''),
    ).not.toMatch(/Elif|GIZLI|TR33/)
  })
})
