import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { signInCommerce } from '../../../src-main/akinon/sign-in.ts'
import type { OrderFilter } from '../../../src-main/contract/order-filter.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { MemoryJar, withJar } from './node-wire.ts'

let shop: DemoShop
let all: readonly Order[]
const jar = new MemoryJar()
const at = () => ({ baseUrl: shop.commerceUrl, fetch: withJar(jar), language: () => 'tr-tr' })
const ask = (filter?: OrderFilter) => createCommerceClient(createReadClient(at())).orders(1, 100, filter)

async function idsFor(filter: OrderFilter): Promise<string[]> {
  const reply = await ask(filter)
  if (!reply.ok) throw new Error(reply.failure.kind)
  return reply.value.rows.map(({ id }) => id)
}
const idsWhere = (passes: (order: Order) => boolean) => all.filter(passes).map(({ id }) => id)
const timeOf = (order: Order | undefined) => Date.parse(order?.created_date ?? '')

beforeAll(async () => {
  shop = await startDemoShop({ orders: 60, seed: 7 })
  await signInCommerce({ ...at(), ...shop.customer, csrfToken: () => jar.csrfToken() })
  const reply = await ask()
  all = reply.ok ? reply.value.rows : []
})
afterAll(() => shop.stop())

describe('the shop’s own filters over real sockets', () => {
  it('narrow the list to a status', async () => {
    const status = all[0]?.status.value ?? ''
    const ids = await idsFor({ status })
    expect(ids).toEqual(idsWhere(order => order.status.value === status))
    expect(ids.length).toBeLessThan(all.length)
  })

  it('narrow it to a range of moments, both ends included', async () => {
    const [from, to] = [timeOf(all[40]), timeOf(all[20])]
    const ids = await idsFor({
      created_date__gte: new Date(from).toISOString(),
      created_date__lte: new Date(to + 1).toISOString(),
    })
    expect(ids).toEqual(idsWhere(order => timeOf(order) >= from && timeOf(order) <= to + 1))
    expect(ids).toContain(all[30]?.id)
  })

  it('take whole days, too', async () => {
    const day = all[30]?.created_date?.slice(0, 10) ?? ''
    expect(await idsFor({ created_date__gte: day })).toEqual(idsWhere(order => timeOf(order) >= Date.parse(day)))
  })

  it('refuse what is no date with a 400 that names the field', async () => {
    expect(await ask({ created_date__gte: 'dün' })).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', status: 400, errors: [{ field: 'created_date__gte' }] },
    })
  })
})
