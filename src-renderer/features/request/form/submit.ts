import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { EntryAbout } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { lineEstimate, partOf } from '../../../model/amounts.ts'
import { currencyOf, quantityOf } from '../../../model/priced-order.ts'
import type { Draft, Outbox } from '../../../outbox/types.ts'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import { reasonText } from '../../common/words/record-words.ts'
import type { FormChoices } from './choices.ts'
import type { RequestDraft } from './drafts.ts'
import { toPayload } from './form.ts'

/** A line with its order. */
export interface OrderedItem {
  readonly order: Order
  readonly item: OrderItem
}

interface EnqueueInput {
  readonly outbox: Outbox
  readonly account: Account
  readonly lines: readonly OrderedItem[]
  readonly draft: RequestDraft
  readonly choices: FormChoices
  readonly language: string
}

interface EnqueueResult {
  /** Order items whose entry is on disk. */
  readonly saved: readonly string[]
  /** Those entries, in the same order. */
  readonly ids: readonly string[]
  readonly failure: Failure | null
}

const aboutOf = (
  { draft, choices, language }: EnqueueInput,
  { order, item }: OrderedItem,
  quantity: number | null,
): EntryAbout => {
  const reason = choices.reasons.find(each => each.id === draft.form.reason)
  const currency = currencyOf(order, item)
  const line = lineEstimate(order, item)
  return {
    orderId: order.id,
    orderNumber: order.number,
    productName: item.product?.name ?? item.product?.sku ?? null,
    customerName: customerNameOf(order) ?? order.user_email,
    reasonText: reason ? reasonText(reason, language) : null,
    amount: partOf(line, quantity, currency),
    currency,
    line,
  }
}

const outboxDraftsOf = (input: EnqueueInput): readonly Draft[] =>
  input.lines.flatMap((ordered): Draft[] => {
    const { item } = ordered
    const line = input.draft.lines.get(item.id)
    if (!line) return []
    const formLine = { orderItem: item.id, quantity: line.quantity, maxQuantity: quantityOf(item) }
    const payload = toPayload(input.draft.form, formLine)
    return payload
      ? [
          {
            id: line.id,
            accountId: input.account.id,
            payload,
            about: aboutOf(input, ordered, payload.quantity ?? null),
          },
        ]
      : []
  })

/** Saves one entry for each line, all at once. Lines that could not be saved stay in the form. */
export const enqueueLines = async (input: EnqueueInput): Promise<EnqueueResult> => {
  const drafts = outboxDraftsOf(input)
  const [first] = drafts
  // The first line's id names the batch: the same form submitted twice is the same batch.
  const batch = first && drafts.length > 1 ? { batch: first.id } : {}
  const replies = await input.outbox.enqueueAll(drafts.map(draft => ({ ...draft, ...batch })))
  const kept = drafts.filter((_, index) => replies[index]?.ok === true)
  const saved = kept.map(draft => draft.payload.order_item)
  const refused = replies.find(reply => !reply.ok)
  return { saved, ids: kept.map(({ id }) => id), failure: refused && !refused.ok ? refused.failure : null }
}
