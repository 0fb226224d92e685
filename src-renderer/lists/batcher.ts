/** Calls `run` at most once in `gapMs`: the first call at once, later calls together. */
interface Batcher {
  readonly soon: () => void
  /** Runs now, even if nothing is waiting. */
  readonly flush: () => void
  readonly stop: () => void
}

/** After a slow run the next one waits longer, so that a long list leaves time for typing. */
const COST_FACTOR = 6

export function createBatcher(run: () => void, gapMs = 50, now: () => number = () => performance.now()): Batcher {
  let timer: ReturnType<typeof setTimeout> | null = null
  let notBefore = 0
  let stopped = false

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (stopped) return
    const started = now()
    run()
    notBefore = now() + Math.max(gapMs, (now() - started) * COST_FACTOR)
  }
  const soon = (): void => {
    if (timer !== null || stopped) return
    const waitMs = notBefore - now()
    if (waitMs <= 0) flush()
    else timer = setTimeout(flush, waitMs)
  }
  const stop = (): void => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return { soon, flush, stop }
}
