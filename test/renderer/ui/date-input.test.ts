import { describe, expect, it } from 'vitest'
import { readClock, readDay } from '../../../src-renderer/ui/date-input.tsx'
import { dayPattern, formatDayField } from '../../../src-renderer/ui/format/date.ts'

describe('a day as people type it', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    ['4.12.2026', '2026-12-04'],
    ['04/12/2026', '2026-12-04'],
    [' 4-12-2026 ', '2026-12-04'],
    ['4 12 2026', '2026-12-04'],
    ['04122026', '2026-12-04'],
    ['29.02.2028', '2028-02-29'],
    ['４．１２．２０２６', '2026-12-04'],
  ])('%s is %s', (text, day) => expect(readDay(text)).toBe(day))

  it.each([
    '',
    '4.12',
    '4.12.26',
    '05.05.26123',
    '31.02.2026',
    '29.02.2026',
    '12.13.2026',
    '0.1.2026',
    'yarın',
    '2026',
  ])('%j is no day', text => expect(readDay(text)).toBeNull())
})

describe('a time as people type it', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, time) => expect(readClock(text)).toBe(time))

  it.each(['', '24', '9:5', '12:60', '930', 'dokuz'])('%j is no time', text => expect(readClock(text)).toBeNull())
})

it.each([
  ['tr-TR', 'gg.aa.yyyy', '04.12.2026'],
  ['en-GB', 'dd/mm/yyyy', '04/12/2026'],
])('in %s a day is written as %s', (locale, pattern, day) => {
  expect([dayPattern(locale), formatDayField('2026-12-04', locale)]).toEqual([pattern, day])
})
