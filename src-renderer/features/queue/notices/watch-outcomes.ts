import type { ListStore } from '../../../lists/types.ts'
import type { Clock } from '../../../model/clock.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { rowsById } from '../../../search/people.ts'
import type { KeptStore } from '../../../storage/kept-store.ts'
import type { Counterside } from '../../common/services/services.tsx'
import { type Noticed, noticedSchema, type StatusOf, watchLater } from './later-outcomes.ts'
import { isLater, type News, newsBetween } from './outcomes.ts'

const recordName = 'notices.told'

interface OutcomeParts {
  readonly counterside: Pick<Counterside, 'accounts' | 'outbox' | 'glance'>
  readonly kept: Pick<KeptStore, 'watch' | 'set'>
  /** Called with news that came shortly after each other. */
  readonly say: (news: readonly News[]) => void
  readonly clock: Clock
}

/** Watches the outbox, and the shop's later decisions on received requests. Returns the function that stops it. */
export const watchOutcomes = ({ counterside, kept, say, clock }: OutcomeParts): (() => void) => {
  const { accounts, outbox, glance } = counterside
  const keep = (record: Noticed): Promise<void> => kept.set(recordName, record).catch(() => undefined)
  const begin = (): Noticed => {
    const read = noticedSchema.safeParse(kept.watch(recordName).snapshot())
    if (read.success) return read.data
    const begun: Noticed = { since: clock.now(), entries: [] }
    void keep(begun)
    return begun
  }
  const later = watchLater(begin())

  const tell = async (news: readonly News[]): Promise<void> => {
    const lost = news.filter(({ kind }) => isLater(kind))
    // Stored first, so that an app that ends in between does not show the notice again at its next start.
    later.noticed(lost)
    if (lost.length > 0) await keep(later.record(outbox.snapshot().entries))
    say(news)
  }
  const gatherer = gatherNews(news => void tell(news), clock)

  const lists = new Map<string, { readonly list: ListStore<RequestSummary>; readonly unsubscribe: () => void }>()
  /** The requests of an account, which are watched from then on. Called only for accounts with received requests. */
  const requestsOf = (accountId: string): readonly RequestSummary[] => {
    if (!accounts.snapshot().accounts.some(({ id }) => id === accountId)) return []
    const list = glance(accountId).requests
    const known = lists.get(accountId)
    // An account that was removed and added again has another list.
    if (known?.list !== list) {
      known?.unsubscribe()
      lists.set(accountId, { list, unsubscribe: list.subscribe(check) })
    }
    return list.snapshot().rows
  }
  const statusOf: StatusOf = ({ accountId, result }) =>
    result === null ? null : (rowsById(requestsOf(accountId)).get(result.requestId)?.status ?? null)

  let before = outbox.snapshot()
  const check = (): void => {
    const after = outbox.snapshot()
    if (before.loaded) gatherer.add(newsBetween(before.entries, after.entries))
    if (after.loaded) {
      const { news, changed } = later.look(after.entries, statusOf)
      // Added after the other news: a request that is received and rejected at once is shown as rejected.
      gatherer.add(news)
      if (changed) void keep(later.record(after.entries))
    }
    before = after
  }
  const unsubscribe = outbox.subscribe(check)
  check()
  return () => {
    unsubscribe()
    for (const each of lists.values()) each.unsubscribe()
    gatherer.stop()
  }
}

/** News within this time, in ms, share one notice. */
const quietMs = 2000
/** No news waits longer than this, in ms. */
const longestMs = 15_000

interface NewsGatherer {
  readonly add: (news: readonly News[]) => void
  /** Passes on what is left, and stops. */
  readonly stop: () => void
}

/** Collects news, so that a queue that drains causes few notices. The last news of an entry counts. */
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
      // A clock that is set back must not make the wait longer.
      since = Math.min(since ?? now, now)
      cancel?.()
      cancel = clock.after(Math.max(0, Math.min(quietMs, since + longestMs - now)), tell)
    },
    stop: tell,
  }
}
