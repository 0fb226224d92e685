import type { Clock } from '../../../outbox/clock.ts'
import type { News } from './outcomes.ts'

/** News that come within this of each other are told together. */
export const quietMs = 2000
/** But none waits longer than this. */
export const longestMs = 15_000

export interface NewsGatherer {
  readonly add: (news: readonly News[]) => void
  /** Tells what is left and listens no more. */
  readonly stop: () => void
}

/** Sums up: a queue that drains must not rain notices. The last word on an entry counts. */
export const gatherNews = (say: (news: readonly News[]) => void, clock: Clock): NewsGatherer => {
  const gathered = new Map<string, News>()
  let since: number | null = null
  let cancel: (() => void) | null = null

  const tell = () => {
    cancel?.()
    cancel = null
    since = null
    const all = [...gathered.values()]
    gathered.clear()
    if (all.length > 0) say(all)
  }
  return {
    add: news => {
      if (news.length === 0) return
      for (const one of news) gathered.set(one.entry.id, one)
      const now = clock.now()
      // A clock that was set back must not make the wait longer.
      since = Math.min(since ?? now, now)
      cancel?.()
      cancel = clock.after(Math.max(0, Math.min(quietMs, since + longestMs - now)), tell)
    },
    stop: tell,
  }
}
