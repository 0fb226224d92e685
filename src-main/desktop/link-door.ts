import { logEvent } from '../base/log.ts'
import type { DeepLink } from '../contract/desktop.ts'
import { linkIn, readLink } from './read-link.ts'

/** Nobody clicks more than this before the page is there; a page that sends thousands gets no further. */
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
