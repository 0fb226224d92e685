import { fold } from '../../../search/fold.ts'
import { noFilter, type Range, toQuery } from '../../records/filters/filters.ts'
import type { ActivityEvent, ActivityKind } from './events.ts'

export const periods = ['any', 'today', 'week', 'month'] as const satisfies readonly Range[]
export type Period = (typeof periods)[number]

export interface ActivityFilter {
  readonly text: string
  /** Empty means all; so does an empty account. */
  readonly kind: ActivityKind | ''
  readonly accountId: string
  readonly period: Period
}

export const everything: ActivityFilter = { text: '', kind: '', accountId: '', period: 'any' }

const wordsOf = ({ entry: { about, orderItem, result }, requestId, code }: ActivityEvent, who: string): string =>
  fold(
    [
      about.orderNumber ?? about.orderId,
      orderItem,
      about.productName,
      about.customerName,
      about.reasonText,
      requestId ?? result?.requestId,
      result?.easyReturnCode,
      code,
      who,
    ]
      .filter(Boolean)
      .join('\n'),
  )

/** Every word typed must occur, however it is spelt. `whoOf` gives the words for an account, `now` is ms since 1970. */
export const filterEvents = (
  events: readonly ActivityEvent[],
  { text, kind, accountId, period }: ActivityFilter,
  whoOf: (accountId: string) => string,
  now: number,
): readonly ActivityEvent[] => {
  const { from } = toQuery({ ...noFilter, range: period }, now)
  const words = fold(text).split(' ').filter(Boolean)
  return events.filter(event => {
    const { accountId: owner } = event.entry
    if (kind !== '' && event.kind !== kind) return false
    if (accountId !== '' && owner !== accountId) return false
    if (from !== null && event.at < from) return false
    if (words.length === 0) return true
    const said = wordsOf(event, whoOf(owner))
    return words.every(word => said.includes(word))
  })
}
