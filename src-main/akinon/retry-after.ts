import { readHttpDate } from './http-date.ts'

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
