import { describe, expect, it } from 'vitest'
import { readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { shopSchema } from '../../../src-main/contract/accounts.ts'
import { calls } from '../../../src-main/contract/calls.ts'
import { limits } from '../../../src-main/contract/limits.ts'
import { problemOfQuantityKey, withPieces } from '../../../src-main/contract/quantity.ts'

const orderOf = (line: object) => ({ id: 1, orderitem_set: [{ id: 7, ...line }] })
const both = (line: object, key?: string) => [
  readOrder(orderOf(line), key)?.orderitem_set[0]?.quantity,
  readPending(orderOf(line), key)?.orderitem_set[0]?.quantity,
]

describe('the pieces of a merged line', () => {
  it.each<[string, object, string | null]>([
    ['a number under the key', { attributes: { adet: 4 } }, '4'],
    ['a decimal under the key', { attributes: { adet: '1.500' } }, '1.500'],
    ['a value with a label', { attributes: { adet: { value: '4', label: '4 adet' } } }, '4'],
    ['the attributes with data types', { attributes_kwargs: { adet: { value: 3, data_type: 'integer' } } }, '3'],
    ['both, attributes first', { attributes: { adet: 4 }, attributes_kwargs: { adet: { value: 3 } } }, '4'],
    ['its own field before the attribute', { quantity: '2', attributes: { adet: 4 } }, '2'],
    ['the default key, which this shop does not use', { attributes: { quantity: 500 } }, null],
    ['no number', { attributes: { adet: '4 pieces' } }, null],
    ['no attributes', { attributes: null }, null],
    ['a list', { attributes: ['adet', 4] }, null],
  ])('%s', (_, line, quantity) => {
    expect(both(line, 'adet')).toEqual([quantity, quantity])
  })

  it('are under `quantity` when nobody chose a key', () => {
    expect(both({ attributes: { quantity: 4, adet: 5 } })).toEqual(['4', '4'])
  })

  it('are not what every object inherits', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'length'])
      expect(both({ attributes: {}, attributes_kwargs: {} }, key)).toEqual([null, null])
  })

  it('can be read again under any key, as often as the key changes', () => {
    const read = readOrder(orderOf({ attributes: { quantity: 2, adet: 4 } }))
    if (!read) throw new Error('The order could not be read.')
    const piecesUnder = (order: typeof read, key: string) => withPieces(order, key).orderitem_set[0]?.quantity
    expect(piecesUnder(read, 'adet')).toBe('4')
    expect(piecesUnder(withPieces(read, 'adet'), 'miktar')).toBeNull()
    expect(piecesUnder(withPieces(read, 'miktar'), 'quantity')).toBe('2')
    expect(withPieces(read, 'quantity')).toBe(read)
  })

  it('of a row that an older version kept come from the attribute they are equal to, else from the line itself', () => {
    const kept = (quantity: string | null, attributes: object) => ({ orderitem_set: [{ quantity, attributes }] })
    const piecesOf = (order: ReturnType<typeof kept>, key: string) => withPieces(order, key).orderitem_set[0]?.quantity
    expect(piecesOf(kept('2', { quantity: 2, adet: 4 }), 'adet')).toBe('4')
    expect(piecesOf(kept(null, { adet: 4 }), 'adet')).toBe('4')
    expect(piecesOf(kept('3', { adet: 4 }), 'adet')).toBe('3')
    expect(piecesOf(kept('2', { quantity: 2 }), 'quantity')).toBe('2')
  })
})

describe('the key that a person types', () => {
  const parse = (quantityKey: string) =>
    calls['accounts.setQuantityKey'].input.safeParse({ accountId: 'a', quantityKey }).data?.quantityKey

  it.each<[string, string, ReturnType<typeof problemOfQuantityKey>, string | undefined]>([
    ['a word', 'order_item-quantity', null, 'order_item-quantity'],
    ['letters of the language', 'miktarı', null, 'miktarı'],
    ['nothing', '', null, ''],
    ['spaces alone', '  ', null, ''],
    ['spaces around', ' adet ', null, 'adet'],
    ['a space inside', 'kaç adet', 'spaces', undefined],
    ['a tab inside', 'a\tb', 'spaces', undefined],
    ['the longest', 'a'.repeat(limits.quantityKey), null, 'a'.repeat(limits.quantityKey)],
    ['one too long', 'a'.repeat(limits.quantityKey + 1), 'too-long', undefined],
  ])('%s', (_, typed, problem, taken) => {
    expect(problemOfQuantityKey(typed)).toBe(problem)
    expect(parse(typed)).toBe(taken)
  })

  it('is missing in shops that an older version kept', () => {
    const shop = { id: 's', name: 's', colour: 0, commerceUrl: null, omnitronUrl: null, isDemo: false }
    expect(shopSchema.parse(shop).quantityKey).toBeUndefined()
  })
})
