import type { DeepLink } from '../contract/desktop.ts'

/** The scheme of links into the app. Not the one its page is served under (`app:`). */
export const linkScheme = 'counterside'

/** Longer than any order number needs, percent-encoded. */
const longestLink = 1500
const orderLink = /^counterside:\/\/order\/((?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)\/?$/i
/** Order numbers are text (API.md): digits, hex, prefixes, now and then slashes and blanks; 128 at most. */
const orderNumber = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}._/#-](?:[\p{L}\p{N}._/# -]{0,126}[\p{L}\p{N}._/#-])?$/u

/**
 * What a link of this scheme asks for: `counterside://order/<number>`, the number percent-encoded, and nothing beside.
 * Links come from anywhere, so whatever is not exactly that is `refused`. Never throws.
 */
export function readLink(link: string): DeepLink {
  const written = link.length <= longestLink ? orderLink.exec(link)?.[1] : undefined
  const number = written === undefined ? null : decoded(written)
  return number !== null && number.length <= 128 && orderNumber.test(number)
    ? { kind: 'order', number }
    : { kind: 'refused', text: readable(link) }
}

/** The first link on a command line; null when there is none. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find(one => one.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`) ?? null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return null
  }
}

/** Short, and without signs that hide others or turn the direction of a line. */
const readable = (link: string): string =>
  Array.from(link.slice(0, 400).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD'))
    .slice(0, 80)
    .join('')
