import { describe, expect, it } from 'vitest'
import {
  customersBeside,
  entriesBeside,
  findOrderOf,
} from '../../../../../src-renderer/features/records/pending/other-side.tsx'
import { createFakeBridge } from '../../../fakes/fake-bridge.ts'
import { makeAccount, makeOrder, makeShop } from '../../../fakes/rows.ts'
import { entry } from '../../../fakes/screen-rows.ts'
import { freshAccount, open, ordersOf } from '../../../lists/open-workspace.ts'

const staff = makeAccount({ id: 's', kind: 'staff', shop: makeShop({ id: 'a', commerceUrl: 'https://a.test' }) })
const at = (id: string, shop: Partial<typeof staff.shop>) => makeAccount({ id, shop: makeShop(shop) })
const idsBeside = (...args: Parameters<typeof customersBeside>) => customersBeside(...args).map(({ id }) => id)

describe('customers beside a staff account', () => {
  const one = at('1', { id: 'a' })
  const two = at('2', { id: 'a' })
  const elsewhere = at('3', { id: 'b', omnitronUrl: null })
  const paired = at('4', { id: 'c', omnitronUrl: 'https://other.test' })

  it('are all those of its shop', () => {
    expect(idsBeside(staff, [elsewhere, one, staff, two])).toEqual(['1', '2'])
  })

  it('are also those of a shop that may be the same one under its other address', () => {
    const alone = { ...staff, shop: makeShop({ id: 'o', commerceUrl: null, omnitronUrl: 'https://o.test' }) }
    expect(idsBeside(alone, [one, elsewhere, paired])).toEqual(['1', '3'])
  })
})

describe('requests made on this computer', () => {
  it('are of an order when its number is theirs and their account is beside it: two shops may give one number', () => {
    const asked = (accountId: string, orderNumber: string) => {
      const made = entry(`${accountId} ${orderNumber}`, 'CONFIRMED', { accountId })
      return { ...made, about: { ...made.about, orderNumber } }
    }
    const entries = [asked('1', '1001'), asked('1', '1002'), asked('2', '1001'), asked('gone', '1001')]
    const accounts = [staff, at('1', { id: 'a' }), at('2', { id: 'b' })]
    expect(entriesBeside(staff, accounts, entries, '1001').map(({ id }) => id)).toEqual(['1 1001'])
    expect(entriesBeside(staff, accounts, entries, null)).toEqual([])
  })
})

describe('an order looked for by its number', () => {
  it('is found among the second customer’s, from the cache alone', async () => {
    const [first, second] = [freshAccount(), freshAccount()]
    const filled = await open(second, createFakeBridge(ordersOf(() => [makeOrder(8), makeOrder(7)])))
    await filled.orders.refresh()
    filled.close()
    const bridge = createFakeBridge()
    const workspaces = new Map([
      [first.id, await open(first, bridge)],
      [second.id, await open(second, bridge)],
    ])
    const glance = (id: string) => workspaces.get(id) ?? filled
    expect(findOrderOf('N000007', [first, second], glance)).toEqual({ account: second, orderId: '7' })
    expect(findOrderOf('N000009', [first, second], glance)).toBeNull()
    expect(bridge.asked).toEqual([])
  })
})
