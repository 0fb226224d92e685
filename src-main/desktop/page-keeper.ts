export type PageState = 'running' | 'stuck' | 'gone'
export type PageChoice = 'again' | 'wait' | 'quit'

interface PageTimings {
  /** A page that stops is started again unasked when it ran for this long. */
  readonly steadyMs: number
  /** A question about the page that nobody answers for this long is answered by starting it again; the next waits longer. */
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
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number
  /** Runs `then` once after `ms`, unless the returned function is called first. */
  readonly after: (ms: number, then: () => void) => () => void
  readonly timings?: Partial<PageTimings>
}

const minute = 60_000
const defaults: PageTimings = { steadyMs: 30_000, unansweredMs: 2 * minute, unansweredMostMs: 60 * minute }

/**
 * Keeps the page running, for it drains the queue. One that stops after a while of work is started again at once; one
 * that keeps stopping, or does not answer, is the person's to decide, and nobody's for long: a desk may be unattended.
 */
export class PageKeeper {
  readonly #parts: PageParts
  readonly #timings: PageTimings
  #state: PageState = 'running'
  #wasGone = false
  /** Since when it runs; null until it has been loaded. */
  #runsSince: number | null = null
  #question: AbortController | null = null
  #unanswered = 0
  /** We end the page ourselves, to load it anew. */
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

  /** Somebody wants the window: what is wrong with it is asked about again. */
  remind(): void {
    if (this.#state !== 'running' && !this.#isRestarting && !this.#isLeaving) this.#ask()
  }

  /** Starts the page again, whatever it does now. */
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
      // A system that can't show the question leaves it to the time.
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
