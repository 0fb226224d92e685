import { describe, expect, it } from 'vitest'
import type { Entry, EntryState } from '../../../../../src-main/contract/entries.ts'
import { spanOf, summaryOf } from '../../../../../src-renderer/features/queue/summary/summary-of.ts'
import { durationWords } from '../../../../../src-renderer/features/queue/summary/summary-report.tsx'
import { summaryTable } from '../../../../../src-renderer/features/queue/summary/summary-screen.tsx'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { attempt, customer, entry, noFigures } from '../../../fakes/screen-rows.ts'

const { t } = await setupI18n('tr')
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const now = at(20, 17)
let made = 0

const some = (state: EntryState, createdAt: number, more: Partial<Entry> = {}): Entry => {
  made += 1
  return entry(`e${made}`, state, { createdAt, ...more })
}
const confirmed = (createdAt: number, tookMs: number, more: Partial<Entry> = {}): Entry =>
  some('CONFIRMED', createdAt, {
    attempts: [attempt(1, 'confirmed', createdAt + tookMs)],
    settledAt: createdAt + tookMs,
    ...more,
  })
const about = (change: Partial<Entry['about']>) => {
  const all = { ...entry('x', 'QUEUED').about, ...change }
  return { about: { ...all, line: { amount: all.amount, pieces: '1' } } }
}

const entries = [
  some('QUEUED', at(19, 23, 59)),
  confirmed(at(20, 9, 5), 2000),
  confirmed(at(20, 9, 50), 4000, about({ amount: '0.10', reasonText: 'Kusurlu ürün' })),
  confirmed(at(20, 10), 60_000, about({ amount: '0.20', currency: 'EUR' })),
  some('UNKNOWN', at(20, 10, 30), { attempts: [attempt(1, 'unknown', at(20, 10, 31))] }),
  some('NEEDS_REVIEW', at(20, 11), { attempts: [attempt(1, 'unknown', at(20, 11, 1))] }),
  some('REJECTED', at(20, 11), { attempts: [attempt(1, 'rejected', at(20, 11, 1))], accountId: 'other' }),
  some('QUEUED', at(20, 16), about({ amount: null, reasonText: null })),
  some('SENDING', at(20, 16, 30), { attempts: [attempt(1, null, at(20, 16, 30))] }),
  some('DROPPED', at(20, 16, 45), about({ amount: '5000.00' })),
]

const unread = () => null

describe('the summary of a shift', () => {
  const today = summaryOf(entries, spanOf('today', now), noFigures, unread)

  it('counts what was made in it, each once, by what has become of it', () => {
    const { made: all, sent, confirmed: taken, waiting, unclear, refused, discarded } = today
    expect({ all, sent, taken, waiting, unclear, refused, discarded }).toEqual({
      all: 9,
      sent: 7,
      taken: 3,
      waiting: 2,
      unclear: 2,
      refused: 1,
      discarded: 1,
    })
    expect(taken + waiting + unclear + refused + discarded).toBe(all)
  })

  it('adds amounts by currency without a float, leaves out the discarded and says how many had none', () => {
    expect(today.amounts).toEqual([
      // 5 × 899.90 and 0.10
      { currency: 'TRY', sum: '4499.60', isEstimate: true, unpriced: 1 },
      { currency: 'EUR', sum: '0.20', isEstimate: true, unpriced: 0 },
    ])
  })

  it('takes the median of the times to confirmed', () => {
    expect(today.medianMs).toBe(4000)
    expect(summaryOf(entries.slice(1, 3), spanOf('today', now), noFigures, unread).medianMs).toBe(3000)
    expect(summaryOf([], spanOf('today', now), noFigures, unread).medianMs).toBeNull()
  })

  it('counts types, reasons and hours', () => {
    expect(today.types).toEqual([{ name: 'refund', count: 9 }])
    expect(today.reasons).toEqual([
      { name: 'Beden uymadı', count: 7 },
      { name: 'Kusurlu ürün', count: 1 },
      { name: null, count: 1 },
    ])
    expect(today.hours.reduce((sum, count) => sum + count)).toBe(9)
    expect([today.hours[9], today.hours[10], today.hours[16]]).toEqual([2, 2, 3])
  })

  it('splits by day and account, and the parts add up', () => {
    const week = summaryOf(entries, spanOf('week', now), noFigures, unread)
    expect(week.days.map(({ day, accountId, made: all }) => [day, accountId, all])).toEqual([
      [at(20, 0), customer.id, 8],
      [at(20, 0), 'other', 1],
      [at(19, 0), customer.id, 1],
    ])
    expect(summaryOf(entries, spanOf('yesterday', now), noFigures, unread).made).toBe(1)
  })

  it('is a table with a row for each day and account, every cell under a title', () => {
    const { columns, rows } = summaryTable(summaryOf(entries, spanOf('week', now), noFigures, unread), [customer], t)
    expect(rows.map(row => row.length)).toEqual([columns.length, columns.length, columns.length])
    expect(rows[0]?.slice(0, 5)).toEqual(['2026-11-20', 'Elif Yılmaz', 'Moda Limanı', '8', '6'])
    expect(rows[1]?.[1]).toBe(t('outbox.accountGone'))
  })
})

describe('the days of a span', () => {
  it('begin and end at midnight of this computer, a day later also when clocks change', () => {
    expect(spanOf('today', now)).toEqual({ from: at(20, 0), to: at(21, 0) })
    expect(spanOf('yesterday', now)).toEqual({ from: at(19, 0), to: at(20, 0) })
    expect(spanOf('week', now)).toEqual({ from: at(14, 0), to: at(21, 0) })
  })
})

describe('a duration', () => {
  it('has two units at most', () => {
    const said = [900, 59_000, 200_000, 7_500_000].map(ms => durationWords(ms, t))
    expect(said).toEqual(['< 1 sn', '59 sn', '3 dk 20 sn', '2 sa 5 dk'])
  })
})
