import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts.ts'
import type { CancellationRequest } from '../../../../../src-main/contract/resources.ts'
import type { RowsOfAccount } from '../../../../../src-renderer/features/common/services/watch-rows.ts'
import {
  type Corpus,
  findAll,
  onlyRecord,
  readScanned,
  recentRecords,
} from '../../../../../src-renderer/features/desk/find/find-all.ts'
import { whyFound } from '../../../../../src-renderer/features/desk/find/find-result.tsx'
import { idOf, type Named } from '../../../../../src-renderer/features/desk/find/found.ts'
import { groupsFor, optionsOf, placeByKey } from '../../../../../src-renderer/features/desk/find/options.ts'
import { withRecent } from '../../../../../src-renderer/features/desk/find/recents.ts'
import { summariseOldOrder } from '../../../../../src-renderer/lists/old-orders.ts'
import { summariseOrder } from '../../../../../src-renderer/lists/orders.ts'
import { summarisePending } from '../../../../../src-renderer/lists/pending.ts'
import { summariseRequest } from '../../../../../src-renderer/lists/requests.ts'
import { haystackOf } from '../../../../../src-renderer/search/corpus.ts'
import { makeAccount, makeOldOrder, makeOrder, makePending, makeRequest, makeShop } from '../../../fakes/rows.ts'
import { entry } from '../../../fakes/screen-rows.ts'

const customer = makeAccount()
const staff = makeAccount({ id: 'shop:staff:1', kind: 'staff' })
const elsewhere = makeAccount({ id: 'other:customer:1', shop: makeShop({ id: 'other', name: 'Other' }) })

const source = (account: Account, more: Partial<RowsOfAccount> = {}): RowsOfAccount => ({
  account,
  accountId: account.id,
  orders: [],
  'old-orders': [],
  pending: [],
  requests: [],
  ...more,
})
const command = (id: string, label: string): Named => ({
  kind: 'command',
  id,
  label,
  about: null,
  haystack: haystackOf(label, []),
  run: () => undefined,
})
const pendingRow = summarisePending(makePending(5, { number: '5005' }))
const returned = { code: 'ER-44', tracking_number: null } as CancellationRequest['easy_return']
const request = summariseRequest(makeRequest('900', '1-1', { easy_return: returned }))

const corpus: Corpus = {
  sources: [
    source(customer, {
      orders: Array.from({ length: 9 }, (_, n) => summariseOrder(makeOrder(n + 1, { number: `100${n}` }))),
      'old-orders': [summariseOldOrder(makeOldOrder(3))],
      requests: [request],
    }),
    source(staff, { pending: pendingRow ? [pendingRow] : [] }),
    source(elsewhere, { orders: [summariseOrder(makeOrder(77, { number: '5005' }))] }),
  ],
  accounts: [customer, staff, elsewhere],
  entries: [],
  named: [command('record.refund', 'İade iste'), command('go.orders', 'Siparişlere git')],
  recents: [],
}
const names = (text: string, over: Corpus = corpus) =>
  findAll(over, text).map(({ name, found }) => [name, found.map(idOf)])

describe('findAll', () => {
  it('finds records of every account, at most five of a kind, and says where the rest is', () => {
    const [orders] = findAll(corpus, '100')
    expect(orders).toMatchObject({ name: 'order', total: 9 })
    expect(orders?.found.map(idOf)).toEqual(['9', '8', '7', '6', '5'])
    expect(orders?.more).toMatchObject([{ screen: 'orders', count: 9, account: { id: customer.id } }])
  })

  it('puts the group with the best answer first', () => {
    expect(names('5005')).toEqual([
      ['order', ['77']],
      ['pending', ['5']],
    ])
    expect(names('iade').at(0)).toEqual(['command', ['record.refund']])
  })

  it('finds commands from the first letter, records from the second', () => {
    expect(names('i')).toEqual([['command', ['record.refund', 'go.orders']]])
  })

  it('finds an entry by what it is about, and never by an IBAN', () => {
    const queued = entry('e1', 'QUEUED')
    const payload = { ...queued.command.payload, iban: 'TR330006' }
    const made = { ...queued, command: { ...queued.command, payload } }
    const over = { ...corpus, sources: [], named: [], entries: [made] }
    expect(names(made.orderItem, over)).toEqual([['entry', [made.id]]])
    expect(names('TR330006', over)).toEqual([])
  })

  it('finds nothing for blanks', () => {
    expect(findAll(corpus, '  # ')).toEqual([])
  })
})

describe('a scanned code', () => {
  const only = (text: string) => onlyRecord(findAll(corpus, text))

  it('means the one record whose number or code it is', () => {
    expect(only('1004')?.row.id).toBe('5')
    expect(only('er-44')).toMatchObject({ kind: 'request', row: { id: '900' } })
  })

  it('means none when there are two, or when it only begins so', () => {
    expect(only('5005')).toBeNull()
    expect(only('100')).toBeNull()
  })

  it('means the order when staff of the same shop see it as pending, too, and not when it is another shop’s', () => {
    const orders = [summariseOrder(makeOrder(7, { number: '7007' }))]
    const seen = (by: Account) => ({ ...corpus, sources: [source(customer, { orders }), source(by, { pending })] })
    const pending = [summarisePending(makePending(7, { number: '7007' }))].flatMap(summary => summary ?? [])
    expect(onlyRecord(findAll(seen(staff), '7007'))?.kind).toBe('order')
    const foreign = makeAccount({ id: 'other:staff:1', kind: 'staff', shop: elsewhere.shop })
    expect(onlyRecord(findAll(seen(foreign), '7007'))).toBeNull()
  })

  it('is read in the other way when only that is known', () => {
    const scan = { text: 'ER*44', other: 'ER-44', hadPrefix: false }
    expect(readScanned(corpus, scan)).toMatchObject({ text: 'ER-44', only: { row: { id: '900' } } })
    expect(readScanned(corpus, { ...scan, other: null })).toEqual({ text: 'ER*44', only: null })
  })
})

describe('what was opened lately', () => {
  const ref = (id: string) => ({ accountId: customer.id, screen: 'orders', id }) as const

  it('stands first, each once, and no more than twenty', () => {
    expect(withRecent([ref('1'), ref('2')], ref('2'))).toEqual([ref('2'), ref('1')])
    const many = Array.from({ length: 30 }, (_, n) => ref(String(n))).reduce(withRecent, [] as ReturnType<typeof ref>[])
    expect(many).toHaveLength(20)
  })

  it('is shown when nothing is typed, as long as it is here', () => {
    const over = { ...corpus, recents: [ref('3'), ref('gone'), ref('1')] }
    expect(recentRecords(over).map(({ row }) => row.id)).toEqual(['3', '1'])
    expect(groupsFor(over, ' ', {}).map(({ name }) => name)).toEqual(['recent'])
    expect(groupsFor(over, '', { 'go.orders': 2 }).map(({ name }) => name)).toEqual(['recent', 'frequent'])
  })

  it('goes before others that answer as well', () => {
    expect(names('100', { ...corpus, recents: [ref('2')] }).at(0)).toEqual(['order', ['2', '9', '8', '7', '6']])
  })
})

describe('the list', () => {
  it('offers each account’s list below its results', () => {
    const [orders] = findAll(corpus, '100').map(optionsOf)
    expect(orders?.options.map(({ kind }) => kind)).toEqual(['found', 'found', 'found', 'found', 'found', 'more'])
  })

  it('is walked through with the keys, round its ends', () => {
    expect(placeByKey('ArrowUp', 0, 12)).toBe(11)
    expect(placeByKey('ArrowDown', 11, 12)).toBe(0)
    expect(['Home', 'End', 'PageDown', 'PageUp'].map(key => placeByKey(key, 6, 12))).toEqual([0, 11, 11, 0])
    expect(placeByKey('a', 6, 12)).toBeNull()
    expect(placeByKey('ArrowDown', 0, 0)).toBeNull()
  })

  it('says why something was found when nothing of it is on the screen', () => {
    const haystack = haystackOf('1001', ['Işıl', 'TRK-99'], ['0532 1234567'])
    expect(whyFound(haystack, '1001 Işıl', 'trk')).toBe('trk-99')
    expect(whyFound(haystack, '1001 Işıl', '+90 532 123')).toBe('05321234567')
    expect(whyFound(haystack, '1001 Işıl', 'IŞIL')).toBeNull()
  })
})
