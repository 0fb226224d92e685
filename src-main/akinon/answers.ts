import { decodeText, type Parsed, parseJsonBytes } from './json.ts'
import type { Answer, Redirect } from './wire.ts'

/** What can be told of an answer's body without knowing what was asked. */

/** Enough to find a form or a marker in; pages can be megabytes. */
const glanceBytes = 64 * 1024

export function parseAnswer(answer: Answer): Parsed {
  return parseJsonBytes(answer.bytes, answer.headers.get('content-type'))
}

/** The beginning of the body as text. */
export function glance(answer: Answer): string {
  return decodeText(answer.bytes.subarray(0, glanceBytes), answer.headers.get('content-type'))
}

/** Whether a page that came instead of JSON is a login form: a followed redirect, or a shop that answers 200 with one. */
export function isLoginPage(answer: Answer): boolean {
  const page = glance(answer)
  if (!page.includes('<')) return false
  return /<input[^>]+type\s*=\s*["']?password/i.test(page) || /<form[^>]+action\s*=\s*["'][^"']*login/i.test(page)
}

/**
 * Django's CSRF refusal has no code of its own, but in JSON, HTML and every language it names the mechanism, in capitals;
 * the `csrfmiddlewaretoken` of a form on any other page is in small letters.
 */
export function isCsrfRefusal(answer: Answer): boolean {
  return answer.status === 403 && /\bCSRF\b|"(?:error_)?code"\s*:\s*"[^"]*csrf/.test(glance(answer))
}

/** `login`: the session ended. `moved`: the same path elsewhere, so the address is wrong. `elsewhere`: a portal. */
export function judgeRedirect(redirect: Redirect, baseUrl: string, askedUrl: string): 'login' | 'moved' | 'elsewhere' {
  const target = parseUrl(redirect.location, askedUrl)
  if (!target) return 'elsewhere'
  if (/log-?in|sign-?in|giris/i.test(target.pathname)) return 'login'
  const asked = new URL(askedUrl)
  // Akinon's API redirects for one reason only: it wants a login (API.md C1).
  if (target.origin === new URL(baseUrl).origin) return 'login'
  return target.pathname === asked.pathname ? 'moved' : 'elsewhere'
}

function parseUrl(text: string, base: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
