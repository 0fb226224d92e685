import { describe, expect, it } from 'vitest'
import { formatAge, formatDateText, formatDay, readDate } from '../../../src-renderer/ui/format/date.ts'

describe('readDate', () => {
  it('takes six and nine fractional digits', () => {
    expect(readDate('2026-11-20T09:12:00.123456Z')).toBe(Date.UTC(2026, 10, 20, 9, 12, 0, 123))
    expect(readDate('2026-11-20T09:12:00.123456789Z')).not.toBeNull()
  })

  it('refuses what nobody would call a date', () => {
    for (const odd of [null, '', 'dün', '0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'])
      expect(readDate(odd)).toBeNull()
  })
})

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

  it('leaves the first moments to the caller', () => {
    expect(formatAge(now - 10_000, now, 'tr-TR')).toBeNull()
  })
})
