import { defaultCookieName, defaultCookieNames } from '../../../../src-main/contract/accounts.ts'

/** What was found in a pasted text, or the names of the cookies that are in it instead; null when there are none. */
type Pasted =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'missing'; readonly names: readonly string[] }

/**
 * The session's cookie from text copied out of a browser: its bare value, `name=value`, a Cookie header,
 * Set-Cookie lines, a cURL command, in quotes or over several lines.
 */
export function readPastedSession(text: string, cookieName: string): Pasted {
  const names = cookieName === '' || cookieName === defaultCookieName ? defaultCookieNames : [cookieName]
  const plain = unquoted(text)
  const isEmptyPair = names.some(name => plain.toLowerCase() === `${name.toLowerCase()}=`)
  if (!isEmptyPair && /^[^\s;,=:"']+={0,2}$/.test(plain)) return { kind: 'found', value: plain }
  const pairs = [...plain.matchAll(pair)].flatMap(([, name, value]) =>
    name !== undefined && value !== undefined ? [{ name, value: unquoted(value) }] : [],
  )
  for (const name of names) {
    const found = pairs.find(one => one.name.toLowerCase() === name.toLowerCase() && one.value !== '')
    if (found) return { kind: 'found', value: found.value }
  }
  return { kind: 'missing', names: [...new Set(pairs.map(one => one.name))].filter(isCookie).slice(0, 5) }
}

/** A name and a value as a Cookie header holds them; the value ends where a header, a shell's string or a line ends. */
const pair = /(?:^|[\s;,'":])([\w.$!#%&*+^|~-]+)\s*=\s*("[^"\r\n]*"|[^\s;,'"\\]*)/g

/** Attributes of a Set-Cookie line, which are not cookies. */
const attributes: ReadonlySet<string> = new Set(['path', 'domain', 'expires', 'max-age', 'samesite', 'priority'])
const isCookie = (name: string): boolean => !attributes.has(name.toLowerCase())

/** A token out of `Authorization: Token …`, `Token …`, `Bearer …`, in quotes or not; null when nothing of it is left. */
export function readPastedToken(text: string): string | null {
  const afterHeader = /authorization\s*:\s*([^'"\r\n]+)/i.exec(text)?.[1] ?? text
  const token = unquoted(unquoted(afterHeader).replace(/^(?:token|bearer|key)\b[\s:=]*/i, ''))
  return /^[\x21-\x7e]+$/.test(token) ? token : null
}

/** Without the blanks and the quotes around it, typographic ones and those of a shell included. */
const unquoted = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/^(["'`“”‘’«»])([\s\S]*)["'`“”‘’«»][,;]?$/, '$2')
    .trim()
