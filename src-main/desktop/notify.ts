import type { SystemNotice } from '../contract/calls.ts'

/** As much of Electron's Notification as is used. */
interface ShownNotice {
  on(event: 'click', listener: () => void): unknown
  on(event: 'close', listener: () => void): unknown
  show(): void
  close(): void
}

interface SystemNotices {
  isSupported(): boolean
  new (words: { title: string; body: string }): ShownNotice
}

interface NotifierParts {
  /** Electron's Notification fits. */
  readonly notices: SystemNotices
  readonly isWanted: () => boolean
  /** Whether the window has the focus: it then shows the news itself. */
  readonly isWatched: () => boolean
  readonly onClick: (entryId: string | null) => void
}

/** Some desktops never say that a notice was closed, so the number kept is limited. */
const heldAtMost = 20

/** Notices of the system about how requests ended. */
export class Notifier {
  readonly #parts: NotifierParts
  /** Notices on the screen, with the entry of each. Without a reference one may be garbage-collected, and its click is lost. */
  readonly #held = new Map<ShownNotice, string | null>()

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  get standing(): 'on' | 'off' | 'unsupported' {
    if (!this.#parts.notices.isSupported()) return 'unsupported'
    return this.#parts.isWanted() ? 'on' : 'off'
  }

  /** An entry has one notice: a new one replaces it, even when the new one is not shown. */
  show({ title, body, entryId }: SystemNotice): void {
    for (const [notice, about] of this.#held) if (entryId !== null && about === entryId) this.#takeBack(notice)
    if (this.standing !== 'on' || this.#parts.isWatched()) return
    const notice = new this.#parts.notices({ title, body })
    notice.on('click', () => {
      this.#held.delete(notice)
      this.#parts.onClick(entryId)
    })
    notice.on('close', () => this.#held.delete(notice))
    this.#hold(notice, entryId)
    notice.show()
  }

  #takeBack(notice: ShownNotice): void {
    this.#held.delete(notice)
    notice.close()
  }

  #hold(notice: ShownNotice, entryId: string | null): void {
    this.#held.set(notice, entryId)
    const [oldest] = this.#held.keys()
    if (oldest !== undefined && this.#held.size > heldAtMost) this.#held.delete(oldest)
  }
}
