import { expect, it } from 'vitest'
import type { OrderItem } from '../../../../../src-main/contract/resources.ts'
import { OrderRow } from '../../../../../src-renderer/features/records/orders/order-rows.tsx'
import { summariseOrder } from '../../../../../src-renderer/lists/orders.ts'
import { draw } from '../../../fakes/draw.tsx'
import { item, order } from '../../../fakes/screen-rows.ts'

const noEntries = new Map()
const stay = () => undefined

const rowOf = (items: readonly OrderItem[], language: 'tr' | 'en' = 'en') =>
  draw(
    <OrderRow row={summariseOrder(order(items))} open={false} focusable={false} onOpen={stay} entries={noEntries} />,
    [],
    language,
  )

it('names a first line without a name as such, and only an order without lines as one', () => {
  const nameless = item('1', { product: null })
  const html = rowOf([nameless, item('2'), item('3')])
  expect(html).toContain('Unnamed product')
  expect(html).toContain('+2 more')
  expect(rowOf([nameless], 'tr')).toContain('Adsız ürün')
  expect(rowOf([])).toContain('No lines')
})
