import { app, type BrowserWindow } from 'electron'
import type { CallInput } from '../contract/calls.ts'
import { emit } from '../ipc/handle.ts'
import type { PreferenceStore } from './preferences.ts'
import type { UnsentTray } from './tray.ts'
import { present } from './window.ts'

type QuitAnswer = CallInput<'app.quit'>['answer']

/** Quitting stops at unsent entries and asks the person; a shutdown of the machine is not held up, for all is on disk. */
export class Quitting {
  readonly #window: () => BrowserWindow | null
  readonly #tray: UnsentTray
  readonly #preferences: PreferenceStore
  #unsent = 0
  #agreed = false
  /** Whether closing the window is part of quitting, and not the person closing a window. */
  #isQuitting = false

  constructor(window: () => BrowserWindow | null, tray: UnsentTray, preferences: PreferenceStore) {
    this.#window = window
    this.#tray = tray
    this.#preferences = preferences
  }

  setup(): void {
    app.on('before-quit', event => {
      this.#isQuitting = !this.#stopIfUnsent(event)
    })
    app.on('will-quit', event => this.#finishWriting(event))
    app.on('activate', () => present(this.#window()))
    app.on('window-all-closed', () => app.quit())
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.exit(0))
  }

  /** Closing the window is quitting, so it asks the same question; unless the person wants it to go on in the tray. */
  watch(window: BrowserWindow): void {
    window.on('close', event => {
      if (this.#isQuitting || this.#agreed || !this.#preferences.now.closeToTray || !this.#tray.show()) {
        this.#stopIfUnsent(event)
        return
      }
      event.preventDefault()
      window.hide()
    })
    // Windows ends the session: no time for a tray.
    window.on('session-end', () => {
      this.#agreed = true
    })
    // Nobody is left to answer: a window that crashed must not hold the app open.
    window.webContents.on('render-process-gone', () => {
      this.#unsent = 0
    })
  }

  setUnsent(count: number): void {
    this.#unsent = count
  }

  answer(answer: QuitAnswer): void {
    if (answer === 'cancel') return
    if (answer === 'stay-in-tray' && this.#tray.show()) {
      this.#window()?.hide()
      return
    }
    if (answer === 'stay-in-tray') {
      this.#window()?.minimize()
      return
    }
    this.#agreed = true
    app.quit()
  }

  /** A choice of the last moment, such as where the window was, is written before the process ends. */
  #finishWriting(event: { preventDefault: () => void }): void {
    const { writing } = this.#preferences
    if (writing === null) return
    event.preventDefault()
    // A disk that refuses does not keep anybody here.
    const quit = () => app.quit()
    writing.then(quit, quit)
  }

  /** True when it stopped the event and asked. */
  #stopIfUnsent(event: { preventDefault: () => void }): boolean {
    const window = this.#window()
    if (this.#agreed || this.#unsent === 0 || !window || window.isDestroyed()) return false
    event.preventDefault()
    present(window)
    emit(window, 'quit.requested', { unsent: this.#unsent })
    return true
  }
}
