import { z } from 'zod'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { isLostStage, requestStage, requestStatusName } from '../../../model/request-status.ts'
import type { LaterKind, News } from './outcomes.ts'

/** Stored, so that no notice is shown twice. Entry ids only, no personal data. */
export const noticedSchema = z.object({
  /** When this record was begun, ms since 1970. */
  since: z.number(),
  /** Entries for which a notice was shown. An entry leaves the list when the shop opens its request again. */
  entries: z.array(z.string()),
})
export type Noticed = z.infer<typeof noticedSchema>

/** The status of an entry's request in the lists on this computer; null when no list has it. */
export type StatusOf = (entry: Entry) => EnumValue | null

const lostKind = (status: EnumValue): LaterKind | null => {
  const stage = requestStage(status)
  if (!isLostStage(stage)) return null
  return stage === 'cancelled' ? 'called-off' : 'rejected-later'
}

interface LaterOutcomes {
  /**
   * Returns the requests that were rejected or cancelled since the shop received them, each once. `changed`: a request
   * with a notice is open again, so the record must be stored.
   */
  readonly look: (
    entries: readonly Entry[],
    statusOf: StatusOf,
  ) => { readonly news: readonly News<LaterKind>[]; readonly changed: boolean }
  /** Marks news that are shown now. */
  readonly noticed: (news: readonly News[]) => void
  /** The record to store, without entries that the outbox no longer has. */
  readonly record: (entries: readonly Entry[]) => Noticed
}

/**
 * Finds requests that the shop received and then rejected or cancelled.
 *
 * A request that was open in this run is news when it is lost. A request that is lost when it is first seen is news only
 * if its entry ended after the record was begun; otherwise its notice may have been shown before there was a record. It is
 * no news if a person matched the entry with this request, because they saw its status.
 */
export const watchLater = ({ since, entries: noticedBefore }: Noticed): LaterOutcomes => {
  const noticed = new Set(noticedBefore)
  /** Entries that need no notice any more: it was shown, it is about to be, or it is no news. */
  const settled = new Set(noticedBefore)
  /** Entries whose request was open, and those whose request was lost, in this run. */
  const open = new Set<string>()
  const lost = new Set<string>()

  const isNews = ({ id, result, settledAt }: Entry): boolean =>
    open.has(id) || (result?.via !== 'adopted' && settledAt !== null && settledAt >= since)

  /** Returns true when the record has to change. */
  const takeAsOpen = (id: string, status: EnumValue): boolean => {
    open.add(id)
    // An unknown status does not say that the request is open again. Neither does a cached row from before the loss.
    if (requestStatusName(status.value) === null || !lost.delete(id)) return false
    settled.delete(id)
    return noticed.delete(id)
  }
  const isLostAnew = (id: string): boolean => {
    lost.add(id)
    if (settled.has(id)) return false
    settled.add(id)
    return true
  }

  return {
    look: (entries, statusOf) => {
      const news: News<LaterKind>[] = []
      let changed = false
      for (const entry of entries) {
        const status = entry.state === 'CONFIRMED' ? statusOf(entry) : null
        if (status === null) continue
        const kind = lostKind(status)
        if (kind === null) changed = takeAsOpen(entry.id, status) || changed
        else if (isLostAnew(entry.id) && isNews(entry)) news.push({ kind, entry })
      }
      return { news, changed }
    },
    noticed: news => {
      for (const { entry } of news) noticed.add(entry.id)
    },
    record: entries => {
      const known = new Set(entries.map(({ id }) => id))
      return { since, entries: [...noticed].filter(id => known.has(id)) }
    },
  }
}
