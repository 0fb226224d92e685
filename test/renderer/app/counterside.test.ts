import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Account, AccountList } from '../../../src-main/contract/accounts.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import {
  createCounterside,
  type LiveCounterside,
  type OutboxSeam,
  StartFailed,
} from '../../../src-renderer/app/counterside.ts'
import { createWatched } from '../../../src-renderer/model/watched.ts'
import type { ClosedOutboxGate, Outbox, OutboxSnapshot } from '../../../src-renderer/outbox/types.ts'
import { cacheNameOf, type ListName, listNames } from '../../../src-renderer/storage/account-db.ts'
import { createFakeBridge, type Handlers } from '../fakes/fake-bridge.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { makeAccount, makeOrder, makePending, pagesOf } from '../fakes/rows.ts'

const keyBase64 = Buffer.alloc(32, 1).toString('base64')
const MINUTE = 60_000
const opened: LiveCounterside[] = []
let last = 0
const freshAccount = (more: Partial<Account> = {}) => makeAccount({ id: `counterside-${++last}`, ...more })
const listOf = (...accounts: Account[]): AccountList => ({ accounts, activeId: accounts[0]?.id ?? null })

const shopBy = (now: () => number): Handlers => ({
  'commerce.orders': pagesOf(() => [makeOrder(2), makeOrder(1)], now),
  'commerce.oldOrders': pagesOf(() => [], now),
  'commerce.requests': pagesOf(() => [], now),
  'commerce.reasons': pagesOf(() => [], now),
  'commerce.addresses': pagesOf(() => [], now),
  'omnitron.pending': pagesOf(() => [makePending(1)], now),
})

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
    enqueueAll: async () => [],
    edit: refuse,
    retry: refuse,
    checkNow: refuse,
    adopt: refuse,
    sendAgain: refuse,
    discard: refuse,
    undoDiscard: refuse,
    exportUnreadable: refuse,
    pause: async () => {},
    closedGate: () => createWatched<ClosedOutboxGate | null>(null),
    wake: () => {
      wakes += 1
    },
  }
  return { outbox, wakes: () => wakes }
}

async function setup(list: AccountList, handlers: Handlers = {}) {
  const host = createFakeHost()
  const bridge = createFakeBridge({ 'accounts.list': () => ok(list), ...shopBy(host.now), ...handlers })
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
  /** Every list of the account was read at the host's time, but for those that can not be. */
  const synced = ({ id, kind }: Account, failing: readonly ListName[] = []) =>
    vi.waitFor(
      () => {
        const workspace = counterside.workspace(id)
        for (const name of listNames) {
          if ((name === 'pending') !== (kind === 'staff')) continue
          const { headAsOf, pull } = workspace[name].snapshot()
          expect(pull.kind).toBe(failing.includes(name) ? 'failed' : 'idle')
          if (!failing.includes(name)) expect(headAsOf).toBe(host.now())
        }
      },
      { interval: 5, timeout: 10_000 },
    )
  /** Replies come in turn: once this one is here, every call that was due before has been made. */
  const laterReply = () => bridge.accounts.list(undefined)
  return {
    bridge,
    host,
    counterside,
    asked,
    synced,
    laterReply,
    wakes: counting.wakes,
    seam: seams[0],
  }
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

describe('auto-sync', () => {
  it('does nothing before start, then pulls the active account', async () => {
    const account = freshAccount()
    const { counterside, asked, synced, laterReply, wakes } = await setup(listOf(account))
    await counterside.workspace(account.id).ready
    await laterReply()
    expect(asked('commerce.orders')).toBe(0)
    counterside.start()
    counterside.start()
    await synced(account)
    expect(counterside.workspace(account.id).orders.snapshot().rows).toHaveLength(2)
    expect(counterside.connections.of(account.id).snapshot()).toMatchObject({ shop: 'answering', session: 'signed-in' })
    expect(wakes()).toBeGreaterThan(0)
    expect(asked('commerce.orders')).toBe(1)
  })

  it('pulls every five minutes while somebody can see it', async () => {
    const account = freshAccount()
    const { counterside, asked, host, synced, laterReply } = await setup(listOf(account))
    counterside.start()
    await synced(account)
    host.pass(5 * MINUTE)
    await synced(account)
    expect(asked('commerce.orders')).toBe(2)
    host.hide(true)
    host.pass(20 * MINUTE)
    await laterReply()
    expect(asked('commerce.orders')).toBe(2)
  })

  it('pulls on focus when the last time is two minutes ago, and on waking up', async () => {
    const account = freshAccount()
    const { counterside, asked, host, bridge, synced, laterReply } = await setup(listOf(account))
    counterside.start()
    await synced(account)
    host.pass(MINUTE)
    host.focus()
    await laterReply()
    expect(asked('commerce.orders')).toBe(1)
    host.pass(1.5 * MINUTE)
    host.focus()
    await synced(account)
    expect(asked('commerce.orders')).toBe(2)
    host.pass(1)
    bridge.emit('power.resumed', {})
    await synced(account)
    expect(asked('commerce.orders')).toBe(3)
  })

  it('pulls when the shop answers again', async () => {
    const account = freshAccount()
    const { counterside, bridge, host, asked, synced } = await setup(listOf(account), {
      'commerce.orders': () => failed(failure('offline')),
      'commerce.requests': () => failed(failure('offline')),
    })
    counterside.start()
    await synced(account, ['orders', 'requests'])
    host.network(false)
    expect(counterside.connections.of(account.id).snapshot().shop).toBe('not-answering')
    host.pass(1)
    bridge.answer({ ...shopBy(host.now), 'commerce.currentUser': () => failed(failure('not-found', { status: 404 })) })
    host.network(true)
    await synced(account)
    expect(counterside.connections.of(account.id).snapshot().shop).toBe('answering')
    expect(counterside.workspace(account.id).orders.snapshot().rows).toHaveLength(2)
    expect(asked('commerce.currentUser')).toBe(1)
  })

  it('leaves a signed-out account alone until it is signed in', async () => {
    const account = freshAccount({ signedIn: false })
    const { counterside, bridge, asked, synced, laterReply } = await setup(listOf(account))
    counterside.start()
    await counterside.workspace(account.id).ready
    await laterReply()
    expect(asked('commerce.orders')).toBe(0)
    bridge.emit('accounts.changed', listOf({ ...account, signedIn: true, label: 'Neu' }))
    await synced(account)
    expect(asked('commerce.orders')).toBe(1)
    expect(counterside.workspace(account.id).account.label).toBe('Neu')
  })

  it('asks once at the start whether a session that counts as lost holds after all, and goes on when it does', async () => {
    const account = freshAccount({ signedIn: false })
    const user = { pk: account.userId, first_name: null, last_name: null, email: null, phone: null }
    const { counterside, asked, synced } = await setup(listOf(account), {
      'commerce.currentUser': () => ok(user),
    })
    counterside.workspace(account.id)
    counterside.start()
    await synced(account)
    expect(asked('commerce.currentUser')).toBe(1)
    expect(counterside.connections.of(account.id).snapshot().session).toBe('signed-in')
  })

  it('reads nothing while somebody else is signed in where the account’s user should be', async () => {
    const account = freshAccount()
    const userOf = (pk: string) => ok({ pk, first_name: null, last_name: null, email: null, phone: null })
    const { counterside, bridge, asked, host, synced, laterReply } = await setup(listOf(account), {
      'commerce.currentUser': () => userOf('somebody-else'),
    })
    counterside.start()
    await synced(account)
    await counterside.connections.identify(account.id)
    host.pass(5 * MINUTE)
    await laterReply()
    const { orders } = counterside.workspace(account.id)
    await orders.refresh()
    expect(orders.snapshot()).toMatchObject({ pull: { kind: 'failed', failure: { code: 'other-user' } } })
    expect(orders.snapshot().rows).toHaveLength(2)
    expect(asked('commerce.orders')).toBe(1)
    bridge.answer({ ...shopBy(host.now), 'commerce.currentUser': () => userOf(account.userId) })
    await counterside.connections.identify(account.id)
    await synced(account)
    expect(asked('commerce.orders')).toBe(2)
  })

  it('asks Omnitron, and only Omnitron, for a staff account', async () => {
    const account = freshAccount({ kind: 'staff' })
    const { counterside, bridge, synced } = await setup(listOf(account))
    counterside.start()
    await synced(account)
    expect(new Set(bridge.asked)).toEqual(new Set(['accounts.list', 'omnitron.pending']))
    expect(counterside.workspace(account.id).pending.snapshot().rows).toHaveLength(1)
  })
})

describe('accounts', () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name)
  const createDatabase = (name: string) =>
    new Promise<void>(resolve => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        opening.result.close()
        resolve()
      }
    })

  it('take their cache along when they go, and nothing else', async () => {
    const [gone, stays] = [freshAccount(), freshAccount()]
    await createDatabase('counterside-outbox')
    const { counterside, bridge, synced } = await setup(listOf(gone, stays))
    counterside.start()
    await Promise.all([synced(gone), counterside.workspace(stays.id).ready])
    expect(await databases()).toContain(cacheNameOf(gone.id))
    bridge.emit('accounts.changed', listOf(stays))
    await vi.waitFor(async () => expect(await databases()).not.toContain(cacheNameOf(gone.id)))
    expect(await databases()).toContain(cacheNameOf(stays.id))
    expect(await databases()).toContain('counterside-outbox')
    expect(() => counterside.workspace(gone.id)).not.toThrow()
  })

  it('are looked into without asking their shop, until a screen wants them', async () => {
    const [shown, other] = [freshAccount(), freshAccount()]
    const { counterside, bridge, host, asked, synced, laterReply } = await setup(listOf(shown, other))
    counterside.start()
    await synced(shown)
    const glanced = counterside.glance(other.id)
    await counterside.workspace(shown.id).ready
    host.pass(5 * MINUTE)
    await synced(shown)
    bridge.emit('power.resumed', {})
    await laterReply()
    expect(glanced.orders.snapshot()).toMatchObject({ rows: [], asOf: null })
    const before = asked('commerce.reasons')
    expect(counterside.workspace(other.id)).toBe(glanced)
    await synced(other)
    expect(asked('commerce.reasons')).toBeGreaterThan(before)
    expect(counterside.glance(shown.id)).toBe(counterside.workspace(shown.id))
  })

  it('are opened once each, and unknown ones not at all', async () => {
    const account = freshAccount()
    const { counterside } = await setup(listOf(account))
    expect(counterside.workspace(account.id)).toBe(counterside.workspace(account.id))
    expect(() => counterside.workspace('nobody')).toThrow(RangeError)
  })

  it('that can not be read are no empty list: the start fails and says why, and keeps their caches', async () => {
    const account = freshAccount()
    const { counterside, synced } = await setup(listOf(account))
    counterside.start()
    await synced(account)
    counterside.close()
    const unread = setup(listOf(account), { 'accounts.list': () => failed(failure('locked')) })
    await expect(unread).rejects.toThrow(StartFailed)
    await expect(unread).rejects.toMatchObject({ failure: { kind: 'locked' } })
    // The next start reads its list and drops an orphan: by then the one without would have dropped everything.
    await createDatabase(cacheNameOf('orphan'))
    const third = await setup(listOf(account))
    third.counterside.start()
    await vi.waitFor(async () => expect(await databases()).not.toContain(cacheNameOf('orphan')))
    expect(await databases()).toContain(cacheNameOf(account.id))
  })
})

it('takes every listener back when closed', async () => {
  const { counterside, host } = await setup(listOf(freshAccount()))
  counterside.start()
  expect(host.open()).toBe(3)
  counterside.close()
  expect(host.open()).toBe(0)
})
