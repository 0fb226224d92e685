import { describe, expect, it } from 'vitest'
import type { OrderSummary, RequestSummary, SummaryBase } from '../../../src-renderer/model/summaries.ts'
import { haystackOf } from '../../../src-renderer/search/corpus.ts'
import {
  type AccountRows,
  contactsIn,
  keyOfRecord,
  keyOfRow,
  nameAmong,
  personKey,
  recordsOf,
  rowsById,
} from '../../../src-renderer/search/people.ts'

interface Who {
  readonly person?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly at?: number
}

const base = (id: string, { person = null, email = null, phone = null, at = 0 }: Who): SummaryBase => ({
  id,
  number: `N${id}`,
  at,
  dateText: null,
  status: { value: null, label: null },
  amount: '1.00',
  currency: 'try',
  person: person ?? email,
  haystack: haystackOf(`N${id}`, [person, email, 'Keten Gömlek'], [phone]),
})
const order = (id: string, who: Who): OrderSummary => ({
  ...base(id, who),
  itemIds: [`i${id}`],
  itemCount: 1,
  firstItem: 'Keten Gömlek',
  cancellable: 0,
  refundable: 0,
})
const request = (id: string, orderId: string | null, person: string | null = null): RequestSummary => ({
  ...base(id, { person }),
  orderItem: null,
  cancellationType: 'refund',
  easyReturnCode: null,
  orderId,
  orderNumber: null,
  productName: null,
})
const account = (accountId: string, rows: Partial<AccountRows>): AccountRows => ({
  accountId,
  orders: [],
  'old-orders': [],
  pending: [],
  requests: [],
  ...rows,
})

describe('a person’s key', () => {
  it('is the folded e-mail before the phone, and the phone before the name', () => {
    expect(keyOfRow(order('1', { person: 'Işıl İnce', email: 'ISIL@Posta.Example', phone: '0532 111 22 33' }))).toBe(
      'mail isil@posta.example',
    )
    expect(keyOfRow(order('2', { person: 'Işıl İnce', phone: '+90 (532) 111 22 33' }))).toBe('phone 5321112233')
    expect(keyOfRow(order('3', { person: 'Işıl İnce' }))).toBe('name isil ince')
    expect(keyOfRow(order('4', {}))).toBeNull()
  })

  it('is one for every way to write a phone and a Turkish name', () => {
    const phones = ['0532 111 22 33', '+905321112233', '00905321112233', '905321112233', '532-111-22-33']
    expect(new Set(phones.map(phone => personKey(null, phone, null)))).toEqual(new Set(['phone 5321112233']))
    expect(personKey(null, null, 'IŞIL  İNCE')).toBe(personKey(null, null, 'ışıl ince'))
  })

  it('is no phone of a few digits, and no e-mail without an address', () => {
    expect(personKey('yok', '123', 'Ada')).toBe('name ada')
    expect(personKey('-', null, null)).toBeNull()
  })
})

describe('what a row is searched by', () => {
  it('tells the e-mail and the phone, but not an address that stands far down', () => {
    const words = ['Ada', 'b', 'c', 'd', 'e', 'f', 'magaza@shop.example']
    expect(contactsIn(haystackOf('1', words, ['0532 111 22 33']))).toEqual({ email: null, phone: '5321112233' })
    expect(contactsIn(haystackOf('ada@number.example', ['Ada']))).toEqual({ email: null, phone: null })
    expect(contactsIn('')).toEqual({ email: null, phone: null })
  })
})

describe('a person’s records', () => {
  const ada = { person: 'Ada Öz', email: 'ada@posta.example' }
  const shop = [
    account('c1', {
      orders: [order('1', { ...ada, at: 10 }), order('2', { person: 'Can Su', at: 40 })],
      requests: [request('7', '1'), request('8', '2'), request('9', null, 'Can Su')],
    }),
    account('s1', { pending: [{ ...base('5', { ...ada, at: 30 }), waitingItemIds: [], itemCount: 1, channel: null }] }),
  ]

  it('come from every account, newest first, requests by their order', () => {
    const found = recordsOf(shop, 'mail ada@posta.example').map(({ accountId, screen, row }) => [
      accountId,
      screen,
      row.id,
    ])
    expect(found).toEqual([
      ['s1', 'pending', '5'],
      ['c1', 'orders', '1'],
      ['c1', 'requests', '7'],
    ])
  })

  it('hold a request whose order is not here by its own name', () => {
    const found = recordsOf(shop, 'name can su')
    expect(found.map(({ row }) => row.id)).toEqual(['2', '8', '9'])
    expect(nameAmong(found)).toBe('Can Su')
  })

  it('are found from each of them', () => {
    const [customer, staff] = shop
    if (customer === undefined || staff === undefined) throw new Error('two accounts')
    expect(keyOfRecord(customer, 'requests', '7')).toBe('mail ada@posta.example')
    expect(keyOfRecord(staff, 'pending', '5')).toBe('mail ada@posta.example')
    expect(keyOfRecord(customer, 'orders', 'none')).toBeNull()
  })

  it('are indexed once for a snapshot, also with 50,000 rows', () => {
    const orders = Array.from({ length: 50_000 }, (_, n) =>
      order(String(n), { email: `p${n % 5000}@posta.example`, at: n }),
    )
    let reads = 0
    const watched = new Proxy(orders, {
      get: (target, key, receiver) => {
        if (key === Symbol.iterator) reads += 1
        return Reflect.get(target, key, receiver)
      },
    })
    const big = [account('c1', { orders: watched })]
    for (let n = 0; n < 50; n += 1) expect(recordsOf(big, `mail p${n}@posta.example`)).toHaveLength(10)
    expect(reads).toBe(1)
    expect(rowsById(watched)).toBe(rowsById(watched))
  })
})
