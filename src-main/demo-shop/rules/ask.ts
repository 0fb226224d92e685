import { carriers, reasons } from '../data/commerce.ts'
import type { Language } from '../json/language.ts'
import type { Shop } from '../state/shop.ts'
import type { LineFacts } from '../world/facts.ts'
import { addressesOf, type Person } from '../world/people.ts'
import type { RequestRecord } from '../world/request-record.ts'
import { ownerOf, placeOfItemId } from '../world/world.ts'
import { type Fields, has, integerIn, pickupDateIn, textIn } from './fields.ts'
import { say } from './messages.ts'

/** A refusal as it goes over the wire. */
interface Refusal {
  readonly status: 400 | 406
  readonly body: Record<string, unknown>
}

export type Draft = Omit<RequestRecord, 'id' | 'uuid' | 'createdAt' | 'decideAt' | 'settleAt' | 'outcome'>

type Verdict = { readonly draft: Draft } | { readonly refusal: Refusal }

/** Holds what a customer asks for against the shop's rules. Changes nothing. */
export function judge(shop: Shop, person: Person, fields: Fields, language: Language): Verdict {
  const wrong = (field: string, text: string | string[]): Verdict => ({
    refusal: { status: 400, body: { [field]: text } },
  })
  const no = (text: string, code: string): Verdict => ({
    refusal: { status: 406, body: { non_field_errors: text, error_code: `cancellation_request_100_${code}` } },
  })

  const type = fields['cancellation_type']
  if (type !== 'cancel' && type !== 'refund')
    return wrong('cancellation_type', [say(has(fields, 'cancellation_type') ? 'type' : 'required', language)])
  for (const field of ['order_item', 'reason']) {
    if (!has(fields, field)) return wrong(field, [say('required', language)])
    if (integerIn(fields, field) === undefined) return wrong(field, [say('number', language)])
  }
  const found = findLine(shop, person, integerIn(fields, 'order_item') ?? 0)
  if (!found) return wrong('order_item', [say('item', language)])

  const reason = reasons.find(row => row.id === integerIn(fields, 'reason'))
  if (!reason?.active || reason.type !== type) return wrong('reason', [say('reason', language)])
  const texts = { description: 2000, iban: 64, holder_name: 128 } as const
  for (const [field, limit] of Object.entries(texts)) {
    if (has(fields, field) && textIn(fields, field, limit) === undefined) return wrong(field, [say('text', language)])
  }
  const description = textIn(fields, 'description', texts.description)
  if (reason.extra && !description?.trim()) return wrong('description', [say('explain', language)])

  if (found.active) return no(say('open', language), '1')
  if (type === 'cancel' && !found.cancellable) return no(say('notCancellable', language), '3')
  if (type === 'refund' && !found.refundable) return no(say('notRefundable', language), '3')

  const quantity = has(fields, 'quantity') ? integerIn(fields, 'quantity') : found.remaining
  if (quantity === undefined || quantity < 1) return wrong('quantity', [say('number', language)])
  if (quantity > found.remaining) return wrong('quantity', say('quantity', language))

  const carrier = has(fields, 'shipping_company') ? integerIn(fields, 'shipping_company') : undefined
  if (has(fields, 'shipping_company') && !carriers.slice(0, 3).some(({ pk }) => pk === carrier)) {
    return wrong('shipping_company', [say('carrier', language)])
  }
  const address = has(fields, 'pickup_address') ? integerIn(fields, 'pickup_address') : undefined
  if (type === 'refund' && found.line.product.large && !has(fields, 'pickup_address'))
    return no(say('pickup', language), '8')
  if (has(fields, 'pickup_address') && !addressesOf(shop.world, person).some(({ pk }) => pk === address)) {
    return wrong('pickup_address', [say('address', language)])
  }
  const pickupDate = has(fields, 'pickup_date') ? pickupDateIn(fields) : null
  if (pickupDate === undefined) return wrong('pickup_date', [say('pickupDate', language)])

  return {
    draft: {
      slot: placeOfItemId(found.line.id).slot,
      line: found.line.index,
      type,
      reason: reason.id,
      description: description ?? null,
      iban: textIn(fields, 'iban', texts.iban) ?? null,
      holderName: textIn(fields, 'holder_name', texts.holder_name) ?? null,
      carrier: type === 'refund' ? (carrier ?? carriers[0]?.pk ?? null) : null,
      pickupAddress: address ?? null,
      pickupDate,
      quantity,
      asLoyaltyMoney: fields['fully_refund_as_loyalty_money'] === true,
    },
  }
}

/** A line of one of the customer's own orders; anybody else's does not exist for them. */
function findLine(shop: Shop, person: Person, itemId: number): LineFacts | undefined {
  const { slot, line } = placeOfItemId(itemId)
  if (ownerOf(slot).customerKey !== person.key) return undefined
  return shop.order(slot)?.lines[line]
}
