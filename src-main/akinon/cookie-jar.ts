import type { Session } from 'electron'
import { readHttpDate } from './header-times.ts'

/** The cookies of one account, as a write needs them. */
export interface CookieJar {
  /** The present Cookie header for this address; "" when there are no cookies. */
  readonly header: (url: string) => Promise<string>
  /** The value of the csrftoken cookie; null when there is none. */
  readonly csrfToken: (url: string) => Promise<string | null>
  /**
   * Stores the cookies of a Set-Cookie header, which may hold several, joined with commas. Never throws, because the
   * write is done by then.
   */
  readonly store: (url: string, setCookieHeader: string) => Promise<void>
}

/** The jar of an Electron session. */
export function electronJar(session: Session): CookieJar {
  return {
    async header(url) {
      const cookies = await session.cookies.get({ url })
      // The longest path first (RFC 6265, 5.4). Chromium does not promise an order here.
      const sorted = cookies.toSorted((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))
      return sorted.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
    async csrfToken(url) {
      const [cookie] = await session.cookies.get({ url, name: 'csrftoken' })
      return cookie?.value || null
    },
    async store(url, setCookieHeader) {
      const now = Date.now()
      for (const cookie of readSetCookies(setCookieHeader, now)) {
        try {
          await storeOne(session, url, cookie, now)
        } catch {
          // Chromium refuses cookies that no browser keeps, such as those of a foreign domain.
        }
      }
    },
  }
}

async function storeOne(session: Session, url: string, cookie: SetCookie, nowMs: number): Promise<void> {
  const { name, value, domain, path, expiresAt, secure, httpOnly, sameSite } = cookie
  if (expiresAt !== null && expiresAt * 1000 <= nowMs) {
    await session.cookies.remove(url, name)
    return
  }
  await session.cookies.set({
    url,
    name,
    value,
    path: path ?? '/',
    secure,
    httpOnly,
    sameSite,
    ...(domain === null ? {} : { domain }),
    ...(expiresAt === null ? {} : { expirationDate: expiresAt }),
  })
}

/** A jar in memory for one host, filled from a Cookie header. */
export function heldJar(cookieHeader: string): CookieJar {
  const cookies = new Map<string, string>()
  for (const pair of cookieHeader.split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim()
    // With several of a name, the first has the longest path.
    if (name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim())
  }
  return {
    header: async () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    csrfToken: async () => cookies.get('csrftoken') || null,
    async store(_url, setCookieHeader) {
      const now = Date.now()
      for (const { name, value, expiresAt } of readSetCookies(setCookieHeader, now)) {
        if (expiresAt !== null && expiresAt * 1000 <= now) cookies.delete(name)
        else cookies.set(name, value)
      }
    },
  }
}

/** One cookie of a Set-Cookie header. `expiresAt` is in seconds since 1970; null for a session cookie. */
interface SetCookie {
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
