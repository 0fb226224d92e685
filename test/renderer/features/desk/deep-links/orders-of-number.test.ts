import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts.ts'
import type { Counterside } from '../../../../../src-renderer/features/common/services/services.tsx'
import { ordersOfNumber } from '../../../../../src-renderer/features/desk/deep-links/orders-of-number.ts'
import type { ListSnapshot } from '../../../../../src-renderer/lists/types.ts'
import type { SummaryBase } from '../../../../../src-renderer/model/summaries.ts'
import { createWatched } from '../../../../../src-renderer/model/watched.ts'

type Rows = ListSnapshot<SummaryBase>

const listOf = (numbers: readonly string[], loaded = true): Rows => ({
  loaded,
  rows: numbers.map(
    number => ({ id: `id of ${number}`, number, at: null, dateText: null, amount: null }) as unknown as SummaryBase,
  ),
  asOf: null,
  pull: { kind: 'idle' },
  unreadable: [],
})
const account = (id: string, kind: Account['kind']) => ({ id, kind, label: id }) as Account

/** What this computer has of each account, by list. */
const computer = (lists: Readonly<Record<string, Partial<Record<'orders' | 'oldOrders' | 'pending', Rows>>>>) => {
  const watched = Object.fromEntries(
    Object.entries(lists).map(([id, of]) => [
      id,
      {
        orders: createWatched(of.orders ?? listOf([])),
        oldOrders: createWatched(of.oldOrders ?? listOf([])),
        pending: createWatched(of.pending ?? listOf([])),
      },
    ]),
  )
  return { watched, glance: ((id: string) => watched[id]) as unknown as Counterside['glance'] }
}

describe('the orders that a link may mean', () => {
  const accounts = [account('deniz', 'customer'), account('ayse', 'customer'), account('destek', 'staff')]

  it('are one an account, its list before its old orders', async () => {
    const { glance } = computer({
      deniz: { orders: listOf(['1', '12']), oldOrders: listOf(['12']) },
      ayse: { orders: listOf(['121']), oldOrders: listOf(['12']) },
      destek: { orders: listOf(['12']), pending: listOf(['12']) },
    })
    const found = await ordersOfNumber('12', accounts, glance)
    expect(found.map(({ ref }) => ref)).toEqual([
      { accountId: 'deniz', screen: 'orders', id: 'id of 12' },
      { accountId: 'ayse', screen: 'old-orders', id: 'id of 12' },
      { accountId: 'destek', screen: 'pending', id: 'id of 12' },
    ])
    expect(await ordersOfNumber('2', accounts, glance)).toEqual([])
  })

  it('wait for the copies on disk to be read', async () => {
    const { glance, watched } = computer({ deniz: { orders: listOf([], false) } })
    const finding = ordersOfNumber('12', accounts.slice(0, 1), glance)
    watched['deniz']?.orders.set(listOf(['12']))
    expect((await finding).map(({ row }) => row.number)).toEqual(['12'])
  })
})
