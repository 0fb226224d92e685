import { describe, expect, it } from 'vitest'
import type { SummaryBase } from '../../../src-renderer/model/summaries.ts'
import { haystackOf, phoneDigits, phoneQuery } from '../../../src-renderer/search/corpus.ts'
import { type ListQuery, runQuery } from '../../../src-renderer/search/run-query.ts'

const row = (id: string, more: Partial<SummaryBase> & { words?: string[]; phones?: string[] } = {}): SummaryBase => {
  const { words = [], phones = [], ...rest } = more
  const number = rest.number ?? null
  return {
    id,
    number,
    at: 0,
    dateText: null,
    status: { value: '400', label: null },
    amount: null,
    currency: 'try',
    person: null,
    haystack: haystackOf(number, words, phones),
    ...rest,
  }
}
const ask = (more: Partial<ListQuery>): ListQuery => ({
  text: '',
  statuses: [],
  from: null,
  to: null,
  sort: 'newest',
  ...more,
})
const ids = (rows: readonly SummaryBase[], more: Partial<ListQuery>) => runQuery(rows, ask(more)).map(({ id }) => id)

describe('runQuery: text', () => {
  const people = [
    row('a', { number: '1001', words: ['Işıl Gökçe', 'Yün Şal'], phones: ['0532 123 45 67'] }),
    row('b', { number: '2002', words: ['Ahmet İnşaat', '1001 Gece'], phones: ['+90 (532) 999 00 11'] }),
    row('c', { number: '10015', words: ['Oğuz Çınar'], phones: ['00905551234567'] }),
  ]

  it('wants every word, in any order and any spelling', () => {
    expect(ids(people, { text: 'sal ISIL' })).toEqual(['a'])
    expect(ids(people, { text: 'ins' })).toEqual(['b'])
    expect(ids(people, { text: 'oguz gökçe' })).toEqual([])
  })

  it('puts the number itself first, then numbers that begin so, then the rest', () => {
    const reversed = [...people].reverse()
    expect(ids(reversed, { text: '1001' })).toEqual(['a', 'c', 'b'])
    expect(ids(reversed, { text: '#1001' })).toEqual(['a', 'c', 'b'])
  })

  it.each(['0532 123', '+90 532 123', '532123', '0090 5321234567', '(0532) 123-45', '123 45 67'])(
    'finds a phone typed as %s',
    text => {
      expect(ids(people, { text })).toContain('a')
      expect(ids(people, { text })).not.toContain('b')
    },
  )

  it('never matches one word across two fields', () => {
    expect(ids(people, { text: 'gokceyun' })).toEqual([])
    expect(ids([row('x', { number: '12', words: ['34'] })], { text: '1234' })).toEqual([])
  })

  it('gives the very array back when nothing is asked', () => {
    expect(runQuery(people, ask({ text: '   ' }))).toBe(people)
  })

  it('reads phones without country and trunk prefix', () => {
    expect(['+90 532 1', '0532 1', '00905321', '905321234567', '532 1'].map(phoneDigits)).toEqual([
      '5321',
      '5321',
      '5321',
      '5321234567',
      '5321',
    ])
    expect(phoneQuery('05')).toBeNull()
    expect(phoneQuery('0532 a')).toBeNull()
  })
})

describe('runQuery: filters', () => {
  const rows = [
    row('new', { at: 300, status: { value: '50', label: null } }),
    row('mid', { at: 200, status: { value: null, label: 'strange' } }),
    row('old', { at: 100 }),
    row('none', { at: null, dateText: 'soon' }),
  ]

  it('takes both ends of a range and leaves undated rows out', () => {
    expect(ids(rows, { from: 100, to: 200 })).toEqual(['mid', 'old'])
    expect(ids(rows, { to: 100 })).toEqual(['old'])
  })

  it('filters by status value, else by the label that came alone; rows without either answer to the empty value', () => {
    expect(ids(rows, { statuses: ['50', '400'] })).toEqual(['new', 'old', 'none'])
    expect(ids(rows, { statuses: ['strange'] })).toEqual(['mid'])
    const bare = row('bare', { status: { value: null, label: null } })
    expect(ids([...rows, bare], { statuses: [''] })).toEqual(['bare'])
  })
})

describe('runQuery: order', () => {
  it('compares amounts as decimals and puts nonsense last both ways', () => {
    const amounts = [
      '9.99',
      '100.00',
      null,
      '20.37',
      'NaN',
      '',
      '1.234,56',
      '-5.00',
      '1e3',
      '100.000000000000000000001',
    ]
    const rows = amounts.map((amount, i) => row(String(i), { amount }))
    const numbers = (sort: ListQuery['sort']) => runQuery(rows, ask({ sort })).map(({ amount }) => amount)
    const nonsense = [null, 'NaN', '', '1.234,56']
    expect(numbers('amount-low')).toEqual([
      '-5.00',
      '9.99',
      '20.37',
      '100.00',
      '100.000000000000000000001',
      '1e3',
      ...nonsense,
    ])
    expect(numbers('amount-high')).toEqual([
      '1e3',
      '100.000000000000000000001',
      '100.00',
      '20.37',
      '9.99',
      '-5.00',
      ...nonsense,
    ])
  })

  it('does not lose digits of long amounts and bears a monstrous exponent', () => {
    const rows = ['123456789012345678901234567891.00', '123456789012345678901234567890.00', '1e999999999'].map(
      (amount, i) => row(String(i), { amount }),
    )
    expect(ids(rows, { sort: 'amount-low' })[0]).toBe('1')
  })

  it('sorts by date both ways, undated rows last', () => {
    const rows = [row('b', { at: 2 }), row('x', { at: null }), row('c', { at: 3 }), row('a', { at: 1 })]
    expect(ids(rows, { sort: 'newest' })).toEqual(['c', 'b', 'a', 'x'])
    expect(ids(rows, { sort: 'oldest' })).toEqual(['a', 'b', 'c', 'x'])
  })

  it('sorts digits inside a text by what they count to, whatever case the letters have', () => {
    const numbers = [
      'ORD-10',
      'ORD-100',
      'ord-9',
      'B-2',
      'ORD-010a',
      'B-10',
      '7',
      'ORD-9007199254740993',
      'ORD-9007199254740992',
    ]
    const rows = numbers.map((number, i) => row(String(i), { number }))
    expect(runQuery(rows, ask({ sort: 'number' })).map(({ number }) => number)).toEqual([
      ...['7', 'B-2', 'B-10', 'ord-9', 'ORD-10', 'ORD-010a', 'ORD-100', 'ORD-9007199254740992', 'ORD-9007199254740993'],
    ])
  })

  it('sorts numbers with Turkish letters by the alphabet, and their digits alike', () => {
    const numbers = ['Ş-10', 'Z-1', 'Ş-9', 'S-100', 'İ-1', '12', 'I-1']
    const rows = numbers.map((number, i) => row(String(i), { number }))
    expect(runQuery(rows, ask({ sort: 'number' })).map(({ number }) => number)).toEqual([
      ...['12', 'I-1', 'İ-1', 'S-100', 'Ş-9', 'Ş-10', 'Z-1'],
    ])
  })

  it('sorts names with digits by what they count to', () => {
    const names = ['Bayi 10', 'Bayi 9', 'Çarşı 2', 'Bayi 100', 'Cem']
    const rows = names.map((person, i) => row(String(i), { person }))
    expect(runQuery(rows, ask({ sort: 'person' })).map(({ person }) => person)).toEqual([
      ...['Bayi 9', 'Bayi 10', 'Bayi 100', 'Cem', 'Çarşı 2'],
    ])
  })

  it('sorts numbers by size beyond 2^53, words after them', () => {
    const numbers = ['ORD-2', '9007199254740993', '9007199254740992', '0010', '9', null]
    const rows = numbers.map((number, i) => row(String(i), { number }))
    expect(runQuery(rows, ask({ sort: 'number' })).map(({ number }) => number)).toEqual([
      '9',
      '0010',
      '9007199254740992',
      '9007199254740993',
      'ORD-2',
      null,
    ])
  })

  it('is stable', () => {
    const rows = ['a', 'b', 'c', 'd'].map(id => row(id, { at: 5, amount: '1.0' }))
    for (const sort of ['newest', 'oldest', 'amount-high', 'amount-low'] as const) {
      expect(ids(rows, { sort })).toEqual(['a', 'b', 'c', 'd'])
    }
  })
})

describe('runQuery: amounts of several currencies', () => {
  const rows = [
    row('a', { amount: '90.00', currency: 'try' }),
    row('b', { amount: '100.00', currency: 'USD' }),
    row('c', { amount: '2000.00', currency: 'TRY' }),
    row('d', { amount: '5.00', currency: 'usd' }),
    row('e', { amount: '1.00', currency: 'try' }),
    row('f', { amount: '7.00', currency: null }),
    row('g', { amount: null, currency: 'try' }),
  ]

  // A hundred dollars is not less than two thousand lira: what cannot be compared is not mixed.
  it('stay apart, the currency of most rows first, in both directions', () => {
    expect(ids(rows, { sort: 'amount-high' })).toEqual(['c', 'a', 'e', 'b', 'd', 'f', 'g'])
    expect(ids(rows, { sort: 'amount-low' })).toEqual(['e', 'a', 'c', 'd', 'b', 'f', 'g'])
  })
})
