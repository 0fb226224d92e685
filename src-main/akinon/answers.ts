import { decodeText, type Parsed, parseJsonBytes } from './json.ts'
import type { Answer, Redirect } from './wire.ts'

/** What an answer's body shows, whatever the request was. */

/** Enough characters to find a form or a marker. A page can have megabytes. */
const glanceBytes = 64 * 1024

export function parseAnswer(answer: Answer): Parsed {
  return parseJsonBytes(answer.bytes, answer.headers.get('content-type'))
}

/** The beginning of the body as text. */
export function glance(answer: Answer): string {
  return decodeText(answer.bytes.subarray(0, glanceBytes), answer.headers.get('content-type'))
}

/**
 * Whether a page that came instead of JSON is a login form: a followed redirect, or a shop that answers 200 with one.
 */
export function isLoginPage(answer: Answer): boolean {
  const page = glance(answer)
  if (!page.includes('<')) return false
  return /<input[^>]+type\s*=\s*["']?password/i.test(page) || /<form[^>]+action\s*=\s*["'][^"']*login/i.test(page)
}

/**
 * Django's CSRF refusal has no code of its own, but in JSON, HTML and every language it names the mechanism, in
 * capitals; the `csrfmiddlewaretoken` of a form on any other page is in small letters.
 */
export function isCsrfRefusal(answer: Answer): boolean {
  return answer.status === 403 && /\bCSRF\b|"(?:error_)?code"\s*:\s*"[^"]*csrf/.test(glance(answer))
}

/**
 * Where a refused redirect leads. `login`: a sign-in page. `captcha`: a robot check. `address`: the same page at
 * another address. `page`: another page of the shop, e.g. of its maintenance. `foreign`: somebody else, e.g. a portal.
 */
export type RedirectTarget = 'login' | 'captcha' | 'address' | 'page' | 'foreign'

export function judgeRedirect(redirect: Redirect, baseUrl: string, askedUrl: string): RedirectTarget {
  const target = parseUrl(redirect.location, askedUrl)
  if (!target) return 'foreign'
  const asked = new URL(askedUrl)
  if (isLoginPath(target.pathname) || target.searchParams.get('next')?.startsWith(asked.pathname)) return 'login'
  if (/captcha|challenge/i.test(target.pathname)) return 'captcha'
  if (withSlash(target.pathname).endsWith(withSlash(asked.pathname))) return 'address'
  return target.origin === new URL(baseUrl).origin ? 'page' : 'foreign'
}

/** One segment is a word for signing in, alone or with a suffix: `/users/login/`, `/uye-girisi`, `/signin.aspx`. */
const loginWord = /^(?:[^/]*[-_.])?(?:log-?in|sign-?in|giri[sş]i?|oturum-?ac|oturum-?aç|auth|sso)(?:[-_.][^/]*)?$/i

function isLoginPath(path: string): boolean {
  return path.split('/').some(segment => loginWord.test(decoded(segment)))
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`)

function parseUrl(text: string, base: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
