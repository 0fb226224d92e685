import { describe, expect, it } from 'vitest'
import { summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { haystackOf } from '../../../src-renderer/search/corpus.ts'
import { needleOf } from '../../../src-renderer/search/hits.ts'
import { rankPeople, rankRows, tierOf } from '../../../src-renderer/search/rank.ts'
import { makeAddress, makeOrder } from '../fakes/rows.ts'

const haystack = haystackOf(
  '4021337758120094',
  ['Işıl Gökçe', 'isil@example.com', 'SKU-77', '1Z 99 TR', 'Yün Şal'],
  ['0532 123 45 67'],
)
const tier = (text: string) => tierOf(haystack, needleOf(text))

describe('tierOf', () => {
  it.each([
    ['4021337758120094', 'own'],
    ['#4021337758120094', 'own'],
    ['sku-77', 'field'],
    ['IŞIL@EXAMPLE.COM', 'field'],
    ['+90 (532) 123 45 67', 'field'],
    ['05321234567', 'field'],
    ['40213', 'begins'],
    ['0532 123', 'phone'],
    ['gök', 'word'],
    ['şal ışıl', 'word'],
    ['ökçe', 'part'],
    ['123 45 67', 'part'],
  ])('%s: %s', (text, expected) => {
    expect(tier(text)).toBe(expected)
  })
})

const order = (n: number, first: string, more = {}) =>
  summariseOrder(makeOrder(n, { shipping_address: makeAddress({ first_name: first, email: null }), ...more }))

describe('rankRows', () => {
  const rows = [
    order(12, 'Ali', { number: '1212' }),
    order(11, 'Şule', { number: '77121' }),
    order(10, 'Ali', { number: '12129' }),
    order(9, 'Ali', { number: '9', tracking_number: '1212' }),
    order(8, 'Kemal', { number: '12' }),
  ].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  const ids = (text: string, recent: readonly string[] = [], limit = 10) =>
    rankRows(rows, needleOf(text), { limit, recentIds: new Set(recent) }).top.map(({ row }) => row.id)

  it('puts the number first, then a whole field, then what begins so', () => {
    expect(ids('1212')).toEqual(['12', '9', '10'])
  })

  it('puts the newest first among equals, and before them what was looked at lately', () => {
    expect(ids('ali')).toEqual(['12', '10', '9'])
    expect(ids('ali', ['9'])).toEqual(['9', '12', '10'])
    expect(ids('1212', ['10'])).toEqual(['12', '9', '10'])
  })

  it('counts all and gives the best few', () => {
    const ranked = rankRows(rows, needleOf('12'), { limit: 2, recentIds: new Set() })
    expect(ranked.top.map(({ row, tier: of }) => [row.id, of])).toEqual([
      ['8', 'own'],
      ['12', 'begins'],
    ])
    expect(ranked.total).toBe(5)
  })

  it('takes a code of the row for its number', () => {
    const options = { limit: 10, recentIds: new Set<string>(), codeOf: () => 'ab-1212' }
    const [best] = rankRows([order(1, 'Ece', { tracking_number: 'AB-1212' })], needleOf('ab-1212'), options).top
    expect(best?.tier).toBe('own')
  })
})

describe('rankPeople', () => {
  const find = (text: string, scope: (row: { id: string }) => string = () => 'shop') =>
    rankPeople(
      [
        order(3, 'Ayşe', { user_email: 'a@example.com' }),
        order(2, 'Ayşen', { user_email: 'b@example.com' }),
        order(1, 'Ayşe', { user_email: 'a@example.com' }),
      ],
      needleOf(text),
      row => row,
      scope,
    )

  it('gives each person once, with their rows', () => {
    expect(find('ayşe').map(({ email, rows }) => [email, rows.map(({ id }) => id)])).toEqual([
      ['a@example.com', ['3', '1']],
      ['b@example.com', ['2']],
    ])
  })

  it('keeps shops apart', () => {
    expect(find('ayşe', ({ id }) => `shop ${id}`)).toHaveLength(3)
  })

  it('finds by e-mail and phone, and nobody by a product', () => {
    expect(find('b@example')).toHaveLength(1)
    expect(find('0532 123')).toHaveLength(2)
    expect(find('yün')).toEqual([])
  })
})
