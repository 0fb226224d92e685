import { carriers, type Reason } from '../data/commerce.ts'
import { stamp, uuidOf } from '../world/format.ts'
import { mix } from '../world/random.ts'
import { changedAt, type RequestRecord, writtenStatusOf } from '../world/request-record.ts'
import { itemIdOf } from '../world/world.ts'
import type { Json } from './address-json.ts'
import { type Language, requestStatusEnum } from './language.ts'

/** A cancellation request as the lists and the bulk answer write it. */
export function requestJson(request: RequestRecord, language: Language, nowMs: number): Json {
  return {
    id: request.id,
    cancellation_type: request.type,
    status: requestStatusEnum(writtenStatusOf(request, nowMs), language),
    easy_return: easyReturnJson(request, language),
    created_date: stamp(request.createdAt),
    modified_date: stamp(changedAt(request, nowMs)),
    uuid: request.uuid,
    description: request.description,
    iban: request.iban,
    holder_name: request.holderName,
    reason: request.reason,
    order_item: itemIdOf(request.slot, request.line),
  }
}

/** The answer to a single create: the only place with the quantity and the loyalty choice. */
export function createdRequestJson(request: RequestRecord, language: Language, nowMs: number): Json {
  return {
    ...requestJson(request, language, nowMs),
    fully_refund_as_loyalty_money: request.asLoyaltyMoney,
    quantity: request.quantity,
  }
}

function easyReturnJson(request: RequestRecord, language: Language): Json | null {
  const carrier = carriers.find(({ pk }) => pk === request.carrier)
  if (request.type !== 'refund' || !carrier) return null
  const code = String(10_000 + (mix(request.id, 71) % 90_000))
  return {
    status: { value: 'active', label: language === 'tr' ? 'Aktif' : 'Active' },
    code,
    end_date: null,
    tracking_url: `https://kargo.example/${carrier.value}?kod=${code}`,
    tracking_number: String(10_000_000 + (mix(request.id, 73) % 90_000_000)),
    shipping_company: { value: carrier.value, label: carrier.label },
    pickup_date: request.pickupDate ?? {},
    start_date: stamp(request.createdAt),
  }
}

/** A cancellation reason. The subject follows the caller's language, the translations are the shop's. */
export function reasonJson(reason: Reason, language: Language, startedAt: number): Json {
  const createdAt = startedAt - 700 * 86_400_000 + reason.id * 3_600_000
  const english = { 'en-us': { subject: reason.en } }
  return {
    id: reason.id,
    cancellation_type: reason.type,
    translations: reason.id % 2 === 1 ? english : { ...english, 'tr-tr': { subject: reason.tr } },
    created_date: stamp(createdAt),
    modified_date: stamp(createdAt + 86_400_000),
    uuid: uuidOf(reason.id, 79),
    subject: language === 'tr' ? reason.tr : reason.en,
    extra_information_needed: reason.extra,
    order: reason.id * 100,
    is_active: reason.active,
  }
}
