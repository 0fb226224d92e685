import { describe, expect, it } from 'vitest'
import { formatAge, formatDateText, formatDay, formatTime } from '../../../../src-renderer/ui/format/date.ts'
import { inZone } from '../../../fakes/zones.ts'

describe('formatDateText', () => {
  it('shows nonsense as it came', () => {
    expect(formatDateText('31/02/20xx', 'tr-TR')).toBe('31/02/20xx')
    expect(formatDateText(null, 'tr-TR')).toBeNull()
  })

  it('writes a bare day without a time, in the locale', () => {
    expect(formatDateText('2026-12-01', 'tr-TR')).toBe(formatDay(new Date(2026, 11, 1).getTime(), 'tr-TR'))
    expect(formatDateText('2026-12-01', 'tr-TR')).toContain('Ara')
    expect(formatDateText('2026-12-01', 'en-GB')).toContain('Dec')
  })
})

describe('formatAge', () => {
  const now = Date.UTC(2026, 10, 20)

  it('says minutes, hours and days in the reader’s words', () => {
    expect(formatAge(now - 3 * 60_000, now, 'tr-TR')).toBe('3 dk önce')
    expect(formatAge(now - 2 * 3_600_000, now, 'tr-TR')).toBe('2 sa önce')
    expect(formatAge(now - 86_400_000, now, 'tr-TR')).toBe('dün')
    expect(formatAge(now - 3 * 60_000, now, 'en-GB')).toMatch(/^3 min\.? ago$/)
  })

  it('counts the days of the calendar', () => {
    inZone('Europe/Istanbul', () => {
      const wednesday = new Date(2026, 10, 18, 9).getTime()
      const age = (at: Date) => formatAge(at.getTime(), wednesday, 'en-GB')
      expect(age(new Date(2026, 10, 16, 23))).toBe('2 days ago')
      expect(age(new Date(2026, 10, 16, 8))).toBe('2 days ago')
      expect(age(new Date(2026, 10, 17, 8))).toBe('yesterday')
      expect(age(new Date(2026, 10, 17, 10))).toBe('23 hr ago')
    })
  })

  it('counts them over the nights when clocks change', () => {
    inZone('America/New_York', () => {
      // 8 March 2026 has 23 hours, 1 November 25.
      const between = (at: Date, from: Date) => formatAge(at.getTime(), from.getTime(), 'en-GB')
      expect(between(new Date(2026, 2, 6, 23), new Date(2026, 2, 8, 23))).toBe('2 days ago')
      expect(between(new Date(2026, 2, 7, 12), new Date(2026, 2, 9, 9))).toBe('2 days ago')
      expect(between(new Date(2026, 10, 1, 0, 10), new Date(2026, 10, 1, 23, 50))).toBe('25 hr ago')
      expect(between(new Date(2026, 9, 31, 23), new Date(2026, 10, 2, 1))).toBe('2 days ago')
    })
  })

  it('never says sixty minutes', () => {
    expect(formatAge(now - 59.4 * 60_000, now, 'en-GB')).toBe('59 min ago')
    expect(formatAge(now - 59.9 * 60_000, now, 'en-GB')).toBe('1 hr ago')
    expect(formatAge(now - 60 * 60_000, now, 'en-GB')).toBe('1 hr ago')
    expect(formatAge(now - 50_000, now, 'en-GB')).toBe('1 min ago')
  })

  it('leaves the first moments to the caller', () => {
    expect(formatAge(now - 10_000, now, 'tr-TR')).toBeNull()
  })

  it('puts nothing that has happened into the future', () => {
    for (const ahead of [10_000, 3 * 3_600_000, 86_400_000, 3 * 365 * 86_400_000])
      for (const locale of ['en-GB', 'tr-TR']) expect(formatAge(now + ahead, now, locale), `${ahead}`).toBeNull()
  })
})

it('a time follows the computer to another zone', () => {
  const at = Date.UTC(2026, 10, 20, 9)
  expect(inZone('Europe/Istanbul', () => formatTime(at, 'en-GB'))).toBe('12:00')
  expect(inZone('America/New_York', () => formatTime(at, 'en-GB'))).toBe('04:00')
})
