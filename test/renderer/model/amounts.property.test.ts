import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../../src-main/contract/entries.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { figureOfLine } from '../../../src-renderer/features/common/parts/line.tsx'
import { ownFiguresOf, requestRowFigure } from '../../../src-renderer/features/common/services/figures.ts'
import { outboxTable } from '../../../src-renderer/features/queue/outbox/outbox-table.ts'
import { summaryOf } from '../../../src-renderer/features/queue/summary/summary-of.ts'
import { itemsOf } from '../../../src-renderer/features/records/customers/person.ts'
import { openRequestsOf } from '../../../src-renderer/features/records/orders/order-money.tsx'
import { emptyForm } from '../../../src-renderer/features/request/form/form.ts'
import { reviewFigure, totalsOf } from '../../../src-renderer/features/request/form/request-total.tsx'
import { enqueueLines } from '../../../src-renderer/features/request/form/submit.ts'
import { slipOf } from '../../../src-renderer/features/request/slip/slip-of.ts'
import { entrySubject, knownOf, orderSubjects } from '../../../src-renderer/features/request/tell/subjects.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { joinRequest, summariseRequest } from '../../../src-renderer/lists/requests.ts'
import { entryFigure, estimateOf, type Figure, lineEstimate } from '../../../src-renderer/model/amounts.ts'
import { addMoney, readDecimal, subtractMoney } from '../../../src-renderer/model/decimal.ts'
import { groupByItem } from '../../../src-renderer/model/entries.ts'
import { currencyOf, quantityOf } from '../../../src-renderer/model/priced-order.ts'
import { newEntry } from '../../../src-renderer/outbox/enqueue.ts'
import type { Outbox } from '../../../src-renderer/outbox/types.ts'
import { seedOfRun } from '../../seed.ts'
import { code, customer, item, noFigures, order, request } from '../fakes/screen-rows.ts'

const seed = seedOfRun()
const note = `TEST_SEED=${seed}`
const { t } = await setupI18n('en')
const cents = (most: number) => fc.integer({ min: 0, max: most }).map(n => (n / 100).toFixed(2))

interface Case {
  readonly order: Order
  /** How many pieces are asked for of each line; 0 asks for none. */
  readonly asked: readonly number[]
}

/** An order whose figures add up, its lines written in each of the ways that shops write them. */
const added: fc.Arbitrary<Case> = fc
  .record({
    lines: fc.array(
      fc.record({
        unit: fc.integer({ min: 1, max: 2_000_000 }),
        pieces: fc.integer({ min: 1, max: 5 }),
        written: fc.constantFrom('price', 'unit', 'total', 'both'),
        asked: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    discount: fc.double({ min: 0, max: 0.9, noNaN: true }),
    shipping: cents(10_000),
    before: fc.boolean(),
  })
  .map(({ lines, discount, shipping, before }) => {
    const money = (value: number) => (value / 100).toFixed(2)
    const goods = lines.reduce((sum, { unit, pieces }) => sum + unit * pieces, 0)
    const off = money(Math.floor(goods * discount))
    const whole = addMoney([money(goods), shipping])
    const items = lines.map(({ unit, pieces, written }, at) =>
      item(String(at + 1), {
        status: code('550'),
        quantity: pieces === 1 ? null : String(pieces),
        price: money(written === 'unit' || written === 'both' ? unit : unit * pieces),
        ...(written === 'unit' || written === 'both' ? { unit_price: money(unit) } : {}),
        ...(written === 'total' || written === 'both' ? { total_amount: money(unit * pieces) } : {}),
      }),
    )
    return {
      order: order(items, {
        amount: subtractMoney(whole, off),
        amount_without_discount: before ? whole : null,
        discount_amount: off,
        shipping_amount: shipping,
        refund_amount: '0.00',
      }),
      asked: lines.map(({ asked, pieces }) => Math.min(asked, pieces)),
    }
  })

/** The entries that the form saves for what is asked. */
const saved = async ({ order: of, asked }: Case): Promise<readonly Entry[]> => {
  const chosen = of.orderitem_set.filter((_, at) => (asked[at] ?? 0) > 0)
  const entries: Entry[] = []
  const outbox: Pick<Outbox, 'enqueueAll'> = {
    enqueueAll: async drafts => {
      entries.push(...drafts.map((draft, at) => newEntry(draft, at + 1, 1_000)))
      return entries.map(value => ({ ok: true, value }))
    },
  }
  await enqueueLines({
    outbox: outbox as Outbox,
    account: customer,
    lines: chosen.map(line => ({ order: of, item: line })),
    draft: {
      lines: new Map(of.orderitem_set.map((line, at) => [line.id, { id: `e${line.id}`, quantity: asked[at] ?? null }])),
      form: { ...emptyForm, type: 'refund', reason: '5' },
      step: 'review',
    } as Parameters<typeof enqueueLines>[0]['draft'],
    choices: { reasons: [], companies: [], addresses: [] } as unknown as Parameters<typeof enqueueLines>[0]['choices'],
    language: 'en',
  })
  return entries
}

const scene = { shopName: null, shopIsAway: false, today: '2026-11-30' }
const slipSources = {
  account: customer,
  orderNumber: null,
  requests: [],
  reasons: [],
  addresses: [],
  language: 'en',
} as const
const amountAt = (table: ReturnType<typeof outboxTable>, row: number) =>
  table.rows[row]?.[table.columns.findIndex(({ title }) => title === t('export.column.amount'))]

it('every place gives the same figure for what was asked', async () => {
  await fc.assert(
    fc.asyncProperty(added, async one => {
      const { order: of, asked } = one
      const entries = await saved(one)
      const lanes = groupByItem(entries, customer.id)
      const review = of.orderitem_set.flatMap((line, at) =>
        (asked[at] ?? 0) > 0
          ? [
              {
                quantity: asked[at] ?? null,
                maxQuantity: quantityOf(line),
                line: lineEstimate(of, line),
                currency: currencyOf(of, line),
              },
            ]
          : [],
      )
      const figures = review.map(reviewFigure)
      const table = outboxTable(entries, [customer], noFigures, t)
      const slips = slipOf({ ...slipSources, order: of, entries }).parts
      const subjects = new Map(orderSubjects(of, lanes, scene).map(({ id, facts }) => [id, facts.figure]))
      const page = new Map(
        itemsOf([], entries, noFigures).map(each => [each.kind === 'entry' ? each.entry.id : '', each.figure]),
      )
      for (const [at, made] of entries.entries()) {
        const figure = figures[at] ?? null
        const line = of.orderitem_set.find(({ id }) => id === made.orderItem)
        if (!line) throw new Error(note)
        expect(made.about.amount, note).toBe(figure?.amount ?? null)
        expect(entryFigure(made, null), note).toEqual(figure)
        expect(entryFigure(made, of), note).toEqual(figure)
        expect(slips[at]?.figure, note).toEqual(figure)
        expect(subjects.get(`entry ${made.id}`), note).toEqual(figure)
        expect(entrySubject(made, scene, entryFigure(made, null)).facts.figure, note).toEqual(figure)
        expect(page.get(made.id), note).toEqual(figure)
        expect(amountAt(table, at), note).toBe(figure?.amount ?? '')
        expect(
          figureOfLine({ order: of, item: line, overlay: made, lane: [made], able: false, selected: null }),
          note,
        ).toEqual(figure)
      }
      const [total] = totalsOf(review)
      const [card] = openRequestsOf(of, lanes)
      const [sum] = summaryOf(entries, { from: 0, to: 2_000 }, noFigures, () => null).amounts
      expect(card?.amount ?? null, note).toBe(total?.figure?.amount ?? null)
      if (card?.amount) expect(sum?.sum, note).toBe(card.amount)
    }),
    { seed, numRuns: 150 },
  )
})

it('a request made here has one figure in its list, its sentence and on its slip, whatever the list leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(added, fc.boolean(), async (one, isSaid) => {
      const entries = await saved(one)
      for (const queued of entries) {
        const made: Entry = {
          ...queued,
          state: 'CONFIRMED',
          result: { requestId: '900', via: 'response', easyReturnCode: null },
        }
        const quantity = isSaid ? String(made.command.payload.quantity ?? 1) : null
        const asked = request({ order_item: made.orderItem, quantity })
        const items = one.order.orderitem_set.map(line =>
          line.id === made.orderItem ? { ...line, cancellationrequest_set: [asked] } : line,
        )
        const of = { ...one.order, orderitem_set: items }
        const brief = summariseOrder(of).items.find(({ id }) => id === made.orderItem)
        if (!brief) throw new Error(note)
        const row = joinRequest(summariseRequest(asked), {
          orderId: of.id,
          orderNumber: of.number,
          person: null,
          item: brief,
        })
        const figure = entryFigure(made, of)
        expect(requestRowFigure(row, made), note).toEqual(figure)
        expect(knownOf(row, made).figure, note).toEqual(figure)
        expect(
          slipOf({ ...slipSources, order: of, entries: [made], requests: [asked] }).parts[0]?.figure,
          note,
        ).toEqual(figure)
        expect(openRequestsOf(of, groupByItem([made], customer.id))[0]?.amount ?? null, note).toBe(
          figure?.amount ?? null,
        )
        // Somebody else's request of as many pieces comes to as much, where the shop says how many.
        if (isSaid) expect(requestRowFigure(row, null), note).toEqual(figure)
      }
    }),
    { seed, numRuns: 100 },
  )
})

it('what the shop paid back replaces the estimate in every place', async () => {
  await fc.assert(
    fc.asyncProperty(added, cents(1_000_000), async (one, refunded) => {
      const [queued] = await saved(one)
      if (!queued || readDecimal(refunded)?.eq(0)) return
      const made: Entry = {
        ...queued,
        state: 'CONFIRMED',
        result: { requestId: '900', via: 'response', easyReturnCode: null },
      }
      const asked = request({ order_item: made.orderItem, quantity: null, status: code('completed') })
      const items = one.order.orderitem_set.map(line =>
        line.id === made.orderItem
          ? { ...line, status: code('600'), is_refundable: false, cancellationrequest_set: [asked] }
          : line,
      )
      const of = { ...one.order, orderitem_set: items, refund_amount: refunded }
      const own = ownFiguresOf([
        { accountId: customer.id, orders: [summariseOrder(of)], 'old-orders': [], pending: [], requests: [] },
      ])
      const shop: Figure = { kind: 'shop', amount: refunded }
      const lanes = groupByItem([made], customer.id)
      expect(entryFigure(made, null, own), note).toEqual(shop)
      expect(slipOf({ ...slipSources, order: of, entries: [made], requests: [asked] }).parts[0]?.figure, note).toEqual(
        shop,
      )
      expect(orderSubjects(of, lanes, scene).find(({ id }) => id === 'request 900')?.facts.figure, note).toEqual(shop)
      expect(amountAt(outboxTable([made], [customer], own, t), 0), note).toBe(refunded)
      expect(summaryOf([made], { from: 0, to: 2_000 }, own, () => null).amounts[0], note).toMatchObject({
        sum: refunded,
        isEstimate: false,
      })
      expect(itemsOf([], [made], own)[0]?.figure, note).toEqual(shop)
    }),
    { seed, numRuns: 60 },
  )
})

it('the lines come to what was paid for them, and no part of one to more than the line', () => {
  fc.assert(
    fc.property(added, ({ order: of }) => {
      const whole = of.orderitem_set.map(line => estimateOf(of, line, null))
      if (whole.every(each => each !== null))
        expect(addMoney([...whole, of.shipping_amount]), note).toBe(addMoney([of.amount, '0.00']))
      for (const [at, line] of of.orderitem_set.entries()) {
        const most = readDecimal(whole[at])
        for (let pieces = 1; pieces < quantityOf(line); pieces += 1) {
          const sum = readDecimal(
            addMoney([estimateOf(of, line, pieces), estimateOf(of, line, quantityOf(line) - pieces)]),
          )
          if (most) expect(sum?.lte(most), note).toBe(true)
        }
      }
    }),
    { seed, numRuns: 400 },
  )
})

it('nothing is asked for above what was paid, and nothing comes from what can’t be read', () => {
  const figure = fc.oneof(
    cents(500_000),
    fc.constantFrom(
      null,
      '',
      'NaN',
      '1e3',
      '1.234,56',
      '-5.00',
      '+7.50',
      '0',
      '12.340000000000002',
      '123456789012345678901234567890.12',
    ),
  )
  const odd = fc.record({
    lines: fc.array(
      fc.record({
        price: figure,
        unit_price: figure,
        total_amount: figure,
        quantity: fc.oneof(fc.constantFrom(null, '1.500', '0', 'x'), fc.integer({ min: 1, max: 6 }).map(String)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    more: fc.record({
      amount: figure,
      amount_without_discount: figure,
      discount_amount: figure,
      shipping_amount: figure,
      installment_interest_amount: figure,
    }),
    pieces: fc.constantFrom(null, 1, 2),
  })
  const isPlain = (text: string | null | undefined) =>
    text == null || text === '' || (readDecimal(text)?.gte(0) ?? false)
  fc.assert(
    fc.property(odd, ({ lines, more, pieces }) => {
      // The readers hand over null for an empty text.
      const clean = <T extends object>(row: T) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === '' ? null : value])) as T
      const items = lines.map((line, at) => item(String(at), clean(line)))
      const of = order(items, clean(more))
      const figures = items.map(line => estimateOf(of, line, pieces))
      const known = figures.filter(each => each !== null)
      if (known.length > 0) {
        const sum = readDecimal(addMoney(known))
        const paid = readDecimal(of.amount)
        expect(sum !== null && paid !== null && sum.lte(paid), note).toBe(true)
        expect(Object.values(clean(more)).every(isPlain), note).toBe(true)
      }
      for (const [at, line] of items.entries())
        if (![line.price, line.unit_price, line.total_amount].every(isPlain)) expect(figures[at], note).toBeNull()
    }),
    { seed, numRuns: 2_000 },
  )
})
