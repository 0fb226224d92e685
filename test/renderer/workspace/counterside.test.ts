import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Account, AccountList } from '../../../src-main/contract/accounts.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { cacheNameOf } from '../../../src-renderer/cache/account-db.ts'
import {
  createCounterside,
  type LiveCounterside,
  type OutboxSeam,
} from '../../../src-renderer/workspace/counterside.ts'
import type { Outbox, OutboxSnapshot } from '../../../src-renderer/workspace/types.ts'
import { createFakeBridge, type Handlers } from '../fakes/fake-bridge.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { makeAccount, makeOrder, makePending, makeRequest, pagesOf } from '../fakes/rows.ts'

const keyBase64 = Buffer.alloc(32, 1).toString('base64')
const MINUTE = 60_000
const opened: LiveCounterside[] = []
let last = 0
const freshAccount = (more: Partial<Account> = {}) => makeAccount({ id: `counterside-${++last}`, ...more })
const listOf = (...accounts: Account[]): AccountList => ({ accounts, activeId: accounts[0]?.id ?? null })
const settle = () => new Promise(resolve => setTimeout(resolve, 60))

const shop: Handlers = {
  'commerce.orders': pagesOf(() => [makeOrder(2), makeOrder(1)]),
  'commerce.oldOrders': pagesOf(() => []),
  'commerce.requests': pagesOf(() => []),
  'commerce.reasons': pagesOf(() => []),
  'commerce.addresses': pagesOf(() => []),
  'omnitron.pending': pagesOf(() => [makePending(1)]),
}

/** An outbox that only counts how often it was woken. */
function createCountingOutbox() {
  const snapshot: OutboxSnapshot = {
    loaded: true,
    entries: [],
    paused: [],
    storageFailure: null,
    restored: 0,
    unreadable: 0,
  }
  const refuse = async () => failed(failure('refused'))
  let wakes = 0
  const outbox: Outbox = {
    snapshot: () => snapshot,
    subscribe: () => () => {},
    enqueue: refuse,
    edit: refuse,
    retry: refuse,
    checkNow: refuse,
    adopt: refuse,
    sendAgain: refuse,
    discard: refuse,
    pause: async () => {},
    wake: () => {
      wakes += 1
    },
  }
  return { outbox, wakes: () => wakes }
}

async function setup(list: AccountList, handlers: Handlers = shop) {
  const bridge = createFakeBridge({ 'accounts.list': () => ok(list), ...handlers })
  const host = createFakeHost()
  const counting = createCountingOutbox()
  const seams: OutboxSeam[] = []
  const counterside = await createCounterside({
    bridge,
    keyBase64,
    host,
    outbox: seam => {
      seams.push(seam)
      return counting.outbox
    },
  })
  opened.push(counterside)
  const asked = (name: string) => bridge.asked.filter(one => one === name).length
  return { bridge, host, counterside, asked, wakes: counting.wakes, seam: seams[0] }
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

describe('auto-sync', () => {
  it('does nothing before start, then pulls the active account', async () => {
    const account = freshAccount()
    const { counterside, asked, wakes } = await setup(listOf(account))
    await settle()
    expect(asked('commerce.orders')).toBe(0)
    counterside.start()
    counterside.start()
    await settle()
    expect(counterside.workspace(account.id).orders.snapshot().rows).toHaveLength(2)
    expect(counterside.signals.of(account.id).snapshot()).toMatchObject({ shop: 'answering', session: 'signed-in' })
    expect(wakes()).toBeGreaterThan(0)
    expect(asked('commerce.orders')).toBe(1)
  })

  it('pulls every five minutes while somebody can see it', async () => {
    const { counterside, asked, host } = await setup(listOf(freshAccount()))
    counterside.start()
    await settle()
    host.pass(5 * MINUTE)
    await settle()
    expect(asked('commerce.orders')).toBe(2)
    host.hide(true)
    host.pass(20 * MINUTE)
    await settle()
    expect(asked('commerce.orders')).toBe(2)
  })

  it('pulls on focus when the last time is two minutes ago, and on waking up', async () => {
    const { counterside, asked, host, bridge } = await setup(listOf(freshAccount()))
    counterside.start()
    await settle()
    host.pass(MINUTE)
    host.focus()
    await settle()
    expect(asked('commerce.orders')).toBe(1)
    host.pass(1.5 * MINUTE)
    host.focus()
    await settle()
    expect(asked('commerce.orders')).toBe(2)
    bridge.emit('power.resumed', {})
    await settle()
    expect(asked('commerce.orders')).toBe(3)
  })

  it('pulls when the shop answers again', async () => {
    const account = freshAccount()
    const { counterside, bridge, host, asked, wakes } = await setup(listOf(account), {
      ...shop,
      'commerce.orders': () => failed(failure('offline')),
      'commerce.requests': () => failed(failure('offline')),
    })
    counterside.start()
    await settle()
    host.network(false)
    expect(counterside.signals.of(account.id).snapshot().shop).toBe('not-answering')
    const woken = wakes()
    bridge.answer({ ...shop, 'commerce.currentUser': () => failed(failure('not-found', { status: 404 })) })
    host.network(true)
    await settle()
    expect(counterside.signals.of(account.id).snapshot().shop).toBe('answering')
    expect(counterside.workspace(account.id).orders.snapshot().rows).toHaveLength(2)
    expect(wakes()).toBeGreaterThan(woken)
    expect(asked('commerce.currentUser')).toBe(1)
  })

  it('leaves a signed-out account alone until it is signed in', async () => {
    const account = freshAccount({ signedIn: false })
    const { counterside, bridge, asked } = await setup(listOf(account))
    counterside.start()
    await settle()
    expect(asked('commerce.orders')).toBe(0)
    bridge.emit('accounts.changed', listOf({ ...account, signedIn: true, label: 'Neu' }))
    await settle()
    expect(asked('commerce.orders')).toBe(1)
    expect(counterside.workspace(account.id).account.label).toBe('Neu')
  })

  it('asks Omnitron, and only Omnitron, for a staff account', async () => {
    const account = freshAccount({ kind: 'staff' })
    const { counterside, bridge } = await setup(listOf(account))
    counterside.start()
    await settle()
    expect(new Set(bridge.asked)).toEqual(new Set(['accounts.list', 'omnitron.pending']))
    expect(counterside.workspace(account.id).pending.snapshot().rows).toHaveLength(1)
  })
})

describe('accounts', () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name)

  it('take their cache along when they go, and nothing else', async () => {
    const [gone, stays] = [freshAccount(), freshAccount()]
    await new Promise(resolve => {
      indexedDB.open('counterside-outbox').onsuccess = event => {
        ;(event.target as IDBOpenDBRequest).result.close()
        resolve(null)
      }
    })
    const { counterside, bridge } = await setup(listOf(gone, stays))
    counterside.start()
    counterside.workspace(stays.id)
    await settle()
    expect(await databases()).toContain(cacheNameOf(gone.id))
    bridge.emit('accounts.changed', listOf(stays))
    await settle()
    expect(await databases()).not.toContain(cacheNameOf(gone.id))
    expect(await databases()).toContain(cacheNameOf(stays.id))
    expect(await databases()).toContain('counterside-outbox')
    expect(() => counterside.workspace(gone.id)).not.toThrow()
  })

  it('are opened once each, and unknown ones not at all', async () => {
    const account = freshAccount()
    const { counterside } = await setup(listOf(account))
    expect(counterside.workspace(account.id)).toBe(counterside.workspace(account.id))
    expect(() => counterside.workspace('nobody')).toThrow(RangeError)
  })

  it('keep their caches when the list can not be read', async () => {
    const account = freshAccount()
    const { counterside } = await setup(listOf(account))
    counterside.start()
    await settle()
    counterside.close()
    const again = await setup(listOf(account), { 'accounts.list': () => failed(failure('locked')) })
    again.counterside.start()
    await settle()
    expect(await databases()).toContain(cacheNameOf(account.id))
  })

  it('show a request that the outbox hands over', async () => {
    const account = freshAccount()
    const { counterside, seam } = await setup(listOf(account))
    const workspace = counterside.workspace(account.id)
    await workspace.ready
    seam?.keepRequest(account.id, makeRequest('5', '1-1'), Date.now())
    await settle()
    expect(workspace.requests.snapshot().rows.map(({ id }) => id)).toEqual(['5'])
  })
})

it('takes every listener back when closed', async () => {
  const { counterside, host } = await setup(listOf(freshAccount()))
  counterside.start()
  expect(host.open()).toBe(3)
  counterside.close()
  expect(host.open()).toBe(0)
})
