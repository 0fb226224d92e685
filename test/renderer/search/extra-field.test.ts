import { describe, expect, it } from 'vitest'
import { summariseOldOrder } from '../../../src-renderer/lists/old-orders.ts'
import { summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { summarisePending } from '../../../src-renderer/lists/pending.ts'
import type { SummaryBase } from '../../../src-renderer/model/summaries.ts'
import { wordsInside } from '../../../src-renderer/search/corpus.ts'
import { runQuery } from '../../../src-renderer/search/run-query.ts'
import { makeItem, makeOldOrder, makeOrder, makePending, makePendingItem } from '../fakes/rows.ts'

const found = (rows: readonly (SummaryBase | null)[], text: string) =>
  runQuery(
    rows.filter(row => row !== null),
    { text, statuses: [], from: null, to: null, sort: 'newest' },
  ).map(({ id }) => id)

describe('a word of an extra field finds', () => {
  it('the order that has it', () => {
    const rows = [
      summariseOrder(makeOrder(1, { extra_field: { gift: [{ wish: 'Doğum günü kutlaması' }] } })),
      summariseOrder(makeOrder(2, { extra_field: null })),
    ]
    expect(found(rows, 'doğum kutlama')).toEqual(['1'])
  })

  it('the order whose line has it', () => {
    const rows = [
      summariseOrder(makeOrder(1)),
      summariseOrder(makeOrder(2, { orderitem_set: [makeItem('a'), makeItem('b', { extra_field: { box: 918273 } })] })),
    ]
    expect(found(rows, '918273')).toEqual(['2'])
  })

  it('the pending order, by itself or by its line', () => {
    const rows = [
      summarisePending(makePending(1, { extra_field: { cargo_line_id: 'a55a2b33-434f' } })),
      summarisePending(
        makePending(2, { orderitem_set: [{ ...makePendingItem('x', 'waiting'), extra_field: { rack: 'R-17' } }] }),
      ),
    ]
    expect(found(rows, 'a55a2b33')).toEqual(['1'])
    expect(found(rows, 'r-17')).toEqual(['2'])
  })

  it('the old order', () => {
    const rows = [
      summariseOldOrder(makeOldOrder(1)),
      summariseOldOrder({ ...makeOldOrder(2), extra_field: { shop: 'Beyoğlu' } }),
    ]
    expect(found(rows, 'beyoglu')).toEqual(['2'])
  })
})

describe('wordsInside', () => {
  it('leaves out what no screen shows whole', () => {
    const extra = { iban: 'TR33', deep: { identity_number: '12345678901', remote_addr: '1.2.3.4', seen: 'yes' } }
    expect([...wordsInside(extra)]).toEqual(['yes'])
  })

  it('takes a bounded number of words of a huge field, and never the place of the number', () => {
    const huge = Array.from({ length: 100_000 }, (_, n) => `word${n}`)
    expect([...wordsInside(huge)]).toHaveLength(200)
    const order = summariseOrder(makeOrder(1, { extra_field: huge }))
    expect(order.haystack.length).toBeLessThan(4000)
    expect(order.haystack).toContain('yun sal')
  })

  it.each([null, undefined, true, {}, []])('finds nothing in %s', value => {
    expect([...wordsInside(value)]).toEqual([])
  })
})
