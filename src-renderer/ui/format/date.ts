import { dayMs, isSameDay } from './day.ts'

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** Milliseconds, or null when the text is no date a person would recognise: then the text itself is shown. */
export const readDate = (text: string | null): number | null => {
  if (text === null) return null
  const at = Date.parse(dayOnly.test(text) ? `${text}T00:00:00` : text)
  if (Number.isNaN(at)) return null
  const year = new Date(at).getFullYear()
  return year >= 1980 && year <= 2200 ? at : null
}

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

export const formatTime = (at: number, locale: string): string => format(locale, clock).format(at)

export const formatDay = (at: number, locale: string): string =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at)

export const formatMoment = (at: number, locale: string): string =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric', ...clock }).format(at)

/** To the second, where the order of things matters. */
export const formatExact = (at: number, locale: string): string =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric', ...clock, second: '2-digit' }).format(at)

/** Short enough for a row: the time today, day and month this year, the whole day before that. */
export const formatNear = (at: number, now: number, locale: string): string => {
  if (isSameDay(at, now)) return formatTime(at, locale)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return format(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at)
}

export const formatDateText = (text: string | null, locale: string, withTime = true): string | null => {
  const at = readDate(text)
  if (at === null) return text
  return withTime && !dayOnly.test(text ?? '') ? formatMoment(at, locale) : formatDay(at, locale)
}

/** With the weekday, beside a date field: the field itself writes day and month in the system's order. */
export const formatWeekday = (text: string, locale: string): string | null => {
  const at = readDate(text)
  return at === null ? null : format(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 dk önce", "in 2 hr"; null within 45 seconds, for which the caller has a word of its own. */
export const formatAge = (at: number, now: number, locale: string): string | null => {
  const apart = at - now
  if (Math.abs(apart) < 45_000) return null
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  const [unit, size] = steps.find(([, length]) => Math.abs(apart) >= length) ?? ['minute', 60_000]
  const count = Math.round(apart / size) || Math.sign(apart)
  return relative.format(count, unit).replace(/(?<=\p{L})\.(?= )/u, '')
}
