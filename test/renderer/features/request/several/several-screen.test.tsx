import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../../../src-main/contract/failures.ts'
import type { Order } from '../../../../../src-main/contract/resources.ts'
import { judgeSelection, linesOf } from '../../../../../src-renderer/features/request/several/lines.ts'
import { NumbersBox } from '../../../../../src-renderer/features/request/several/numbers-box.tsx'
import { OrderGroup } from '../../../../../src-renderer/features/request/several/order-group.tsx'
import type { Reading } from '../../../../../src-renderer/features/request/several/row-readings.ts'
import { SelectionBar, StuckLines } from '../../../../../src-renderer/features/request/several/selection-bar.tsx'
import { SeveralScreen } from '../../../../../src-renderer/features/request/several/several-screen.tsx'
import { type Lookup, NotFound } from '../../../../../src-renderer/features/request/several/shop-lookup.tsx'
import { summariseOrder } from '../../../../../src-renderer/lists/orders.ts'
import { draw as drawFirst, words } from '../../../fakes/draw.tsx'
import { code, customer, item, order, plainOrder } from '../../../fakes/screen-rows.ts'

const draw = (node: ReactNode, language: keyof typeof words = 'en'): string => drawFirst(node, [], language, 'several')

const nothing = () => undefined
const day = 24 * 60 * 60_000
const whole = plainOrder(
  [
    item('11', { quantity: '3', is_cancellable: true, price: '1234.50', total_amount: '1234.50' }),
    item('12', { status: code('500', 'Kargoda'), is_refundable: false }, '<b>Yün</b> Palto'),
  ],
  { number: '0012' },
)
const selected = new Map([['11', { id: 'e1', quantity: 2 }]])
const read = (value: Order, readAt = Date.now()): Reading<Order> => ({
  row: { value, readAt },
  looked: true,
  pulling: false,
  failure: null,
})

const group = (reading: Reading<Order>, away = false, language: keyof typeof words = 'en') =>
  draw(
    <OrderGroup
      account={customer}
      summary={summariseOrder(reading.row?.value ?? whole)}
      reading={reading}
      lines={reading.row ? linesOf(reading.row.value, new Map()) : []}
      selected={selected}
      away={away}
      onAgain={nothing}
      onSelect={nothing}
      onQuantity={nothing}
    />,
    language,
  )

describe('an order among several', () => {
  it('shows each line with what may be asked, or why nothing may', () => {
    const html = group(read(whole))
    expect(html).toContain('data-order-item="11" data-order-number="0012" data-eligible="cancel refund"')
    expect(html).toMatch(/data-testid="several-quantity"[^>]*value="2"/)
    expect(html).toContain('₺1,234.50')
    expect(html).toMatch(/data-testid="line-estimate" data-amount="823.00"[^>]*>about ₺823.00</)
    expect(html).toContain('data-order-item="12" data-order-number="0012" data-eligible=""')
    expect(html).toContain('data-why="on-the-way"')
    expect(html).toContain('&lt;b&gt;Yün&lt;/b&gt; Palto')
    expect(group(read(whole), false, 'tr')).toContain('İptal edilebilir')
  })

  it('says how old it is when that is a day, or when the shop can’t be asked', () => {
    expect(group(read(whole))).toContain('data-old="false"')
    expect(group(read(whole, Date.now() - 2 * day))).toContain('data-old="true"')
    expect(group(read(whole), true)).toContain('data-old="true"')
  })

  it('puts no reading into the future when the clock was set back', () => {
    for (const ahead of [day / 8, 3 * 365 * day]) {
      const reading = read(whole, Date.now() + ahead)
      expect(group(reading)).toMatch(/data-old="true".*read before the clock was set back/)
      expect(group(reading, false, 'tr')).toContain('saat geri alınmadan önce okundu')
    }
    expect(group(read(whole, Date.now() + 5000))).toMatch(/data-old="false".*read just now/)
  })

  it('says that its lines are being read, were not read, or are none', () => {
    const bare = order([])
    expect(group({ ...read(bare), pulling: true })).toContain('Reading this order’s lines')
    expect(group({ row: null, looked: true, pulling: false, failure: null })).toContain('lines have not been read yet')
    expect(group(read(bare), true)).toContain('lines have not been read yet')
    expect(group(read(bare))).toContain(words.en.t('order.noItems'))
    const failed = group({ ...read(bare), failure: failure('server-error') })
    expect(failed).toContain('data-code="server-error"')
  })
})

describe('what is chosen', () => {
  const lines = linesOf(whole, new Map())
  const bar = (chosen: typeof selected) =>
    draw(
      <SelectionBar
        lines={lines}
        selection={judgeSelection(lines, chosen)}
        selected={chosen}
        onSelectOnly={nothing}
        onDrop={nothing}
      />,
    )

  it('is counted and added up for the pieces that are chosen, and called an estimate', () => {
    expect(bar(selected)).toContain('data-count="1"')
    expect(bar(selected)).toContain('1 line · 1 order · about ₺823.00')
    expect(bar(selected)).toContain(words.en.t('form.estimateNote'))
    expect(bar(new Map([['11', { id: 'e1', quantity: 3 }]]))).toContain('about ₺1,234.50')
    expect(bar(new Map())).not.toContain(words.en.t('form.estimateNote'))
    expect(bar(new Map())).toContain('data-count="0"')
  })

  it('is never left out without a word', () => {
    expect(draw(<StuckLines items={['77', '78']} onDrop={nothing} />)).toContain('2 chosen lines can’t be part')
    expect(draw(<StuckLines items={[]} onDrop={nothing} />)).toBe('')
  })
})

describe('numbers', () => {
  it('that are not here are all named, each with what is known of it', () => {
    const lookups = new Map<string, Lookup>([
      ['2', { kind: 'absent' }],
      ['3', { kind: 'failed', failure: failure('offline') }],
    ])
    const lookup = { lookups, asking: false, ask: nothing, stop: nothing }
    const html = draw(
      <NotFound account={customer} numbers={['001', '2', '3', '4']} old={new Set(['4'])} lookup={lookup} />,
    )
    for (const text of ['001</span><span>not on this', '2</span><span>the shop sent no', '4</span><span>an old order'])
      expect(html).toContain(text)
    expect(html).toContain('data-code="offline"')
  })

  it('beyond the first hundred are said to be left out', () => {
    const text = Array.from({ length: 103 }, (_, n) => `N${n}`).join('\n')
    const html = draw(<NumbersBox sought={{ text, numbers: [] }} onSought={nothing} onClear={nothing} />)
    expect(html).toContain('3 numbers are left out')
    expect(html).toContain('Find 100 orders')
  })
})

it('begins with a box and nothing else', () => {
  for (const language of ['tr', 'en'] as const) {
    const html = draw(<SeveralScreen />, language)
    expect(html).toContain(words[language].t('several.title'))
    expect(html).toContain('data-testid="several-numbers"')
    expect(html).not.toContain('data-testid="several-count"')
  }
})
