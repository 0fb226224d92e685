import { describe, expect, it } from 'vitest'
import { isoOf, readMoment, readTime } from '../../../src-renderer/model/times.ts'
import { inZone, zones } from '../../fakes/zones.ts'

describe('a time of the shop', () => {
  it.each([
    ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00.000Z'],
    ['2024-03-01T10:00:00.123Z', '2024-03-01T10:00:00.123Z'],
    ['2024-03-01T10:00:00.123456Z', '2024-03-01T10:00:00.123Z'],
    ['2024-03-01T10:00:00.123456789Z', '2024-03-01T10:00:00.123Z'],
    ['2024-03-01T10:00:00+03:00', '2024-03-01T07:00:00.000Z'],
    ['2024-03-01T10:00:00-0230', '2024-03-01T12:30:00.000Z'],
    ['2024-03-01 10:00:00+03', '2024-03-01T07:00:00.000Z'],
    ['2024-03-01T24:00:00Z', '2024-03-02T00:00:00.000Z'],
    ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
  ])('that names its zone is that moment everywhere: %s', (text, iso) => {
    for (const zone of zones)
      expect(inZone(zone, () => readTime(text))).toEqual({ kind: 'moment', at: Date.parse(iso) })
  })

  it.each([
    ['2024-03-01T10:00:00', '2024-03-01T10:00:00.000Z'],
    ['2024-03-01 10:00', '2024-03-01T10:00:00.000Z'],
    ['2026-09-21T22:30:00', '2026-09-21T22:30:00.000Z'],
  ])('without a zone is UTC, wherever this computer is: %s', (text, iso) => {
    for (const zone of zones) expect(inZone(zone, () => isoOf(readMoment(text) ?? 0))).toBe(iso)
  })

  it('that is a day alone is that day of the calendar, wherever this computer is', () => {
    for (const zone of zones)
      inZone(zone, () => {
        const time = readTime('2026-09-21')
        expect(time?.kind).toBe('day')
        const day = new Date(time?.at ?? 0)
        expect([day.getFullYear(), day.getMonth(), day.getDate(), day.getHours()]).toEqual([2026, 8, 21, 0])
      })
  })

  it.each([
    null,
    undefined,
    '',
    ' ',
    '5',
    '-1',
    'soon',
    'May 5',
    '1709287200',
    '05.06.2026',
    '05.06.2026 12:30',
    '06/05/2026',
    '2026.06.05',
    '2025-02-30',
    '2016-02-30T10:00:00Z',
    '2025-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-5',
    '2024-01',
    '0001-01-01T00:00:00Z',
    '9999-12-31',
    '2024-01-01T25:00:00Z',
    '2024-01-01T24:00:01Z',
    '2024-01-01T10:60:00Z',
    '2024-01-01T10:00:61Z',
    '2024-01-01T10:00:00+15:00',
    '2024-01-01T10:00:00+03:60',
    '2024-01-01T10:00:00 Europe/Istanbul',
    '2024-01-01Z',
    '2024-01-01T10:00:00ZZ',
    'Mon, 01 Jan 2024 10:00:00 GMT',
  ])('is not guessed: %j', text => {
    expect(readTime(text)).toBeNull()
  })
})
