import { describe, expect, it } from 'vitest'
import { summariseOldOrder } from '../../../src-renderer/lists/old-orders.ts'
import { summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { summarisePending } from '../../../src-renderer/lists/pending.ts'
import type { SummaryBase } from '../../../src-renderer/model/summaries.ts'
import { runQuery } from '../../../src-renderer/search/run-query.ts'
import { makeItem, makeOldOrder, makeOrder, makePending, makePendingItem } from '../fakes/rows.ts'

const lines = 500
const found = (row: SummaryBase | null, text: string) =>
  runQuery(row === null ? [] : [row], { text, statuses: [], from: null, to: null, sort: 'newest' }).length === 1

const skuOf = (n: number) => `SKU-${String(n).padStart(6, '0')}`
const product = (n: number) => ({
  ...(makeItem('x').product ?? expect.fail('a line without a product')),
  name: `Uzun adlı, çok renkli ve desenli kışlık ürün ${n}`,
  sku: skuOf(n),
})

// What is not found looks like what is not there, so nothing may fall out of the search for its order's size.
describe('of an order with 500 lines, the last is found like the first', () => {
  it('in orders, with the words of its extra field and the return code', () => {
    const items = Array.from({ length: lines }, (_, n) =>
      makeItem(`1-${n}`, { product: product(n), extra_field: { rack: `RAF-${n}` } }),
    )
    const order = summariseOrder(makeOrder(1, { orderitem_set: items, extra_field: { note: 'Kurumsal teslimat' } }))
    for (const n of [0, 250, lines - 1]) {
      expect(found(order, skuOf(n)), skuOf(n)).toBe(true)
      expect(found(order, `desenli ${n}`), String(n)).toBe(true)
      expect(found(order, `raf-${n}`), String(n)).toBe(true)
    }
    expect(found(order, 'kurumsal')).toBe(true)
    expect(found(order, skuOf(lines))).toBe(false)
  })

  it('in old orders and in pending ones', () => {
    const olds = Array.from({ length: lines }, (_, n) => ({
      product: `Eski ürün, uzun adıyla birlikte ${n}`,
      sku: skuOf(n),
      quantity: '1',
      price: '1.00',
      image_url: null,
    }))
    const waiting = Array.from({ length: lines }, (_, n) => ({
      ...makePendingItem(String(n), 'waiting'),
      product_sku: `${skuOf(n)}-uzun-bir-stok-kodu`,
    }))
    expect(found(summariseOldOrder({ ...makeOldOrder(1), oldorderitem_set: olds }), skuOf(lines - 1))).toBe(true)
    expect(found(summarisePending(makePending(1, { orderitem_set: waiting })), skuOf(lines - 1))).toBe(true)
  })

  it('a long text is found by its end', () => {
    const note = `${'çok uzun bir açıklama '.repeat(40)} SONSÖZ`
    expect(found(summariseOrder(makeOrder(1, { extra_field: { note } })), 'sonsöz')).toBe(true)
  })
})
