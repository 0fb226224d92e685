import type { Session } from 'electron'
import { readSetCookies, type SetCookie } from './set-cookie.ts'

/** The cookies of one account, as a write needs them. */
export interface CookieJar {
  /** The Cookie header for this address as of now; "" when there are none. */
  readonly header: (url: string) => Promise<string>
  /** The value of the csrftoken cookie; null when there is none. */
  readonly csrfToken: (url: string) => Promise<string | null>
  /** Takes in a Set-Cookie header, several cookies joined with commas or not. Never throws: a write has happened by then. */
  readonly store: (url: string, setCookieHeader: string) => Promise<void>
}

/** The jar of an Electron session. */
export function electronJar(session: Session): CookieJar {
  return {
    async header(url) {
      const cookies = await session.cookies.get({ url })
      // The longest path first (RFC 6265, 5.4); Chromium's own order here is not promised.
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
          // Chromium refuses what no browser would keep, e.g. a foreign domain; so do we.
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
