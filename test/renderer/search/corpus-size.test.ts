import { expect, it } from 'vitest'
import { summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { runQuery } from '../../../src-renderer/search/run-query.ts'
import { makeAddress, makeItem, makeOrder } from '../fakes/rows.ts'

const names = ['Ayşe Yılmaz', 'Işıl Gökçe', 'Oğuz Çınar', 'Şükrü Ağaoğlu', 'Çiğdem İnce', 'Ümit Özgür']
const goods = ['Yün Şal', 'Deri Çanta', 'Pamuklu Gömlek', 'Keten Pantolon', 'Kışlık Mont', 'Spor Ayakkabı']
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

it('finds exactly the right ones of 50,000 rows, and fewer with every letter', () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => {
    const n = 50_000 - i
    const [first = '', last = ''] = at(names, n * 7).split(' ')
    return summariseOrder(
      makeOrder(n, {
        amount: `${(n * 37) % 5000}.${String(n % 100).padStart(2, '0')}`,
        user_email: `musteri${n}@example.com`,
        shipping_address: makeAddress({
          email: null,
          first_name: first,
          last_name: `${last} ${n}`,
          phone_number: `0532${1_000_000 + n}`,
        }),
        orderitem_set: Array.from({ length: 1 + (n % 4) }, (_unused, k) => {
          const item = makeItem(`${n}-${k}`)
          return { ...item, product: item.product ? { ...item.product, name: at(goods, n + k) } : null }
        }),
      }),
    )
  })
  const find = (text: string, sort: 'newest' | 'amount-high' = 'newest') =>
    runQuery(rows, { text, statuses: [], from: null, to: null, sort })
  const numbersOf = (test: (n: number) => boolean) =>
    rows
      .map((_, i) => 50_000 - i)
      .filter(test)
      .map(String)
  const idsOf = (text: string) => find(text).map(({ id }) => id)

  expect(idsOf('ışıl gökçe')).toEqual(numbersOf(n => n % 6 === 1))
  expect(idsOf('ŞAL çiğdem')).toEqual(numbersOf(n => n % 12 === 10))
  expect(idsOf('N0123')).toEqual(numbersOf(n => Math.floor(n / 100) === 123))
  expect(idsOf('zzz')).toEqual([])

  let shown = new Set(rows.map(({ id }) => id))
  for (const text of ['i', 'ış', 'ışı', 'ışıl', 'ışıl g', 'ışıl gökçe']) {
    const found = idsOf(text)
    expect(found.every(id => shown.has(id))).toBe(true)
    shown = new Set(found)
  }

  const amounts = find('', 'amount-high').map(({ amount }) => Number(amount))
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
  expect(amounts).toHaveLength(50_000)
})
