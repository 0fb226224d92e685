import { describe, expect, it } from 'vitest'
import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import {
  entryFigure,
  estimateOf,
  lineFigure,
  linesFigure,
  listedOf,
  oldLinePrice,
  refundedOf,
  requestFigure,
} from '../../../src-renderer/model/amounts.ts'
import { piecesOf, quantityOf, shownPieces } from '../../../src-renderer/model/priced-order.ts'
import { makePending, makePendingItem } from '../fakes/rows.ts'
import { code, entry, item, order, plainOrder, request } from '../fakes/screen-rows.ts'

/** What the only line of an order is expected to give back. */
const estimate = (line: Partial<OrderItem>, of: Partial<Order> = {}, pieces: number | null = null) => {
  const row = item('11', line)
  return estimateOf(plainOrder([row], of), row, pieces)
}
const discounted = { amount: '14363.99', amount_without_discount: '17954.99', discount_amount: '3591.00' }

describe('a line of an order with a discount', () => {
  it('gives back what was paid for it, not what it is listed for', () => {
    expect(estimate({ price: '17954.99' }, discounted)).toBe('14363.99')
    expect(estimate({ price: '999.00' }, { amount: '599.40', discount_amount: '399.60' })).toBe('599.40')
  })

  it('bears its part of it, and the parts add up to what was paid', () => {
    const lines = ['10.00', '10.00', '10.00'].map((price, at) => item(String(at), { price }))
    const of = plainOrder(lines, { amount: '25.00', amount_without_discount: '30.00', discount_amount: '5.00' })
    expect(lines.map(line => estimateOf(of, line, null))).toEqual(['8.34', '8.33', '8.33'])
  })

  it('bears the part that the shop itself names for it', () => {
    const lines = [
      item('11', { price: '10.00', discount_amount: '4.00' }),
      item('12', { price: '10.00', discount_amount: '0.00' }),
    ]
    const of = plainOrder(lines, { amount: '16.00', amount_without_discount: '20.00', discount_amount: '4.00' })
    expect(lines.map(line => estimateOf(of, line, null))).toEqual(['6.00', '10.00'])
  })

  it('whose prices hold it already bears no other', () => {
    expect(
      estimate({ price: '80.00' }, { amount: '80.00', amount_without_discount: '100.00', discount_amount: '20.00' }),
    ).toBe('80.00')
  })

  it('leaves shipping out, whether the total before the discount holds it or not', () => {
    const shipped = { amount: '98.50', discount_amount: '10.00', shipping_amount: '8.50' }
    expect(estimate({ price: '100.00' }, { ...shipped, amount_without_discount: '108.50' })).toBe('90.00')
    expect(estimate({ price: '100.00' }, { ...shipped, amount_without_discount: null })).toBe('90.00')
    expect(
      estimate({ price: '11.87' }, { amount: '20.37', amount_without_discount: '20.37', shipping_amount: '8.50' }),
    ).toBe('11.87')
  })

  it('of which pieces went back already bears what falls on the rest', () => {
    // Of 4 pieces at 25.00, one is left; the order's own figures stay as they were.
    expect(
      estimate({ price: '25.00' }, { amount: '80.00', amount_without_discount: '100.00', discount_amount: '20.00' }),
    ).toBe('20.00')
  })
})

describe('some of several pieces', () => {
  const three = { quantity: '3', price: '30.00', unit_price: '10.00', total_amount: '30.00' }

  it('cost their part', () => {
    expect(estimate(three, {}, 1)).toBe('10.00')
    expect(estimate(three, {}, 3)).toBe('30.00')
    expect(
      estimate({ ...three, price: '100.00', unit_price: null, total_amount: '100.00' }, { amount: '100.00' }, 1),
    ).toBe('33.33')
    expect(estimate({ ...three, price: '17954.99', unit_price: null, total_amount: null }, discounted, 1)).toBe(
      '4787.99',
    )
  })

  it('that the line does not have cost nothing that anybody knows', () => {
    for (const pieces of [4, 0, -1, 1.5e9, Number.NaN]) expect(estimate(three, {}, pieces)).toBeNull()
  })

  it('are priced by the piece where the order’s total says so', () => {
    const each = { quantity: '4', price: '10.00' }
    expect(estimate(each, { amount: '40.00', amount_without_discount: '40.00' })).toBe('40.00')
    expect(estimate(each, { amount: '40.00', amount_without_discount: '40.00' }, 1)).toBe('10.00')
    expect(estimate(each, { amount: '10.00', amount_without_discount: '10.00' }, 1)).toBe('2.50')
    // Neither reading makes the total.
    expect(estimate(each, { amount: '25.00', amount_without_discount: '25.00' })).toBeNull()
    expect(listedOf(plainOrder([item('11', each)], { amount: '25.00' }), item('11', each))).toBeNull()
  })

  it('come from a unit price, and from the price of all of them, whichever the shop sends', () => {
    const sent = { quantity: '3', price: '10.00', unit_price: '10.00' }
    expect(estimate(sent, { amount: '30.00', amount_without_discount: '30.00' }, 2)).toBe('20.00')
    expect(estimate({ ...sent, unit_price: null, total_amount: '30.00' }, { amount: '30.00' }, 2)).toBe('20.00')
    expect(estimate({ quantity: '1.500', price: '10.00', total_amount: '15.00' }, { amount: '15.00' })).toBe('15.00')
    expect(estimate({ quantity: '1.500', price: '10.00', unit_price: '10.00' }, { amount: '15.00' })).toBe('15.00')
  })
})

describe('no figure', () => {
  it('comes from what can’t be read', () => {
    for (const odd of ['1.234,56', '1e3', 'NaN', '-5.00', 'bedava']) {
      expect(estimate({ price: odd })).toBeNull()
      expect(estimate({}, { amount: odd })).toBeNull()
      expect(estimate({}, { amount: '899.90', discount_amount: odd })).toBeNull()
      expect(estimate({}, { amount: '899.90', shipping_amount: odd })).toBeNull()
    }
    expect(estimate({}, { amount: null })).toBeNull()
    expect(estimate({ quantity: 'x' })).toBeNull()
  })

  it('comes from lines that cost more than the order, nor from a part of the lines of a discounted one', () => {
    expect(estimate({ price: '900.00' }, { amount: '500.00', amount_without_discount: null })).toBeNull()
    expect(estimate({}, { discount_amount: '10.00', amount: '889.90', unreadable_items: 1 })).toBeNull()
    expect(estimate({ price_currency: code('EUR') }, { discount_amount: '10.00', amount: '889.90' })).toBeNull()
  })

  it('comes from an order that was not paid', () => {
    expect(estimate({}, { is_payable: true })).toBeNull()
    expect(estimate({}, { status: code('300') })).toBeNull()
  })

  it('comes from two lines of one id', () => {
    const twice = [item('11'), item('11', { price: '5.00' })]
    expect(lineFigure(plainOrder(twice), twice[0] as OrderItem)).toBeNull()
  })
})

describe('the shop’s own figure', () => {
  const settled = { status: code('600'), ...{ is_refundable: false } }

  it('replaces the estimate once there is one, on the line, its request and its entry', () => {
    const asked = request({ status: code('completed'), quantity: null })
    const of = plainOrder([item('11', { ...settled, cancellationrequest_set: [asked] }), item('12')], {
      refund_amount: '890.00',
    })
    const own = entry('a', 'CONFIRMED', { result: { requestId: '900', via: 'response', easyReturnCode: null } })
    const shop = { kind: 'shop', amount: '890.00' }
    expect(refundedOf(of, '11')).toBe('890.00')
    expect(lineFigure(of, of.orderitem_set[0] as OrderItem)).toEqual(shop)
    expect(requestFigure(asked, of, null)).toEqual(shop)
    expect(requestFigure(asked, of, own)).toEqual(shop)
    expect(entryFigure(own, of)).toEqual(shop)
    expect(entryFigure(own, null, { ofRequest: () => null, ofLine: () => '890.00' })).toEqual(shop)
  })

  it('is the request’s own where the shop names one', () => {
    const asked = request({ refund_amount: '12.34' })
    const own = entry('a', 'CONFIRMED', { result: { requestId: '900', via: 'response', easyReturnCode: null } })
    const of = plainOrder([item('11', { cancellationrequest_set: [asked] })])
    expect([requestFigure(asked, null, null), entryFigure(own, of)]).toEqual([
      { kind: 'shop', amount: '12.34' },
      { kind: 'shop', amount: '12.34' },
    ])
  })

  it('is nobody’s while it may be of several lines, and none before anything was paid back', () => {
    const both = [item('11', settled), item('12', settled)]
    expect(refundedOf(plainOrder(both, { refund_amount: '890.00' }), '11')).toBeNull()
    expect(refundedOf(plainOrder([item('11', settled)], { refund_amount: '0.00' }), '11')).toBeNull()
    expect(refundedOf(plainOrder([item('11')], { refund_amount: '5.00' }), '11')).toBeNull()
  })

  it('is not that of a request the shop refused', () => {
    const refused = request({ status: code('rejected') })
    const of = plainOrder([item('11', { ...settled, cancellationrequest_set: [refused] })], { refund_amount: '890.00' })
    expect(requestFigure(refused, of, null)?.kind).toBe('estimate')
  })
})

describe('an entry', () => {
  it('keeps its estimate when the order changes, and follows the pieces when it is edited', () => {
    const made = entry('a', 'QUEUED', {
      about: { ...entry('a', 'QUEUED').about, line: { amount: '30.00', pieces: '3' } },
    })
    const edited = { ...made, command: { ...made.command, payload: { ...made.command.payload, quantity: 2 } } }
    expect(entryFigure(made, order([item('11')]))?.amount).toBe('30.00')
    expect(entryFigure(edited, null)?.amount).toBe('20.00')
  })

  it('of an older version has no estimate of its own: the order’s, if it is here, else the price of the line, which is called that', () => {
    const { line: _, ...about } = entry('a', 'QUEUED').about
    const old = entry('a', 'QUEUED', { about })
    expect(entryFigure(old, null)).toBeNull()
    expect(oldLinePrice(old)).toBe('899.90')
    expect(oldLinePrice(entry('a', 'QUEUED'))).toBeNull()
    expect(entryFigure(old, plainOrder([item('11')]))).toEqual({ kind: 'estimate', amount: '899.90' })
  })
})

it('waiting lines of Omnitron come to their own prices, not to the order’s total', () => {
  const lines = [makePendingItem('1', 'waiting'), makePendingItem('2', null)]
  const of = makePending(1, { orderitem_set: lines, amount: '10.00', discount_amount: '0.00' })
  expect(linesFigure(of, lines.slice(0, 1))).toEqual({ kind: 'estimate', amount: '5.00' })
  const many = [{ ...makePendingItem('1', 'waiting'), quantity: '4', total_amount: '10.00' }]
  expect(linesFigure({ ...of, orderitem_set: many }, many)).toBeNull()
})

describe('pieces', () => {
  const of = (quantity: string | null) => [
    piecesOf({ quantity })?.toFixed() ?? null,
    quantityOf({ quantity }),
    shownPieces({ quantity }),
  ]

  it('are read as decimals; a line of parts of a piece, or of nobody knows how many, goes as a whole', () => {
    expect(of(null)).toEqual(['1', 1, null])
    expect(of('4')).toEqual(['4', 4, '4'])
    expect(of('4.000')).toEqual(['4', 4, '4'])
    expect(of('1.500')).toEqual(['1.5', 1, '1.5'])
    for (const odd of ['0', '-2', 'x', '1,5']) expect(of(odd)).toEqual([null, 1, odd])
  })
})
