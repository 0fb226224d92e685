export type PageState = 'running' | 'stuck' | 'gone'
export type PageChoice = 'again' | 'wait' | 'quit'

interface PageTimings {
  /** A page that ran for this long before it stopped is restarted without a question. */
  readonly steadyMs: number
  /** After this long without an answer the page is restarted. Each unanswered question doubles the wait. */
  readonly unansweredMs: number
  readonly unansweredMostMs: number
}

export interface PageParts {
  /** Loads the page anew. */
  readonly load: () => void
  /** Ends the page's process, whether it answers or not; `gone` is called when it has ended. */
  readonly kill: () => void
  /** Asks the person. The signal takes the question back. */
  readonly ask: (state: Exclude<PageState, 'running'>, signal: AbortSignal) => Promise<PageChoice>
  readonly onState: (state: PageState) => void
  /** The person chose to quit without the page. */
  readonly quit: () => void
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number
  /** Runs `then` once after `ms`, unless the returned function is called first. */
  readonly after: (ms: number, then: () => void) => () => void
  readonly timings?: Partial<PageTimings>
}

const minute = 60_000
const defaults: PageTimings = { steadyMs: 30_000, unansweredMs: 2 * minute, unansweredMostMs: 60 * minute }

/**
 * Keeps the page running, because it drains the queue. A page that stops after some time is restarted at once. When it
 * keeps stopping or hangs, the person is asked; without an answer it is restarted, as the desk may be unattended.
 */
export class PageKeeper {
  readonly #parts: PageParts
  readonly #timings: PageTimings
  #state: PageState = 'running'
  #wasGone = false
  /** When it was loaded; null until then. */
  #runsSince: number | null = null
  #question: AbortController | null = null
  #unanswered = 0
  /** We are ending the page's process to load it again. */
  #isEnding = false
  #isRestarting = false
  #isLeaving = false

  constructor(parts: PageParts) {
    this.#parts = parts
    this.#timings = { ...defaults, ...parts.timings }
  }

  get state(): PageState {
    return this.#state
  }

  get isRestarting(): boolean {
    return this.#isRestarting
  }

  /** The page's process has ended, or the page could not be loaded. */
  gone(): void {
    if (this.#isLeaving) return
    this.#takeBackQuestion()
    this.#become('gone')
    if (this.#isEnding) {
      this.#isEnding = false
      this.#parts.load()
      return
    }
    this.#isRestarting = false
    const ranMs = this.#runsSince === null ? 0 : this.#parts.now() - this.#runsSince
    const isFirst = !this.#wasGone
    this.#wasGone = true
    this.#runsSince = null
    if (isFirst || ranMs >= this.#timings.steadyMs) {
      this.#unanswered = 0
      this.#parts.load()
    } else {
      this.#ask()
    }
  }

  /** The page does not answer. */
  stuck(): void {
    if (this.#isLeaving || this.#isRestarting || this.#state !== 'running') return
    this.#become('stuck')
    this.#ask()
  }

  /** The page is loaded, or answers again. */
  answers(): void {
    this.#isRestarting = false
    this.#runsSince ??= this.#parts.now()
    this.#takeBackQuestion()
    this.#become('running')
  }

  /** The person wants the window: asks again about a page that is not running. */
  remind(): void {
    if (this.#state !== 'running' && !this.#isRestarting && !this.#isLeaving) this.#ask()
  }

  /** Restarts the page in any state. */
  again(): void {
    this.#takeBackQuestion()
    this.#isRestarting = true
    this.#isEnding = this.#state !== 'gone'
    if (this.#isEnding) this.#parts.kill()
    else this.#parts.load()
  }

  /** The app ends: a page that goes now stays gone. */
  leave(): void {
    this.#isLeaving = true
    this.#takeBackQuestion()
  }

  #ask(): void {
    if (this.#state === 'running' || this.#question !== null) return
    const question = new AbortController()
    this.#question = question
    const { unansweredMs, unansweredMostMs } = this.#timings
    const forMs = Math.min(unansweredMostMs, unansweredMs * 2 ** this.#unanswered)
    const cancel = this.#parts.after(forMs, () => {
      this.#unanswered += 1
      this.again()
    })
    question.signal.addEventListener('abort', cancel)
    this.#parts
      .ask(this.#state, question.signal)
      // If the question can't be shown, the timer restarts the page.
      .catch((): PageChoice | null => null)
      .then(choice => {
        if (choice === null || question.signal.aborted) return
        this.#takeBackQuestion()
        this.#follow(choice)
      })
      .catch(() => undefined)
  }

  #follow(choice: PageChoice): void {
    if (choice === 'again') this.again()
    else if (choice === 'quit') this.#parts.quit()
  }

  #takeBackQuestion(): void {
    this.#question?.abort()
    this.#question = null
  }

  #become(state: PageState): void {
    if (this.#state === state) return
    this.#state = state
    this.#parts.onState(state)
  }
}
