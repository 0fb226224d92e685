/** A time from the shop: a moment, or a calendar day without a time. `at` is ms since 1970. */
interface ShopTime {
  readonly kind: 'moment' | 'day'
  /** A day begins at midnight by this computer's calendar, so that it is the same day on every screen. */
  readonly at: number
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Other years are typing errors or placeholders (0001, 9999), which would keep a row at one end of every list. */
const firstYear = 1980
const lastYear = 2199

/**
 * The only reader of times in text: ISO 8601, and null for any other text, which is then shown as it came. A time
 * without a zone is UTC, which the API uses wherever it names a zone. JavaScript's own parser would use this computer's
 * zone, turn 30 February into March, and guess a date from "5" or "05.06.2026".
 */
export const readTime = (text: string | null | undefined): ShopTime | null => {
  const parts = text ? iso.exec(text.trim()) : null
  if (!parts) return null
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = 'Z'] = parts
  const [y, m, d] = [Number(year), Number(month) - 1, Number(day)]
  const midnight = Date.UTC(y, m, d)
  const check = new Date(midnight)
  if (y < firstYear || y > lastYear || check.getUTCMonth() !== m || check.getUTCDate() !== d) return null
  if (hour === undefined) return { kind: 'day', at: new Date(y, m, d).getTime() }
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  // 24:00:00 is the end of a day, and second 60 is a leap second.
  if (Number(minute) > 59 || Number(second) > 60 || seconds > 86_400) return null
  const offset = zoneMinutes(zone)
  if (offset === null) return null
  return {
    kind: 'moment',
    at: midnight + seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000) - offset * 60_000,
  }
}

/** Clocks are corrected by seconds now and then, and a screen may be late by as much. */
const slackMs = 60_000

/**
 * Whether a past event lies in the future by the clock. Then the clock was set back, and the event's age is unknown.
 */
export const isAhead = (at: number, now: number): boolean => at - now > slackMs

/**
 * Whether a past event is at least this old. An event in the future by the clock may have any age, so it counts as old.
 */
export const isAged = (at: number, ageMs: number, now: number): boolean => now - at >= ageMs || isAhead(at, now)

/** The same as ms since 1970. */
export const readMoment = (text: string | null | undefined): number | null => readTime(text)?.at ?? null

export const isDayText = (text: string | null | undefined): boolean => readTime(text)?.kind === 'day'

/** ISO 8601 in UTC, as the API writes it. */
export const isoOf = (at: number): string => new Date(at).toISOString()

/** No zone is further than 14 hours from UTC. */
const zoneMinutes = (zone: string): number | null => {
  if (zone.toUpperCase() === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const rest = Number(digits.slice(2) || '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + rest
  if (rest > 59 || minutes > 14 * 60) return null
  return zone.startsWith('-') ? -minutes : minutes
}
