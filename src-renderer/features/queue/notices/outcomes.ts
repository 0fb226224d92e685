import type { TFunction } from 'i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { SystemNotice } from '../../../../src-main/contract/calls.ts'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { RecordRef } from '../../common/navigation/use-open-record.ts'

/** How a request comes to nothing after the shop received it; see later-outcomes.ts. */
const laterKinds = ['rejected-later', 'called-off'] as const
export type LaterKind = (typeof laterKinds)[number]

const outcomeKinds = ['confirmed', 'rejected', 'needs-review', ...laterKinds] as const
type OutcomeKind = (typeof outcomeKinds)[number]

/** How one request has just ended, or that it can't go on without a person. */
export interface News<Kind extends OutcomeKind = OutcomeKind> {
  readonly kind: Kind
  readonly entry: Entry
}

export const isLater = (kind: OutcomeKind): kind is LaterKind => laterKinds.some(later => later === kind)

const kindOf: Readonly<Partial<Record<EntryState, OutcomeKind>>> = {
  CONFIRMED: 'confirmed',
  REJECTED: 'rejected',
  NEEDS_REVIEW: 'needs-review',
}

/** What changed by itself between two snapshots of the outbox. The user's own actions are not news. */
export const newsBetween = (before: readonly Entry[], after: readonly Entry[]): readonly News[] => {
  const known = new Map(before.map(entry => [entry.id, entry]))
  return after.flatMap((entry): News[] => {
    const kind = kindOf[entry.state]
    const earlier = known.get(entry.id)
    const isOwnDoing = earlier?.state === 'DROPPED' || entry.result?.via === 'adopted'
    return kind === undefined || earlier === undefined || earlier.state === entry.state || isOwnDoing
      ? []
      : [{ kind, entry }]
  })
}

/** The longest that main accepts (contract/calls.ts). */
const longestBody = 500

const titleOf = ({ kind, entry }: News, t: TFunction): string =>
  isLater(kind) ? t(`notice.later.${kind}.${entry.command.payload.cancellation_type}`) : t(`notice.one.${kind}`)

/**
 * The words of one notice. Of personal data it holds an order's number and a product's name, when it is about one
 * request, and none when it sums up several.
 */
export const noticeOf = (news: readonly News[], t: TFunction): SystemNotice | null => {
  const [first, ...others] = news
  if (first === undefined) return null
  if (others.length === 0) {
    const { id, about } = first.entry
    const body = joinedTexts([about.orderNumber, about.productName?.slice(0, 200)], ' · ').slice(0, longestBody)
    return { title: titleOf(first, t), body, entryId: id }
  }
  const counts = outcomeKinds
    .map(kind => ({ kind, count: news.filter(one => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
  const body = joinedTexts(
    counts.map(({ kind, count }) => t(`notice.some.${kind}`, { count })),
    ' · ',
  )
  // A click opens the first entry that needs the user.
  const urgent = news.find(one => one.kind !== 'confirmed')
  return { title: t('notice.several', { count: news.length }), body, entryId: urgent?.entry.id ?? null }
}

/** Where a request that the shop took can be seen: its line. Null for one that the outbox shows better, or whose account is gone. */
export const orderTaken = (entry: Entry | undefined, accounts: readonly Pick<Account, 'id'>[]): RecordRef | null =>
  entry?.state === 'CONFIRMED' && accounts.some(({ id }) => id === entry.accountId)
    ? { accountId: entry.accountId, screen: 'orders', id: entry.about.orderId, line: entry.orderItem }
    : null
