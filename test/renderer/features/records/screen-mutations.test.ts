import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { parseJson } from '../../../../src-main/akinon/json.ts'
import { readAddressRow } from '../../../../src-main/akinon/read-customer.ts'
import { readErrors } from '../../../../src-main/akinon/read-errors.ts'
import { readPage } from '../../../../src-main/akinon/read-lists.ts'
import { readOldOrder, readOrder } from '../../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../../src-main/akinon/read-pending.ts'
import { readReason, readRequest } from '../../../../src-main/akinon/read-request.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type {
  CancellationReason,
  CancellationRequest,
  OldOrder,
  Order,
} from '../../../../src-main/contract/resources.ts'
import { reasonText } from '../../../../src-renderer/features/common/words/record-words.ts'
import { statusChoices } from '../../../../src-renderer/features/records/filters/filters.ts'
import { reasonsFor } from '../../../../src-renderer/features/request/form/choices.ts'
import { stampOf } from '../../../../src-renderer/lists/apply-rows.ts'
import { oldOrdersPlan, summariseOldOrder } from '../../../../src-renderer/lists/old-orders.ts'
import { ordersPlan, summariseOrder } from '../../../../src-renderer/lists/orders.ts'
import { pendingPlan, summarisePending } from '../../../../src-renderer/lists/pending.ts'
import { joinRequest, requestsPlan, summariseRequest } from '../../../../src-renderer/lists/requests.ts'
import { listedOf } from '../../../../src-renderer/model/amounts.ts'
import type { PricedLine, PricedOrder } from '../../../../src-renderer/model/priced-order.ts'
import type { SummaryBase } from '../../../../src-renderer/model/summaries.ts'
import { documented } from '../../../main/akinon/documents.ts'
import { type Change, changes, mutate } from '../../../main/akinon/mutate.ts'
import { seedOfRun } from '../../../seed.ts'
import {
  drawForm,
  drawOldOrder,
  drawOrder,
  drawPending,
  drawRefusal,
  drawRequest,
  drawReturnView,
  type Language,
  missingKeys,
  speak,
  spoken,
  wordsOf,
} from './drawn-screens.tsx'
import {
  checkFactAmount,
  checkFound,
  checkListedAmounts,
  checkMarkup,
  checkMoneyBlock,
  checkSays,
  checkSorts,
  checkTitle,
} from './screen-oracles.ts'

// React as it is shipped: its development build takes twice as long and looks at nothing that is asked here.
vi.hoisted(() => {
  process.env['NODE_ENV'] = 'production'
})
vi.mock('react/jsx-dev-runtime', async () => {
  const { Fragment, jsx } = await import('react/jsx-runtime')
  return { Fragment, jsxDEV: jsx }
})

const seed = seedOfRun()
/** `npm run test:faults` runs 10,000. */
const numRuns = Number(process.env['MUTATION_RUNS'] ?? 2_000)
const ask = { page: 1, limit: 20, startedAt: 0 }

/** What one body puts on the screens; `sent` is its text. */
type Show = (value: unknown, sent: string) => void

const summaries: SummaryBase[] = []
const drawn = new Set<string>()

/** Most changes leave the other rows of a list as they were, and many give the same row: one drawing says it all. */
function isDrawn(row: unknown): boolean {
  const stamp = stampOf(JSON.stringify(row))
  if (drawn.has(stamp)) return true
  drawn.add(stamp)
  return false
}

function showEach<T>(read: (row: unknown) => T | null, show: (row: T, sent: string) => void): Show {
  return (value, sent) => {
    for (const row of readPage(value, ask, read)?.rows ?? []) if (!isDrawn(row)) show(row, sent)
  }
}

function keep(summary: SummaryBase, description: string): void {
  expect(typeof description).toBe('string')
  checkFound(summary)
  summaries.push(summary)
}

const titleOf = (number: string | null) => number ?? wordsOf('order.noNumber')

function showOrder(order: Order, sent: string): void {
  const summary = summariseOrder(order)
  keep(summary, ordersPlan.describe(order))
  const html = drawOrder(order, summary)
  checkMarkup(html, sent)
  checkTitle(html, titleOf(order.number))
  checkSays(html, [order.id, ...order.orderitem_set.map(item => item.id)])
  checkListedAmounts(html, [{ price: order.amount }, ...order.orderitem_set.map(item => priced(order, item))])
  checkMoneyBlock(html, order)
}

/** What a line costs by the shop's own figures, else its price as it came. */
const priced = (order: PricedOrder, line: PricedLine & { readonly retail_price: string | null }) => ({
  price: listedOf(order, line) ?? line.price,
  retail_price: line.retail_price,
})

const wholeOrder = readOrder(documented('commerce-order-detail')) as Order
const wholeRequest = readRequest(documented('commerce-create-response-200')) as CancellationRequest

/** The same order at a moment at which every line may go back. */
const refundable = (order: Order): Order => ({
  ...order,
  orderitem_set: order.orderitem_set.map(item => ({
    ...item,
    is_refundable: true,
    active_cancellation_request: null,
    cancellationrequest_set: [],
  })),
})

/** The return view says of each line whether it may go back; the form offers its carriers and the customer's addresses. */
function showReturnView(view: Order, sent: string): void {
  const html = drawReturnView(view, wholeOrder)
  checkMarkup(html, sent)
  checkSays(
    html,
    view.orderitem_set.map(item => item.id),
  )
  if (view.orderitem_set.length === 0) return
  const addresses = [view.shipping_address, view.billing_address].flatMap(address => readAddressRow(address) ?? [])
  const form = drawForm(refundable(view), 'refund', { view, addresses })
  checkMarkup(form, sent)
  checkSays(form, ['request-pickup-address', ...addresses.flatMap(address => address.pk ?? [])])
}

function showRequest(request: CancellationRequest, sent: string): void {
  const alone = summariseRequest(request)
  keep(alone, requestsPlan.describe(request))
  const [item] = summariseOrder(wholeOrder).items
  if (!item) throw new Error('the documented order has no line')
  const joined = joinRequest(alone, { orderId: '1', orderNumber: wholeOrder.number, person: null, item })
  keep(joined, '')
  const html = drawRequest(request, joined)
  checkMarkup(html, sent)
  checkSays(html, [request.id, request.easy_return?.code ?? ''])
}

/** An agreed time for the parcel, as part of a request. */
const showPickupDate: Show = (value, sent) => {
  const request = readRequest({ ...wholeRequest, easy_return: { pickup_date: value } })
  if (request && !isDrawn(request)) showRequest(request, sent)
}

function showOldOrder(order: OldOrder, sent: string): void {
  const summary = summariseOldOrder(order)
  keep(summary, oldOrdersPlan.describe(order))
  const html = drawOldOrder(order, summary)
  checkMarkup(html, sent)
  checkTitle(html, titleOf(order.number))
  checkSays(html, [order.id])
  checkListedAmounts(html, [{ price: order.amount }, ...order.oldorderitem_set])
  checkFactAmount(html, wordsOf('money.total'), order.amount)
  checkFactAmount(html, wordsOf('money.discount'), order.discount_amount)
}

function showPending(order: PendingOrder, sent: string): void {
  const summary = summarisePending(order)
  if (summary) keep(summary, pendingPlan.describe(order))
  const html = drawPending(order, summary)
  checkMarkup(html, sent)
  checkTitle(html, titleOf(order.number))
  checkSays(
    html,
    order.orderitem_set.map(item => item.id),
  )
  const row = summary ? [{ price: order.amount }] : []
  checkListedAmounts(html, [...row, ...order.orderitem_set.map(item => priced(order, item))])
  checkFactAmount(html, wordsOf('money.total'), order.amount)
  checkFactAmount(html, wordsOf('money.discount'), order.discount_amount)
  checkFactAmount(html, wordsOf('money.shipping'), order.shipping_amount)
  checkFactAmount(html, wordsOf('money.refunded'), order.refund_amount)
}

/** Every reason for a cancellation can be chosen by a name of its own. */
const showReasons: Show = (value, sent) => {
  const reasons: readonly CancellationReason[] = readPage(value, ask, readReason)?.rows ?? []
  if (isDrawn(reasons)) return
  const html = drawForm(wholeOrder, 'cancel', { reasons })
  checkMarkup(html, sent)
  const offered = reasonsFor(reasons, 'cancel')
  checkSays(
    html,
    offered.flatMap(reason => [reason.id, reasonText(reason, spoken())]),
  )
}

const showRefusal: Show = (value, sent) => {
  const said = readErrors(value)
  if (isDrawn(said)) return
  const html = drawRefusal(said)
  checkMarkup(html, sent)
  checkSays(
    html,
    said.errors.map(error => error.text),
  )
}

const screens: Readonly<Record<string, Show>> = {
  'commerce-order-detail': showEach(readOrder, showOrder),
  'commerce-orders-list': showEach(readOrder, showOrder),
  'commerce-cancellation-view': showEach(readOrder, showReturnView),
  'commerce-requests-list': showEach(readRequest, showRequest),
  'commerce-create-response-200': showEach(readRequest, showRequest),
  'commerce-bulk-response-201': showEach(readRequest, showRequest),
  'commerce-create-response-400': showRefusal,
  'commerce-create-response-406': showRefusal,
  'commerce-pickup-date': showPickupDate,
  'commerce-reasons-list': showReasons,
  'commerce-old-order-detail': showEach(readOldOrder, showOldOrder),
  'commerce-old-orders-list': showEach(readOldOrder, showOldOrder),
  'omnitron-pending-list': showEach(readPending, showPending),
}

it.each(Object.keys(screens))(
  `%s: ${numRuns} changed bodies are drawn`,
  name => {
    const show = screens[name]
    summaries.length = 0
    drawn.clear()
    const property = fc.property(changes, fc.constantFrom<Language>('tr', 'en'), (made: Change[], language) => {
      const { text } = mutate(name, made)
      const body = parseJson(text)
      if (!body.ok) return
      speak(language)
      show?.(body.value, text)
    })
    fc.assert(property, { seed, numRuns })
    checkSorts([...summaries])
    statusChoices(summaries)
    expect([...missingKeys]).toEqual([])
  },
  300_000,
)
