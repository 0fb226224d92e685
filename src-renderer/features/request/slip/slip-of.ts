import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import type {
  Address,
  CancellationReason,
  CancellationRequest,
  Order,
  OrderItem,
  PickupDate,
} from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { entryFigure, type Figure, requestFigure } from '../../../model/amounts.ts'
import { companyName, enumText } from '../../../model/enum-text.ts'
import { ownIdOf } from '../../../model/item-requests.ts'
import { piecesOf, quantityOf } from '../../../model/priced-order.ts'
import { maskIban } from '../../../ui/format/private-numbers.ts'
import { addressLine, customerNameOf } from '../../common/parts/address-block.tsx'
import { reasonText } from '../../common/words/record-words.ts'

export type SlipLanguage = 'tr' | 'en'

/** The state of a request: its status at the shop, or its state in the outbox. */
export type SlipState =
  | { readonly kind: 'at-shop'; readonly status: EnumValue | null }
  | { readonly kind: 'on-its-way'; readonly state: Exclude<EntryState, 'CONFIRMED' | 'DROPPED'> }

export interface SlipPart {
  readonly key: string
  readonly productName: string | null
  readonly quantity: string | null
  readonly type: string | null
  readonly reason: string | null
  readonly figure: Figure | null
  readonly currency: string | null
  readonly reference: string | null
  readonly requestId: string | null
  readonly state: SlipState
  readonly returnCode: string | null
  readonly returnUntil: string | null
  readonly carrier: string | null
  readonly pickupAddress: string | null
  readonly pickup: PickupDate | null
  readonly maskedIban: string | null
}

export interface Slip {
  readonly shopName: string | null
  readonly orderNumber: string | null
  readonly customerName: string | null
  /** When the first of the requests was made, milliseconds since 1970 or the shop's text. */
  readonly madeAt: number | string | null
  readonly parts: readonly SlipPart[]
}

/** The data for a slip. An entry and the request it became are one part. */
export interface SlipSources {
  readonly account: Account | null
  readonly order: Order | null
  readonly orderNumber: string | null
  readonly entries: readonly Entry[]
  readonly requests: readonly CancellationRequest[]
  readonly reasons: readonly CancellationReason[]
  readonly addresses: readonly Address[]
  readonly language: SlipLanguage
}

/** The first eight characters of an entry's id: short enough to read out on the phone. */
export const shortReference = (entryId: string): string => entryId.replaceAll('-', '').slice(0, 8).toUpperCase()

const stateOf = (entry: Entry | null, request: CancellationRequest | null): SlipState => {
  if (request !== null) return { kind: 'at-shop', status: request.status }
  if (entry === null || entry.state === 'CONFIRMED' || entry.state === 'DROPPED')
    return { kind: 'at-shop', status: null }
  return { kind: 'on-its-way', state: entry.state }
}

/** The quantity if the request has none: known only for lines that are requested as a whole. */
const piecesAsked = (item: OrderItem): string | null =>
  quantityOf(item) === 1 ? (piecesOf(item)?.toFixed() ?? item.quantity) : null

const figureOf = (entry: Entry | null, request: CancellationRequest | null, order: Order | null): Figure | null => {
  if (request !== null) return requestFigure(request, order, entry)
  return entry === null ? null : entryFigure(entry, order)
}

const partOf = (entry: Entry | null, request: CancellationRequest | null, sources: SlipSources): SlipPart => {
  const { order, reasons, addresses, language } = sources
  const asked = entry?.command.payload ?? null
  const itemId = entry?.orderItem ?? request?.order_item ?? null
  const item = order?.orderitem_set.find(each => each.id === itemId) ?? null
  const reasonId = request?.reason ?? asked?.reason ?? null
  const reason = reasons.find(each => each.id === reasonId)
  const back = request?.easy_return ?? null
  const companyId = asked?.shipping_company
  const company = item?.available_easy_return_shipping_companies.find(each => each.pk === companyId)
  const places = [...addresses, order?.shipping_address ?? null, order?.billing_address ?? null]
  const place = places.find(each => each?.pk != null && each.pk === asked?.pickup_address) ?? null
  const day = asked?.pickup_date
  const requestId = request?.id ?? entry?.result?.requestId ?? null
  const iban = request?.iban ?? asked?.iban ?? null
  return {
    key: entry?.id ?? request?.id ?? '',
    productName: entry?.about.productName ?? item?.product?.name ?? item?.product?.sku ?? null,
    quantity: request?.quantity ?? asked?.quantity?.toString() ?? (item ? piecesAsked(item) : null),
    type: request?.cancellation_type ?? asked?.cancellation_type ?? null,
    reason: reason ? reasonText(reason, language) : (entry?.about.reasonText ?? null),
    figure: figureOf(entry, request, order),
    currency: entry?.about.currency ?? item?.price_currency.value ?? order?.currency.value ?? null,
    reference: entry ? shortReference(entry.id) : null,
    requestId: ownIdOf(requestId),
    state: stateOf(entry, request),
    returnCode: back?.code || entry?.result?.easyReturnCode || null,
    returnUntil: back?.end_date ?? null,
    carrier: enumText(back?.shipping_company) ?? (company === undefined ? null : companyName(company)),
    pickupAddress: place ? addressLine(place) : null,
    pickup:
      back?.pickup_date ??
      (day ? { date: day.date, start: day.hour_range?.start ?? null, end: day.hour_range?.end ?? null } : null),
    maskedIban: iban ? maskIban(iban) : null,
  }
}

/** The slip for these entries and requests, without discarded entries. */
export const slipOf = (sources: SlipSources): Slip => {
  const { account, order, requests } = sources
  const entries = sources.entries.filter(entry => entry.state !== 'DROPPED')
  const madeBy = new Map(entries.flatMap(entry => (entry.result ? [[entry.result.requestId, entry] as const] : [])))
  const byId = new Map(requests.map(request => [request.id, request]))
  return {
    shopName: account?.shop.name ?? null,
    orderNumber: sources.orderNumber ?? order?.number ?? entries[0]?.about.orderNumber ?? null,
    customerName: entries[0]?.about.customerName ?? (order ? customerNameOf(order) : null),
    madeAt: entries[0]?.createdAt ?? requests[0]?.created_date ?? null,
    parts: [
      ...entries.map(entry => partOf(entry, byId.get(entry.result?.requestId ?? '') ?? null, sources)),
      ...requests.filter(({ id }) => !madeBy.has(id)).map(request => partOf(null, request, sources)),
    ],
  }
}
