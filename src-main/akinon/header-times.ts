const defaultMs = 30_000
const leastMs = 1000
const mostMs = 15 * 60_000

/**
 * How long a 429 asks us to wait, in milliseconds, from 1 s to 15 min. A date counts from the answer's own Date header,
 * so that a wrong clock on this machine changes nothing. Nothing usable means 30 s.
 */
export function readRetryAfterMs(headers: Headers, nowMs: number): number {
  const said = headers.get('retry-after')?.trim() ?? ''
  if (/^-?\d+(?:\.\d+)?$/.test(said)) return clamp(Number(said) * 1000)
  const until = readHttpDate(said)
  if (until === null) return defaultMs
  return clamp(until - (readHttpDate(headers.get('date')?.trim() ?? '') ?? nowMs))
}

function clamp(ms: number): number {
  return Math.min(mostMs, Math.max(leastMs, Math.round(ms)))
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const delimiters = /[\t\x20-\x2f;-@[-`{-~]+/
const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/

/**
 * A date of an HTTP header, in ms since 1970, by the steps of RFC 6265, 5.1.1: they read all three forms of HTTP and
 * those that cookies have, and nothing else. The engine's own parser takes almost anything for a date.
 */
export function readHttpDate(text: string): number | null {
  const tokens = text.split(delimiters).filter(Boolean)
  const time = tokens.map(token => clock.exec(token)).find(found => found !== null)
  const words = tokens.filter(token => !clock.test(token))
  const dayAt = words.findIndex(word => /^\d{1,2}(?:\D|$)/.test(word))
  const day = Number.parseInt(words[dayAt] ?? '', 10)
  const month = words.map(word => months.indexOf(word.slice(0, 3).toLowerCase())).find(place => place >= 0)
  const yearText = words.filter((_, place) => place !== dayAt).find(word => /^\d{2,4}(?:\D|$)/.test(word))
  if (!time || month === undefined || yearText === undefined) return null
  const [hour, minute, second] = time.slice(1).map(Number) as [number, number, number]
  const year = fullYear(Number.parseInt(yearText, 10))
  const midnight = Date.UTC(year, month, day)
  const isDay = new Date(midnight).getUTCDate() === day
  if (!isDay || year < 1601 || hour > 23 || minute > 59 || second > 59) return null
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return 1900 + year
  return year >= 0 && year <= 69 ? 2000 + year : year
}
