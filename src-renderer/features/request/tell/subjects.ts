import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { CancellationRequest, Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { entryFigure, type Figure, lineFigure, linesFigure, requestFigure } from '../../../model/amounts.ts'
import { nameOfParts } from '../../../model/direction.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { type EntriesByItem, madeBy, overlayOf } from '../../../model/entries.ts'
import { companyName, enumText } from '../../../model/enum-text.ts'
import { openRequestOf, ownIdOf, requestIdsOf, requestsOfItem } from '../../../model/item-requests.ts'
import { statusOfItem } from '../../../model/order-status.ts'
import { currencyOf } from '../../../model/priced-order.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { readMoment } from '../../../model/times.ts'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import { requestRowFigure } from '../../common/services/figures.ts'
import { tellableCarrier } from '../../common/words/record-words.ts'
import {
  situationOfCancelStatus,
  situationOfEntry,
  situationOfRequest,
  situationOfTypes,
  situationOfWhyNot,
  type ToTell,
  type WayBack,
} from './situations.ts'
import { noFacts, type TellFacts } from './variables.ts'

/** A topic to tell a customer about: a line, a request or a waiting order. */
export interface TellSubject {
  readonly id: string
  /** The label in the list of several subjects. */
  readonly name: string | null
  readonly toTell: ToTell
  readonly facts: TellFacts
}

/** Facts that all subjects of a screen share. */
export interface TellScene {
  readonly shopName: string | null
  readonly shopIsAway: boolean
  /** YYYY-MM-DD on this computer's calendar. */
  readonly today: string
}

/** Null for an e-mail address, which rows and entries have if the customer's name is unknown. */
const nameIn = (person: string | null): string | null => (person?.includes('@') ? null : person)

const wayOf = (facts: TellFacts): WayBack => ({
  type: facts.type,
  returnCode: facts.returnCode,
  carrier: facts.carrier,
  pickup: facts.pickup,
})

/** The subject of an entry. It has all facts except the carrier's name, which the order's line may have. */
export const entrySubject = (
  entry: Entry,
  scene: TellScene,
  figure: Figure | null,
  carrier: string | null = null,
): TellSubject => {
  const { about, command, result } = entry
  const { payload } = command
  const hours = payload.pickup_date?.hour_range
  const facts: TellFacts = {
    ...noFacts,
    customerName: nameIn(about.customerName),
    orderNumber: about.orderNumber,
    productName: about.productName,
    type: payload.cancellation_type,
    requestId: ownIdOf(result?.requestId),
    returnCode: result?.easyReturnCode ?? null,
    carrier,
    pickup: payload.pickup_date
      ? { date: payload.pickup_date.date, start: hours?.start ?? null, end: hours?.end ?? null }
      : null,
    figure,
    currency: about.currency,
    refusal: entry.lastFailure,
    shopName: scene.shopName,
  }
  const toTell = situationOfEntry(entry, scene.shopIsAway, wayOf(facts), scene.today)
  return { id: `entry ${entry.id}`, name: about.productName, toTell, facts }
}

/** The subject of a request at the shop, with the known facts of its line. */
export const requestSubject = (
  request: CancellationRequest,
  known: Partial<TellFacts>,
  { shopName, today }: TellScene,
): TellSubject => {
  const back = request.easy_return
  const facts: TellFacts = {
    ...noFacts,
    ...known,
    shopName,
    type: request.cancellation_type,
    requestId: ownIdOf(request.id),
    returnCode: back?.code ?? null,
    returnEnds: back?.end_date ?? null,
    carrier: tellableCarrier(enumText(back?.shipping_company)),
    trackingNumber: back?.tracking_number ?? known.trackingNumber ?? null,
    requestStatus: request.status,
    pickup: back?.pickup_date ?? null,
  }
  const toTell = situationOfRequest(request.status, wayOf(facts), today)
  return { id: `request ${request.id}`, name: facts.productName, toTell, facts }
}

/** The facts about a request's order from the list of requests. */
export const knownOf = (summary: RequestSummary | undefined, entry: Entry | null): Partial<TellFacts> =>
  summary
    ? {
        customerName: nameIn(summary.person),
        orderNumber: summary.orderNumber,
        productName: summary.productName,
        figure: requestRowFigure(summary, entry),
        currency: entry?.about.currency ?? summary.currency,
      }
    : {}

const latestOf = (requests: readonly CancellationRequest[]): CancellationRequest | null =>
  requests.reduce<CancellationRequest | null>(
    (latest, each) =>
      latest === null || (readMoment(each.created_date) ?? 0) > (readMoment(latest.created_date) ?? 0) ? each : latest,
    null,
  )

const lineSubject = (item: OrderItem, order: Order, entries: EntriesByItem, scene: TellScene): TellSubject => {
  const lane = entries.get(item.id) ?? []
  const overlay = overlayOf(lane, requestIdsOf(item))
  const request = openRequestOf(item) ?? latestOf(requestsOfItem(item))
  const known: TellFacts = {
    ...noFacts,
    customerName: customerNameOf(order),
    orderNumber: order.number,
    productName: item.product?.name ?? null,
    figure: request ? requestFigure(request, order, madeBy(lane, request.id), item.id) : lineFigure(order, item),
    currency: currencyOf(order, item),
    status: statusOfItem(item, order),
    trackingNumber: item.tracking_number ?? order.tracking_number,
    shopName: scene.shopName,
  }
  if (overlay) {
    const company = item.available_easy_return_shipping_companies.find(
      each => each.pk !== null && each.pk === overlay.command.payload.shipping_company,
    )
    const carrier = company ? tellableCarrier(companyName(company)) : null
    return entrySubject(overlay, scene, entryFigure(overlay, order), carrier)
  }
  if (request) return { ...requestSubject(request, known, scene), name: known.productName }
  const { types, whyNot } = eligibilityOf(item, order, null)
  const toTell = whyNot ? situationOfWhyNot(whyNot) : situationOfTypes(types)
  return { id: `line ${item.id}`, name: known.productName, toTell, facts: known }
}

const urgency = ({ id, toTell }: TellSubject): number => {
  if (toTell.kind === 'none') return 3
  return id.startsWith('entry ') ? 0 : id.startsWith('request ') ? 1 : 2
}

/** One subject for each line, those with an entry first, then those with a request. */
export const orderSubjects = (order: Order, entries: EntriesByItem, scene: TellScene): readonly TellSubject[] =>
  order.orderitem_set.map(item => lineSubject(item, order, entries, scene)).sort((a, b) => urgency(a) - urgency(b))

const linesIn = (order: PendingOrder, status: string) =>
  order.orderitem_set.filter(item => item.cancel_status === status)

/** The waiting lines of an order from Omnitron. Omnitron gives article numbers only, so there is no product name. */
export const pendingSubjects = (order: PendingOrder, scene: TellScene): readonly TellSubject[] => {
  const person = nameOfParts(order.customer?.first_name, order.customer?.last_name)
  const statuses = [
    ...new Set(order.orderitem_set.flatMap(item => (item.cancel_status?.trim() ? [item.cancel_status] : []))),
  ]
  return statuses.map(status => ({
    id: `pending ${status}`,
    name: linesIn(order, status)
      .map(item => item.product_sku ?? item.id)
      .join(', '),
    toTell: situationOfCancelStatus(status),
    facts: {
      ...noFacts,
      customerName: person || null,
      orderNumber: order.number,
      figure: linesFigure(order, linesIn(order, status)),
      currency: order.currency.value,
      status: order.status,
      trackingNumber: order.tracking_number,
      shopName: scene.shopName,
    },
  }))
}
