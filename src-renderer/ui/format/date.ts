import { readTime } from '../../model/times.ts'
import { daysBetween, isSameDay, isSameYear, wallClock } from './day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * By this computer's clock. A format that is kept would keep the zone it was made in, while the computer may travel: so
 * formats know no zone, and are handed what the clock shows.
 */
const write = (at: number, locale: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formats.get(key)
  const format = known ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  if (!known) formats.set(key, format)
  return format.format(wallClock(at))
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

export const formatTime = (at: number, locale: string): string => write(at, locale, clock)

export const formatDay = (at: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', year: 'numeric' })

export const formatMoment = (at: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', year: 'numeric', ...clock })

/** To the second, where the order of things matters. */
export const formatExact = (at: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', year: 'numeric', ...clock, second: '2-digit' })

const formatDayNear = (at: number, now: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', ...(isSameYear(at, now) ? {} : { year: 'numeric' }) })

/** Short enough for a row: the time today, day and month this year, the whole day before that. */
export const formatNear = (at: number, now: number, locale: string): string =>
  isSameDay(at, now) ? formatTime(at, locale) : formatDayNear(at, now, locale)

/** The same of what the shop sent: a day alone has no time to show, and what is no date is shown as it came. */
export const formatNearText = (text: string | null, now: number, locale: string): string | null => {
  const time = readTime(text)
  if (time === null) return text
  return time.kind === 'day' ? formatDayNear(time.at, now, locale) : formatNear(time.at, now, locale)
}

/** What the shop sent, in the reader's words; what is no date is shown as it came. */
export const formatDateText = (text: string | null, locale: string, withTime = true): string | null => {
  const time = readTime(text)
  if (time === null) return text
  return withTime && time.kind === 'moment' ? formatMoment(time.at, locale) : formatDay(time.at, locale)
}

const dayField: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }

/** A day as a date field writes it: 04.12.2026. What is no day stays as it is. */
export const formatDayField = (day: string, locale: string): string => {
  const time = readTime(day)
  return time === null ? day : write(time.at, locale, dayField)
}

/** What a date field shows while it is empty: `gg.aa.yyyy`, `dd/mm/yyyy`. */
export const dayPattern = (locale: string): string => {
  const names = new Intl.DisplayNames(locale, { type: 'dateTimeField' })
  const letters = (field: 'day' | 'month' | 'year', count: number) => (names.of(field)?.[0] ?? '').repeat(count)
  return new Intl.DateTimeFormat(locale, dayField)
    .formatToParts(0)
    .map(({ type, value }) =>
      type === 'day' || type === 'month' ? letters(type, 2) : type === 'year' ? letters(type, 4) : value,
    )
    .join('')
}

/** With the weekday, beside a date field. */
export const formatWeekday = (text: string, locale: string): string | null => {
  const time = readTime(text)
  return time === null ? null : write(time.at, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

const minuteMs = 60_000

const ageIn = (at: number, now: number): readonly [count: number, unit: Intl.RelativeTimeFormatUnit] => {
  const minutes = Math.round((now - at) / minuteMs)
  if (minutes < 60) return [-Math.max(minutes, 1), 'minute']
  const hours = Math.max(Math.round(minutes / 60), 1)
  const days = daysBetween(now, at)
  // A night with a change of clocks makes a day of 25 hours, which is still the same day.
  return hours < 24 || days === 0 ? [-hours, 'hour'] : [days, 'day']
}

/**
 * How long ago something happened: "3 dk önce", "2 hr ago"; from 24 hours on the days of the calendar between, so that
 * "yesterday" is always the day before. Null up to 45 seconds, and for what lies ahead of the clock: nothing that has
 * happened is in the future, and the caller has words of its own.
 */
export const formatAge = (at: number, now: number, locale: string): string | null => {
  if (now - at < 45_000) return null
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  return relative.format(...ageIn(at, now)).replace(/(?<=\p{L})\.(?= )/u, '')
}
