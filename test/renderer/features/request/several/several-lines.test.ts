import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, failure, ok } from '../../../../../src-main/contract/failures.ts'
import { DraftStore } from '../../../../../src-renderer/features/request/form/drafts.ts'
import { emptyForm } from '../../../../../src-renderer/features/request/form/form.ts'
import { enqueueLines, type OrderedItem } from '../../../../../src-renderer/features/request/form/submit.ts'
import {
  judgeSelection,
  linesOf,
  quantitiesFor,
  shortAttributes,
  sumsOf,
} from '../../../../../src-renderer/features/request/several/lines.ts'
import {
  mayBeRounded,
  mostNumbers,
  readNumbers,
} from '../../../../../src-renderer/features/request/several/order-numbers.ts'
import { findNumbers } from '../../../../../src-renderer/features/request/several/use-several.ts'
import { groupByItem } from '../../../../../src-renderer/model/entries.ts'
import type { Draft } from '../../../../../src-renderer/outbox/types.ts'
import { seedOfRun } from '../../../../seed.ts'
import { fakeCounterside } from '../../../fakes/fake-counterside.ts'
import { code, customer, entry, item, order, plainOrder, reason, request } from '../../../fakes/screen-rows.ts'

const seed = seedOfRun()

describe('readNumbers', () => {
  it('takes numbers apart however they were pasted, and keeps their zeros', () => {
    const text = '#0012\n12,0012; 34\t## 56\r\n\u00a0A-7/8 \u200b90\ufeff'
    expect(readNumbers(text)).toMatchObject({ numbers: ['0012', '12', '34', '56', 'A-7/8', '90'], beyond: 0 })
  })

  it('finds none in nothing', () => {
    for (const text of ['', ' \n,;\t', '#', '# ##']) expect(readNumbers(text).numbers).toEqual([])
  })

  it('takes a column of a spreadsheet: its heading, its quotes and its blanks are no numbers', () => {
    const text =
      '"Sipariş No"\r\n"0012"\r\n="0034"\r\n\u00a0\u00a02745403029312174\u00a0\r\n“56”\r\n\'0078\r\n"#90"\r\n'
    expect(readNumbers(text)).toEqual({
      numbers: ['0012', '0034', '2745403029312174', '56', '0078', '90'],
      beyond: 0,
      ruined: [],
      words: ['Sipariş', 'No'],
    })
  })

  it.each(['2,74540302931217E+15', '2.74540302931217E+15', '3E+15', '2,7454e+015', '"2,74540302931217E+15"'])(
    'names %s as ruined, and makes no two numbers of it',
    text => {
      const { numbers, ruined } = readNumbers(`0012\n${text}\n0034`)
      expect(numbers).toEqual(['0012', '0034'])
      expect(ruined).toEqual([text.replaceAll('"', '')])
    },
  )

  it('takes a number that looks like a power for what it is', () => {
    expect(readNumbers('12E5, 1E10; d4d10357bbf314b0')).toMatchObject({
      numbers: ['12E5', '1E10', 'd4d10357bbf314b0'],
      ruined: [],
    })
  })

  it('takes the column of the order numbers out of a table', () => {
    const table = 'Müşteri\tSipariş Numarası\tTelefon\r\nElif\t0012\t0532 000 00 00\r\nCan\t"0034"\t0533\r\n'
    expect(readNumbers(table)).toMatchObject({ numbers: ['0012', '0034'], words: [] })
    expect(readNumbers('0012\t0034\n56\t78').numbers).toEqual(['0012', '0034', '56', '78'])
  })

  it('knows a number that may have lost its last digits', () => {
    expect(
      ['2745403029312170', '274540302931217', '27454030293121740', '02745403029312170', '2745403029312174'].map(
        mayBeRounded,
      ),
    ).toEqual([true, false, false, false, false])
  })

  const number = fc.stringMatching(/^[0-9A-Za-z._/-]{1,24}$/)
  const gap = fc.constantFrom('\n', '\r\n', ',', ';', '\t', ' ', ', ', ' ;\n', '\n#', ' #', ',\t##')

  it('gives back each number once, in its place, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, gap), { maxLength: 250 }), pasted => {
        const distinct = [...new Set(pasted.map(([text]) => text))].filter(text => /\d/.test(text))
        const { numbers, beyond } = readNumbers(pasted.map(([text, after]) => text + after).join(''))
        expect(numbers).toEqual(distinct.slice(0, mostNumbers))
        expect(numbers.length + beyond).toBe(distinct.length)
      }),
      { seed },
    )
  })

  it('never throws, and never makes up what was not pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const plain = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
        for (const found of readNumbers(text).numbers) {
          expect(plain).toContain(found)
          expect(found).not.toMatch(/^#|[\s,;]/)
        }
      }),
      { seed },
    )
  })
})

describe('findNumbers', () => {
  const rows = [
    { id: '1', number: '0012' },
    { id: '2', number: '12' },
    { id: '3', number: null },
    { id: '4', number: '34' },
    { id: '5', number: '34' },
  ]

  it('knows a number by every one of its characters', () => {
    expect(findNumbers(['012', '0012'], rows)).toEqual({ orderIds: ['1'], missing: ['012'] })
  })

  it('keeps the order of the numbers, and finds both of two orders with one number', () => {
    expect(findNumbers(['34', '9', '12'], rows)).toEqual({ orderIds: ['4', '5', '2'], missing: ['9'] })
  })
})

const first = order(
  [
    item('11', { quantity: '3', is_cancellable: true, is_refundable: false, price: '10.10' }),
    item('12', { is_cancellable: true, is_refundable: true, price: '20.20' }),
    item('13', { active_cancellation_request: request({ id: '900', order_item: '13' }) }),
  ],
  { id: '100', number: '0012' },
)
const second = order([item('21', { is_cancellable: false, is_refundable: true, price: '5' })], {
  id: '200',
  number: '34',
})
const noEntries = groupByItem([], customer.id)
const all = [...linesOf(first, noEntries), ...linesOf(second, noEntries)]
const chosen = (...ids: string[]) => new Map(ids.map(id => [id, { id: `entry-${id}`, quantity: 1 }]))

describe('lines of several orders', () => {
  it('may be chosen by what the shop allows, with all of their pieces', () => {
    expect([...quantitiesFor(all, 'cancel')]).toEqual([
      ['11', 3],
      ['12', 1],
    ])
    expect([...quantitiesFor(all, 'refund').keys()]).toEqual(['12', '21'])
  })

  it('have in common what each of them allows', () => {
    expect(judgeSelection(all, chosen('11', '12')).types).toEqual(['cancel'])
    expect(judgeSelection(all, chosen('12', '21')).types).toEqual(['refund'])
    expect(judgeSelection(all, chosen('11', '21')).types).toEqual([])
  })

  it('say which chosen ones nothing can be asked for: requested, on their way out, or not shown', () => {
    const entries = groupByItem([entry('e1', 'QUEUED', { orderItem: '12' })], customer.id)
    const now = [...linesOf(first, entries)]
    const { lines, stuck } = judgeSelection(now, chosen('11', '12', '13', '21'))
    expect(lines.map(({ item: { id } }) => id)).toEqual(['11'])
    expect(stuck).toEqual(['12', '13', '21'])
  })

  it('add up as decimals, one sum a currency', () => {
    const lines = linesOf(plainOrder([item('11', { price: '10.10' }), item('12', { price: '20.20' })]), noEntries)
    const dollars = linesOf(
      plainOrder([item('31', { price: '0.10', price_currency: code('usd') })], { id: '300', currency: code('usd') }),
      noEntries,
    )
    const odd = linesOf(plainOrder([item('41', { price: '1e3' })]), noEntries)
    const estimate = (amount: string) => ({ kind: 'estimate', amount })
    expect(sumsOf([...lines, ...dollars], chosen('11', '12', '31'))).toEqual([
      { currency: 'try', figure: estimate('30.30') },
      { currency: 'usd', figure: estimate('0.10') },
    ])
    expect(sumsOf(odd, chosen('41'))).toEqual([{ currency: 'try', figure: null }])
  })

  it('are told apart by texts only, each once', () => {
    const kept = item('51', { attributes: { beden: 'M', kutu: { no: 1 }, renk: 'Lacivert', bos: ' ' } })
    expect(shortAttributes(kept)).toBe('M · Lacivert')
  })
})

describe('saving them', () => {
  const ordered: readonly OrderedItem[] = [
    ...first.orderitem_set.slice(0, 2).map(each => ({ order: first, item: each })),
    ...second.orderitem_set.map(each => ({ order: second, item: each })),
  ]
  const choices = {
    types: ['refund' as const],
    reasons: [reason('5', { subject: 'Beden uymadı' })],
    reasonList: { account: customer, isRead: true, pull: { kind: 'idle' as const }, read: () => undefined },
    companies: [],
    addresses: [],
    payWay: 'card' as const,
    customerName: null,
  }
  const draft = {
    lines: chosen('11', '12', '21'),
    form: { ...emptyForm, type: 'refund' as const, reason: '5' },
    step: 'review' as const,
  }
  const outboxOf = (room: number) => {
    const calls: (readonly Draft[])[] = []
    const { outbox } = fakeCounterside({ entries: [] })
    const enqueueAll = async (drafts: readonly Draft[]) => {
      calls.push(drafts)
      const kept = drafts.slice(0, room).map(each => ok(entry(each.id, 'QUEUED')))
      return drafts.length > room ? [...kept, failed(failure('storage'))] : kept
    }
    return { outbox: { ...outbox, enqueueAll }, calls }
  }
  const save = (outbox: ReturnType<typeof outboxOf>['outbox']) =>
    enqueueLines({ outbox, account: customer, lines: ordered, draft, choices, language: 'tr' })

  it('is one batch of one entry a line, each about its own order', async () => {
    const { outbox, calls } = outboxOf(9)
    expect(await save(outbox)).toEqual({
      saved: ['11', '12', '21'],
      ids: ['entry-11', 'entry-12', 'entry-21'],
      failure: null,
    })
    expect(calls).toHaveLength(1)
    expect(new Set(calls[0]?.map(({ batch }) => batch))).toEqual(new Set(['entry-11']))
    expect(
      calls[0]?.map(({ id, payload, about }) => [id, payload.order_item, about.orderId, about.orderNumber]),
    ).toEqual([
      ['entry-11', '11', '100', '0012'],
      ['entry-12', '12', '100', '0012'],
      ['entry-21', '21', '200', '34'],
    ])
  })

  it('asks for the very same entries when it is submitted twice', async () => {
    const { outbox, calls } = outboxOf(9)
    await Promise.all([save(outbox), save(outbox)])
    expect(calls[1]).toEqual(calls[0])
  })

  it('says which were saved when the disk has no room for all', async () => {
    expect(await save(outboxOf(1).outbox)).toEqual({ saved: ['11'], ids: ['entry-11'], failure: failure('storage') })
  })
})

describe('the draft of several orders', () => {
  it('keeps the ids and quantities of lines that stay chosen, and what is looked for after the last is saved', () => {
    let minted = 0
    const store = new DraftStore(() => `id-${++minted}`)
    store.setSought('k', { text: '#12', numbers: ['12'] })
    store.select('k', '11', true, 3)
    store.setQuantity('k', '11', 2)
    store.selectOnly('k', new Map(Object.entries({ 11: 3, 21: 1 })))
    expect([...store.get('k').lines]).toEqual([
      ['11', { id: 'id-1', quantity: 2 }],
      ['21', { id: 'id-2', quantity: 1 }],
    ])
    store.setForm('k', { description: 'x' })
    store.remove('k', ['11', '21'])
    expect(store.get('k')).toMatchObject({ sought: { numbers: ['12'] }, form: { description: '' } })
    expect(store.get('k').lines.size).toBe(0)
  })
})
