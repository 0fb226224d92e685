import { logEvent } from '../base/log.ts'
import type { DeepLink } from '../contract/desktop.ts'

/** More than a person clicks before the page is there. A web page that sends thousands fills no more than this. */
const keptAtMost = 5

/** Links wait here until the page can show what they lead to. */
export class LinkDoor {
  readonly #onArrival: () => void
  #waiting: readonly DeepLink[] = []

  constructor(onArrival: () => void) {
    this.#onArrival = onArrival
  }

  /** A link from the system. */
  arrive(text: string): void {
    const link = readLink(text)
    logEvent(link.kind === 'refused' ? 'warn' : 'info', 'link-arrived', link.kind)
    this.#waiting = [...this.#waiting, link].slice(-keptAtMost)
    this.#onArrival()
  }

  /** A command line, which may hold a link. */
  arriveOn(argv: readonly string[]): void {
    const link = linkIn(argv)
    if (link !== null) this.arrive(link)
  }

  /** Gives what waits, once. */
  take(): DeepLink[] {
    const taken = [...this.#waiting]
    this.#waiting = []
    return taken
  }
}

/** The scheme of links into the app. Not the one its page is served under (`app:`). */
export const linkScheme = 'counterside'

/** Longer than any order number needs, percent-encoded. */
const longestLink = 1500
const orderLink = /^counterside:\/\/order\/((?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)\/?$/i
/** Order numbers are text: digits, hex, prefixes, now and then slashes and blanks; 128 at most. */
const orderNumber = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}._/#-](?:[\p{L}\p{N}._/# -]{0,126}[\p{L}\p{N}._/#-])?$/u

/**
 * What a link of this scheme asks for: `counterside://order/<number>`, the number percent-encoded, and nothing beside.
 * Links come from anywhere, so anything else is `refused`. Never throws.
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

/** The address as the URL parser understands it, or null: only http(s), with a host, without a name or password in it. */
export function safeLink(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null
}
