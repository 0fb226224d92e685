import { glance, judgeRedirect } from './answers.ts'
import { heldJar } from './cookie-jar.ts'
import type { OneShotWriter, Written } from './one-shot-writer.ts'
import { apiUrl } from './urls.ts'
import { withDeadline } from './wire.ts'

interface SignOutCommerce {
  readonly writer: OneShotWriter
  readonly baseUrl: string
  /** The Cookie header of the session to end, taken before the account's own jar was emptied. */
  readonly cookie: string
  readonly language: () => string
  readonly isOnline: () => boolean
  /** For both steps together. */
  readonly timeoutMs?: number
}

/** `skipped`: no session, or no network. `unsure`: the shop did not confirm that the session ended. */
type SignOutOutcome = 'ended' | 'skipped' | 'unsure'

const defaultTimeoutMs = 5000

/**
 * Ends a session at the shop: the first POST to `users/logout` is answered by a page with a form, the second is that
 * form. Limited in time. Nobody waits for it, and it never throws.
 */
export async function signOutCommerce(out: SignOutCommerce): Promise<SignOutOutcome> {
  const { timeoutMs = defaultTimeoutMs } = out
  const url = apiUrl(out.baseUrl, ['users', 'logout'])
  if (url === null || out.cookie === '' || !out.isOnline()) return 'skipped'
  const until = performance.now() + timeoutMs
  return withDeadline(timeoutMs, () => inTwoSteps(out, url, until)).catch(() => 'unsure')
}

async function inTwoSteps(out: SignOutCommerce, url: string, until: number): Promise<SignOutOutcome> {
  const jar = heldJar(out.cookie)
  const post = (body: string) =>
    out.writer.write({
      url,
      method: 'POST',
      headers: {
        Accept: 'text/html',
        'Accept-Language': out.language(),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      jar,
      body,
      timeoutMs: Math.max(until - performance.now(), 1),
    })
  const first = await post('')
  if (isHome(first, out.baseUrl, url)) return 'ended'
  const token = first.ok ? formToken(glance(first.answer)) : null
  if (token === null || performance.now() >= until) return 'unsure'
  const second = await post(new URLSearchParams({ csrfmiddlewaretoken: token }).toString())
  return isHome(second, out.baseUrl, url) || isPlainYes(second) ? 'ended' : 'unsure'
}

/** Shops answer a successful sign-out with a redirect to the front page or the login form. Writes do not follow it. */
function isHome(written: Written, baseUrl: string, url: string): boolean {
  if (written.ok || written.error.redirect === null) return false
  const target = judgeRedirect(written.error.redirect, baseUrl, url)
  return target === 'login' || target === 'page'
}

/** A 2xx whose page does not contain the form again. */
function isPlainYes(written: Written): boolean {
  if (!written.ok) return false
  const { status } = written.answer
  return status >= 200 && status < 300 && formToken(glance(written.answer)) === null
}

/** The hidden field of Django's form, its attributes in any order. */
function formToken(page: string): string | null {
  const field = /<input[^>]*\bname\s*=\s*["']?csrfmiddlewaretoken\b[^>]*>/i.exec(page)?.[0] ?? ''
  return /\bvalue\s*=\s*["']?([\w-]{1,200})/i.exec(field)?.[1] ?? null
}
