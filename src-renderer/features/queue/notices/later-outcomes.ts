import { z } from 'zod'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { isLostStage, requestStage, requestStatusName } from '../../../model/request-status.ts'
import type { LaterKind, News } from './outcomes.ts'

/** What is kept over restarts, so that no loss is told twice. Entry ids only, no personal data. */
export const toldSchema = z.object({
  /** When this record was begun (ms since 1970). */
  since: z.number(),
  /** Entries whose loss was told. One that the shop opens again leaves the list. */
  entries: z.array(z.string()),
})
export type Told = z.infer<typeof toldSchema>

/** What the shop's list on this computer says of an entry's request; null where the list does not have it. */
export type StatusOf = (entry: Entry) => EnumValue | null

const lostKind = (status: EnumValue): LaterKind | null => {
  const stage = requestStage(status)
  if (!isLostStage(stage)) return null
  return stage === 'cancelled' ? 'called-off' : 'rejected-later'
}

export interface LaterOutcomes {
  /**
   * The requests that the shop received and that have come to nothing since, each once. `changed` when one that was told
   * before stands again, so that the record has to be kept anew.
   */
  readonly look: (
    entries: readonly Entry[],
    statusOf: StatusOf,
  ) => { readonly news: readonly News<LaterKind>[]; readonly changed: boolean }
  /** These are told now. */
  readonly told: (news: readonly News[]) => void
  /** What to keep, without the entries that the outbox no longer has. */
  readonly record: (entries: readonly Entry[]) => Told
}

/**
 * Finds requests that the shop received and then rejected, or that were called off there.
 *
 * Whatever was seen standing in this run is news as soon as it is lost. One that is lost when it is first seen is news if
 * the entry ended after the record was begun: had its loss been told, the record would have it. It is no news if the entry
 * is older than the record, or if a person matched the entry with this very request, whose state they saw.
 */
export const watchLater = ({ since, entries: toldBefore }: Told): LaterOutcomes => {
  const told = new Set(toldBefore)
  /** Told, about to be told, or not worth telling. */
  const settled = new Set(toldBefore)
  /** Seen standing, and seen lost, in this run. */
  const stood = new Set<string>()
  const lost = new Set<string>()

  const isNews = ({ id, result, settledAt }: Entry): boolean =>
    stood.has(id) || (result?.via !== 'adopted' && settledAt !== null && settledAt >= since)

  /** True when the record no longer holds. A copy in the cache that is older than what was told proves nothing. */
  const stands = (id: string, status: EnumValue): boolean => {
    stood.add(id)
    // A status that no document names takes nothing back.
    if (requestStatusName(status.value) === null || !lost.delete(id)) return false
    settled.delete(id)
    return told.delete(id)
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
        if (kind === null) changed = stands(entry.id, status) || changed
        else if (isLostAnew(entry.id) && isNews(entry)) news.push({ kind, entry })
      }
      return { news, changed }
    },
    told: news => {
      for (const { entry } of news) told.add(entry.id)
    },
    record: entries => {
      const known = new Set(entries.map(({ id }) => id))
      return { since, entries: [...told].filter(id => known.has(id)) }
    },
  }
}
