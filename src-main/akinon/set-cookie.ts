import { readHttpDate } from './http-date.ts'

/** One cookie of a Set-Cookie header. `expiresAt` is in seconds since 1970; null for a session cookie. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  readonly domain: string | null
  readonly path: string | null
  readonly expiresAt: number | null
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'lax' | 'strict' | 'no_restriction' | 'unspecified'
}

/**
 * The cookies of an answer. Chromium joins several Set-Cookie lines with commas; a comma splits only where a name and
 * an equals sign follow, so the one inside an Expires date does not. Never throws; what has no name is left out.
 */
export function readSetCookies(header: string, nowMs: number): SetCookie[] {
  return header.split(/,(?=\s*[^;,=\s]+\s*=)/).flatMap(line => readLine(line, nowMs) ?? [])
}

function readLine(line: string, nowMs: number): SetCookie | null {
  const [pair = '', ...rest] = line.split(';')
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals).trim()
  if (equals < 0 || name === '') return null
  const attributes = new Map(rest.map(splitAttribute))
  return {
    name,
    value: pair.slice(equals + 1).trim(),
    domain: attributes.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: attributes.get('path')?.startsWith('/') ? (attributes.get('path') ?? null) : null,
    expiresAt: readExpiry(attributes, nowMs),
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: readSameSite(attributes.get('samesite')),
  }
}

function splitAttribute(text: string): [string, string] {
  const equals = text.indexOf('=')
  if (equals < 0) return [text.trim().toLowerCase(), '']
  return [text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim()]
}

function readExpiry(attributes: ReadonlyMap<string, string>, nowMs: number): number | null {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return nowMs / 1000 + Number(maxAge)
  const until = readHttpDate(attributes.get('expires') ?? '')
  return until === null ? null : until / 1000
}

function readSameSite(said: string | undefined): SetCookie['sameSite'] {
  const word = said?.toLowerCase()
  if (word === 'lax' || word === 'strict') return word
  return word === 'none' ? 'no_restriction' : 'unspecified'
}
