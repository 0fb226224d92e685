import { app, type BrowserWindow } from 'electron'
import { logRejection } from '../base/log.ts'
import type { CallInput } from '../contract/calls.ts'
import type { PageKeeper } from './page-keeper.ts'
import type { PreferenceStore } from './preferences.ts'
import { askToQuit } from './questions.ts'
import type { UnsentTray } from './tray.ts'
import { emit, present } from './window.ts'
import { wordsIn } from './words.ts'

type QuitAnswer = CallInput<'app.quit'>['answer']

interface QuitTimings {
  /** How long the page has to show the question before main asks it. */
  readonly questionMs: number
  /** How long the window has to close before it is destroyed. */
  readonly closeMs: number
}

interface QuittingParts {
  readonly window: () => BrowserWindow | null
  readonly page: () => PageKeeper | null
  readonly tray: UnsentTray
  readonly preferences: PreferenceStore
  /** Open entries in the ledger; null until it has been opened. */
  readonly inLedger: () => number | null
  readonly timings?: QuitTimings
}

const defaults: QuitTimings = { questionMs: 5000, closeMs: 5000 }

/** Quitting with unsent entries asks the person first. A shutdown of the machine is not held up: everything is on disk. */
export class Quitting {
  readonly #parts: QuittingParts
  readonly #timings: QuitTimings
  /** The last count from the page, and whether the page that runs now has sent it. */
  #unsent = 0
  #isTold = false
  #agreed = false
  /** Whether closing the window is part of quitting, and not the person closing a window. */
  #isQuitting = false
  #question: AbortController | null = null
  #waiting: NodeJS.Timeout | null = null

  constructor(parts: QuittingParts) {
    this.#parts = parts
    this.#timings = parts.timings ?? defaults
  }

  setup(): void {
    app.on('before-quit', event => {
      this.#isQuitting = !this.#stopIfUnsent(event)
      if (this.#isQuitting) this.#leave()
    })
    app.on('will-quit', event => this.#finishWriting(event))
    app.on('window-all-closed', () => app.quit())
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.exit(0))
  }

  /** Closing the window is quitting, so it asks the same question; unless the person wants it to go on in the tray. */
  watch(window: BrowserWindow): void {
    const { page, preferences } = this.#parts
    window.on('close', event => {
      // Ending a page for a restart also triggers a close that it had not answered.
      if (page()?.isRestarting && !this.#agreed) return event.preventDefault()
      if (this.#isQuitting || this.#agreed || !preferences.now.closeToTray) {
        this.#stopIfUnsent(event)
        return
      }
      event.preventDefault()
      this.#putAway().catch(logRejection)
    })
    // Windows ends the session: no time for a tray.
    window.on('session-end', () => {
      this.#agreed = true
    })
    // The next page counts anew; until then the last count and the ledger stand.
    window.webContents.on('render-process-gone', () => {
      this.#isTold = false
    })
    window.webContents.on('did-start-loading', () => {
      this.#isTold = false
    })
  }

  /** How many entries are not at the shop yet, from the page or the ledger. */
  get unsent(): number {
    return this.#isTold ? this.#unsent : Math.max(this.#unsent, this.#parts.inLedger() ?? 0)
  }

  setUnsent(count: number): void {
    this.#unsent = count
    this.#isTold = true
  }

  answer(answer: QuitAnswer): void {
    this.#takeBackQuestion()
    switch (answer) {
      case 'shown':
      case 'cancel':
        return
      case 'stay-in-tray':
        this.#putAway().catch(logRejection)
        return
      case 'quit':
        this.quitNow()
    }
  }

  /** The person agreed, or the machine goes down: everything is on disk. */
  quitNow(): void {
    this.#agreed = true
    app.quit()
  }

  /** Hides the window in the tray, or minimises it where there is no tray to bring it back. */
  async #putAway(): Promise<void> {
    const comesBack = await this.#parts.tray.show()
    const window = this.#parts.window()
    if (window === null || window.isDestroyed() || this.#isQuitting || this.#agreed) return
    if (comesBack) window.hide()
    else window.minimize()
  }

  #leave(): void {
    const { page, window } = this.#parts
    page()?.leave()
    const open = window()
    if (open === null || open.isDestroyed()) return
    const pid = open.webContents.getOSProcessId()
    // A page that was stopped would outlive the app.
    app.once('quit', () => endProcess(pid))
    if (page()?.state !== 'running') {
      open.destroy()
      return
    }
    const late = setTimeout(() => !open.isDestroyed() && open.destroy(), this.#timings.closeMs)
    open.once('closed', () => clearTimeout(late))
  }

  /** A choice of the last moment, such as where the window was, is written before the process ends. */
  #finishWriting(event: { preventDefault: () => void }): void {
    const { writing } = this.#parts.preferences
    if (writing === null) return
    event.preventDefault()
    // If the disk refuses, the app quits all the same.
    const quit = () => app.quit()
    writing.then(quit, quit)
  }

  /** True when it stopped the event and asked. */
  #stopIfUnsent(event: { preventDefault: () => void }): boolean {
    const { unsent } = this
    if (this.#agreed || unsent === 0) return false
    event.preventDefault()
    const window = this.#parts.window()
    const hasPage = this.#parts.page()?.state === 'running' && window !== null && !window.isDestroyed()
    if (!hasPage) {
      this.#askMyself()
      return true
    }
    present(window)
    emit(window, 'quit.requested', { unsent })
    this.#waiting ??= setTimeout(() => this.#askMyself(), this.#timings.questionMs)
    return true
  }

  /** Main asks when the page can't: it is gone, hangs, or is still loading. */
  #askMyself(): void {
    if (this.#question !== null) return
    const question = new AbortController()
    this.#question = question
    askToQuit(this.unsent, wordsIn(this.#parts.preferences.language), question.signal)
      .then(choice => {
        if (question.signal.aborted) return
        this.#takeBackQuestion()
        if (choice === 'quit') this.quitNow()
        else if (choice === 'again') this.#parts.page()?.again()
      })
      .catch(logRejection)
  }

  #takeBackQuestion(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = null
    this.#question?.abort()
    this.#question = null
  }
}

function endProcess(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, as it should.
  }
}
