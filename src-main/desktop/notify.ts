import type { SystemNotice } from '../contract/calls.ts'

/** As much of Electron's Notification as is used. */
interface ShownNotice {
  on(event: 'click', listener: () => void): unknown
  on(event: 'close', listener: () => void): unknown
  show(): void
}

interface SystemNotices {
  isSupported(): boolean
  new (words: { title: string; body: string }): ShownNotice
}

export interface NotifierParts {
  /** Electron's Notification fits. */
  readonly notices: SystemNotices
  readonly isWanted: () => boolean
  /** Whether somebody looks at the window, which then says it all itself. */
  readonly isWatched: () => boolean
  readonly onClick: (entryId: string | null) => void
}

/** A desktop that never says "closed" must not make us keep them all. */
const heldAtMost = 20

/** Notices of the system about how requests ended. */
export class Notifier {
  readonly #parts: NotifierParts
  /** One that nobody holds may be collected, and its click with it. */
  readonly #held = new Set<ShownNotice>()

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  get standing(): 'on' | 'off' | 'unsupported' {
    if (!this.#parts.notices.isSupported()) return 'unsupported'
    return this.#parts.isWanted() ? 'on' : 'off'
  }

  show({ title, body, entryId }: SystemNotice): void {
    if (this.standing !== 'on' || this.#parts.isWatched()) return
    const notice = new this.#parts.notices({ title, body })
    notice.on('click', () => {
      this.#held.delete(notice)
      this.#parts.onClick(entryId)
    })
    notice.on('close', () => this.#held.delete(notice))
    this.#hold(notice)
    notice.show()
  }

  #hold(notice: ShownNotice): void {
    this.#held.add(notice)
    const [oldest] = this.#held
    if (oldest !== undefined && this.#held.size > heldAtMost) this.#held.delete(oldest)
  }
}
