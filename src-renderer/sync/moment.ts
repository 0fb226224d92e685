const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Years outside are typing errors or placeholders (0001, 9999): they would pin a row to one end of every list. */
const FIRST_YEAR = 1980
const LAST_YEAR = 2199

/**
 * Milliseconds since 1970, or null for anything that is not a plausible ISO date. A missing zone means UTC, which is
 * what the API writes; the engine's own parser would take the host's zone, and reads words as dates.
 */
export function readMoment(text: string | null | undefined): number | null {
  const parts = text ? ISO.exec(text.trim()) : null
  if (!parts) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = parts
  const y = Number(year)
  if (y < FIRST_YEAR || y > LAST_YEAR || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null
  const midnight = Date.UTC(y, Number(month) - 1, Number(day))
  const check = new Date(midnight)
  if (check.getUTCMonth() !== Number(month) - 1 || check.getUTCDate() !== Number(day)) return null
  const ms = Math.floor(Number(`0.${fraction}`) * 1000)
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms
  return midnight + time - zoneMinutes(zone) * 60_000
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))
  return zone.startsWith('-') ? -minutes : minutes
}
