/** A time of the shop's: a moment, or a day of the calendar without a time. `at` is ms since 1970. */
export interface ShopTime {
  readonly kind: 'moment' | 'day'
  /** A day begins at midnight of this computer's calendar, so that it is the same day on every screen. */
  readonly at: number
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Years outside are typing errors or placeholders (0001, 9999): they would pin a row to one end of every list. */
const firstYear = 1980
const lastYear = 2199

/**
 * The one reader of times that come as text: ISO 8601, or null for everything else, which is then shown as it was sent.
 * A time without a zone is UTC, which is what the API writes wherever it names one. The engine's own parser would take
 * this computer's zone, move 30 February into March, and read "5" and "05.06.2026" as dates of its own choice.
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
  // 24:00:00 is the end of a day, and a second 60 is one that clocks put in.
  if (Number(minute) > 59 || Number(second) > 60 || seconds > 86_400) return null
  const offset = zoneMinutes(zone)
  if (offset === null) return null
  return {
    kind: 'moment',
    at: midnight + seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000) - offset * 60_000,
  }
}

/** Clocks are corrected by seconds now and then, and a screen may be behind by as much. */
const slackMs = 60_000

/** What has happened lies ahead of the clock: the clock was set back since, and how long ago it was is not known. */
export const isAhead = (at: number, now: number): boolean => at - now > slackMs

/** Whether what has happened was this long ago or longer. What lies ahead of the clock may be as old as anything. */
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
