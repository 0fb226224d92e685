import type { CookieJar } from './electron-jar.ts'
import { readSetCookies } from './set-cookie.ts'

/** A jar in memory that begins with the cookies of a Cookie header; for one host, and as long as somebody holds it. */
export function heldJar(cookieHeader: string): CookieJar {
  const cookies = new Map<string, string>()
  for (const pair of cookieHeader.split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim()
    // The first of a name is the one with the longest path.
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
