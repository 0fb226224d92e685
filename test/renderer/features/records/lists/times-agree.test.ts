import { describe, expect, it } from 'vitest'
import { csvFile, signsOf } from '../../../../../src-renderer/features/common/export/csv.ts'
import { noFilter, toQuery } from '../../../../../src-renderer/features/records/filters/filters.ts'
import { rawMoment } from '../../../../../src-renderer/features/records/lists/columns.tsx'
import { timeOf, whenOf } from '../../../../../src-renderer/features/records/timeline/events.ts'
import { timeInThisZone } from '../../../../../src-renderer/lists/list-plan.ts'
import { summariseOrder } from '../../../../../src-renderer/lists/orders.ts'
import { readMoment } from '../../../../../src-renderer/model/times.ts'
import { isWithin } from '../../../../../src-renderer/search/run-query.ts'
import { formatDateText, formatDay, formatNearText } from '../../../../../src-renderer/ui/format/date.ts'
import { dayText } from '../../../../../src-renderer/ui/format/day.ts'
import { readCsv } from '../../../../fakes/read-csv.ts'
import { inZone, zones } from '../../../../fakes/zones.ts'
import { makeOrder } from '../../../fakes/rows.ts'

const now = Date.UTC(2026, 10, 30, 12)

/** The day that each place shows for one text of the shop's. */
const daysOf = (sent: string) => {
  const at = readMoment(sent)
  const day = dayText(at ?? 0)
  const range = toQuery({ ...noFilter, range: 'custom', fromDay: day, toDay: day }, now)
  const cells = csvFile(
    { columns: [{ title: 'Date', kind: 'moment' }], rows: [[rawMoment({ at, dateText: sent })]] },
    signsOf('en-GB'),
  )
  return {
    day,
    list: formatNearText(sent, now, 'en-GB'),
    detail: formatDateText(sent, 'en-GB', false),
    filter: isWithin(at, range.from, range.to),
    timeline: dayText(timeOf(whenOf(sent)) ?? 0),
    file: readCsv(cells.join(''), ',')[1]?.[0]?.slice(0, 10),
  }
}

describe('list, detail, filter, timeline and file', () => {
  it.each([
    '2026-09-21T22:30:00',
    '2026-09-21T22:30:00Z',
    '2026-09-21 01:30:00+03:00',
    '2026-09-21',
    '2026-03-08T02:30',
  ])('show the same day for %s, wherever this computer is', sent => {
    for (const zone of zones)
      inZone(zone, () => {
        const { day, ...places } = daysOf(sent)
        const at = new Date(`${day}T12:00:00`).getTime()
        const whole = formatDay(at, 'en-GB')
        expect(places).toEqual({
          list: whole.replace(' 2026', ''),
          detail: whole,
          filter: true,
          timeline: day,
          file: day,
        })
      })
  })

  it('show 22 September in Istanbul for half past ten in the evening, UTC', () => {
    expect(inZone('Europe/Istanbul', () => daysOf('2026-09-21T22:30:00').day)).toBe('2026-09-22')
    expect(inZone('UTC', () => daysOf('2026-09-21T22:30:00').day)).toBe('2026-09-21')
  })

  it.each(['05.06.2026', '2025-02-30', '5', 'dün'])('show %s as it was sent, and no range holds it', sent => {
    expect(formatNearText(sent, now, 'tr-TR')).toBe(sent)
    expect(formatDateText(sent, 'tr-TR')).toBe(sent)
    expect(whenOf(sent)).toEqual({ kind: 'unreadable', text: sent })
    expect(rawMoment({ at: readMoment(sent), dateText: sent })).toBe(sent)
    expect(isWithin(readMoment(sent), null, now)).toBe(false)
  })

  it('give a day alone no time', () => {
    expect(formatNearText('2026-11-30', now, 'en-GB')).toBe('30 Nov')
    expect(formatDateText('2026-11-30', 'en-GB')).toBe('30 Nov 2026')
    expect(rawMoment({ at: readMoment('2026-11-30'), dateText: '2026-11-30' })).toBe('2026-11-30')
  })
})

describe('a stored row', () => {
  it('has its day alone where this computer is now, and a moment untouched', () => {
    const stored = inZone('Pacific/Kiritimati', () => ({
      ...summariseOrder(makeOrder(1, { created_date: '2026-09-21' })),
    }))
    inZone('America/New_York', () => expect(dayText(timeInThisZone(stored).at ?? 0)).toBe('2026-09-21'))
    const moment = summariseOrder(makeOrder(1))
    expect(timeInThisZone(moment)).toBe(moment)
  })
})
