import { failed, failure, ok, type Reply } from '../contract/failures.ts'

/**
 * The base URL out of what a person typed: https unless it is this machine, a path prefix kept without its last slash,
 * query and fragment dropped. `bad-address`, with a code that says why, for anything else.
 */
export function resolveBaseUrl(typed: string): Reply<string> {
  const text = typed.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${schemeFor(text)}://${text}`)
  if (!url || !/[\w\]]/.test(url.hostname)) return bad('not-an-address')
  if (url.username || url.password) return bad('credentials-in-address')
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSafe) return bad(url.protocol === 'http:' ? 'http-not-allowed' : 'scheme-not-allowed')
  return ok(url.origin + url.pathname.replace(/\/+$/, ''))
}

function bad(code: string): Reply<never> {
  return failed(failure('bad-address', { code }))
}

function schemeFor(text: string): 'http' | 'https' {
  const url = parse(`http://${text}`)
  return url && isLoopback(url.hostname) ? 'http' : 'https'
}

function isLoopback(hostname: string): boolean {
  // The URL parser has turned every spelling of an IPv4 address into four decimal numbers by now.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
