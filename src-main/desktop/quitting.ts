import { app, type BrowserWindow } from 'electron'
import type { CallInput } from '../contract/calls.ts'
import { emit } from '../ipc/handle.ts'
import type { UnsentTray } from './tray.ts'
import { present } from './window.ts'

type QuitAnswer = CallInput<'app.quit'>['answer']

/** Quitting stops at unsent entries and asks the person; a shutdown of the machine is not held up, for all is on disk. */
export class Quitting {
  readonly #window: () => BrowserWindow | null
  readonly #tray: UnsentTray
  #unsent = 0
  #agreed = false

  constructor(window: () => BrowserWindow | null, tray: UnsentTray) {
    this.#window = window
    this.#tray = tray
  }

  setup(): void {
    app.on('before-quit', event => this.#stopIfUnsent(event))
    app.on('window-all-closed', () => app.quit())
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.exit(0))
  }

  /** Closing the window is quitting, so it asks the same question. */
  watch(window: BrowserWindow): void {
    window.on('close', event => this.#stopIfUnsent(event))
    // Nobody is left to answer: a window that crashed must not hold the app open.
    window.webContents.on('render-process-gone', () => {
      this.#unsent = 0
    })
  }

  setUnsent(count: number): void {
    this.#unsent = count
    this.#tray.setUnsent(count)
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

  #stopIfUnsent(event: { preventDefault: () => void }): void {
    const window = this.#window()
    if (this.#agreed || this.#unsent === 0 || !window || window.isDestroyed()) return
    event.preventDefault()
    present(window)
    emit(window, 'quit.requested', { unsent: this.#unsent })
  }
}
