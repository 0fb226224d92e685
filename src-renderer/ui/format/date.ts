import { minuteMs } from '../../model/clock.ts'
import { readTime } from '../../model/times.ts'
import { daysBetween, isSameDay, isSameYear, wallClock } from './day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes a time by this computer's clock. A cached format would keep its time zone while the computer travels, so the
 * formats are in UTC and get the wall clock's time.
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

/** With seconds, where the order matters. */
export const formatExact = (at: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', year: 'numeric', ...clock, second: '2-digit' })

const formatDayNear = (at: number, now: number, locale: string): string =>
  write(at, locale, { day: 'numeric', month: 'short', ...(isSameYear(at, now) ? {} : { year: 'numeric' }) })

/** Short enough for a row: today the time, this year day and month, else the whole date. */
export const formatNear = (at: number, now: number, locale: string): string =>
  isSameDay(at, now) ? formatTime(at, locale) : formatDayNear(at, now, locale)

/** The same for the shop's text. A day without a time shows no time, and a text that is no date is shown as it came. */
export const formatNearText = (text: string | null, now: number, locale: string): string | null => {
  const time = readTime(text)
  if (time === null) return text
  return time.kind === 'day' ? formatDayNear(time.at, now, locale) : formatNear(time.at, now, locale)
}

/** The shop's date in the user's language. A text that is no date is shown as it came. */
export const formatDateText = (text: string | null, locale: string, withTime = true): string | null => {
  const time = readTime(text)
  if (time === null) return text
  return withTime && time.kind === 'moment' ? formatMoment(time.at, locale) : formatDay(time.at, locale)
}

const dayField: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }

/** A day as a date field writes it: 04.12.2026. A text that is no day comes back unchanged. */
export const formatDayField = (day: string, locale: string): string => {
  const time = readTime(day)
  return time === null ? day : write(time.at, locale, dayField)
}

/** The placeholder of a date field: `gg.aa.yyyy`, `dd/mm/yyyy`. */
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

/** With weekday and month in words, for the text beside a date field. */
export const formatWeekday = (text: string, locale: string): string | null => {
  const time = readTime(text)
  return time === null ? null : write(time.at, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

const ageIn = (at: number, now: number): readonly [count: number, unit: Intl.RelativeTimeFormatUnit] => {
  const minutes = Math.round((now - at) / minuteMs)
  if (minutes < 60) return [-Math.max(minutes, 1), 'minute']
  const hours = Math.max(Math.round(minutes / 60), 1)
  const days = daysBetween(now, at)
  // When the clocks change, a day may have 25 hours and is still the same day.
  return hours < 24 || days === 0 ? [-hours, 'hour'] : [days, 'day']
}

/**
 * How long ago something happened: "3 dk önce", "2 hr ago". From 24 hours on it counts calendar days, so that
 * "yesterday" is always the day before. Null up to 45 seconds and for times in the future, for which the caller has its
 * own texts.
 */
export const formatAge = (at: number, now: number, locale: string): string | null => {
  if (now - at < 45_000) return null
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  return relative.format(...ageIn(at, now)).replace(/(?<=\p{L})\.(?= )/u, '')
}
