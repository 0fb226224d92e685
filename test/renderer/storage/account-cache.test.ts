import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type AccountCache,
  type CacheBatch,
  createAccountCache,
  emptyRecord,
} from '../../../src-renderer/storage/account-cache.ts'
import { AccountDb, cacheNameOf, dropAccountCache, dropOrphanCaches } from '../../../src-renderer/storage/account-db.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { keyOf } from '../fakes/keys.ts'

const opened: AccountCache[] = []
let last = 0
const freshId = () => `account-${++last}`
const make = async (accountId: string, key = 1) => {
  const cache = createAccountCache(accountId, await createSealer(keyOf(key)))
  opened.push(cache)
  return cache
}
const batch = (more: Partial<CacheBatch> = {}): CacheBatch => ({
  list: 'orders',
  table: 'orders',
  rows: [{ id: '1', readAt: 5, value: { name: 'Işıl' } }],
  removed: [],
  segments: [{ no: 0, rows: [{ id: '1', summary: { person: 'Işıl' }, readAt: 5, stamp: 's' }] }],
  record: { ...emptyRecord, asOf: 5, unreadable: [{ index: 0, raw: 'Işıl' }] },
  ...more,
})
const filledWith = async (accountId: string) => {
  const cache = await make(accountId)
  await cache.open()
  expect(await cache.write(batch())).toBeNull()
  cache.close()
}

afterEach(() => {
  for (const cache of opened.splice(0)) cache.close()
})

describe('the cache of an account', () => {
  it('gives back after a restart what was written', async () => {
    const id = freshId()
    await filledWith(id)
    const cache = await make(id)
    const lists = await cache.open()
    expect(cache.state.snapshot()).toEqual({ kind: 'ready' })
    expect(lists.get('orders')).toEqual({ record: batch().record, segments: batch().segments })
    expect(lists.get('pending')).toEqual({ record: emptyRecord, segments: [] })
    expect(await cache.read('orders', '1')).toEqual({ value: { name: 'Işıl' }, readAt: 5 })
    expect(await cache.read('orders', '2')).toBeNull()
  })

  it('leaves nothing of a person readable on disk', async () => {
    const id = freshId()
    await filledWith(id)
    const db = new AccountDb(id)
    for (const table of db.tables) {
      for (const row of (await table.toArray()) as Record<string, unknown>[]) {
        for (const [key, value] of Object.entries(row)) {
          if (key === 'sealed') expect(Buffer.from(value as Uint8Array).toString('utf8')).not.toContain('Işıl')
          else expect(['id', 'readAt', 'list', 'no', 'name']).toContain(key)
        }
      }
    }
    db.close()
  })

  it('drops what another key sealed and says so', async () => {
    const id = freshId()
    await filledWith(id)
    const cache = await make(id, 2)
    const lists = await cache.open()
    expect(cache.state.snapshot()).toMatchObject({ kind: 'rebuilt', reason: 'unreadable' })
    expect(lists.get('orders')?.segments).toEqual([])
    expect(await cache.read('orders', '1')).toBeNull()
    expect(await cache.write(batch())).toBeNull()
    expect(await cache.read('orders', '1')).not.toBeNull()
  })

  it('drops a cache with a damaged segment and works on', async () => {
    const id = freshId()
    await filledWith(id)
    const db = new AccountDb(id)
    await db.segments.put({ list: 'orders', no: 0, sealed: new Uint8Array(40) })
    db.close()
    const cache = await make(id)
    expect((await cache.open()).get('orders')?.record.asOf).toBeNull()
    expect(cache.state.snapshot()).toMatchObject({ kind: 'rebuilt', reason: 'unreadable' })
  })

  it('drops a cache of a newer version', async () => {
    const id = freshId()
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(cacheNameOf(id), 990)
      request.onupgradeneeded = () => request.result.createObjectStore('other')
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
      request.onerror = () => reject(request.error)
    })
    const cache = await make(id)
    await cache.open()
    expect(cache.state.snapshot()).toMatchObject({ kind: 'rebuilt', reason: 'other-version' })
    expect(await cache.write(batch())).toBeNull()
  })

  it('loses only a damaged row, not the rest', async () => {
    const id = freshId()
    await filledWith(id)
    const db = new AccountDb(id)
    await db.orders.put({ id: '2', readAt: 1, sealed: new Uint8Array(40) })
    const cache = await make(id)
    await cache.open()
    expect(await cache.read('orders', '2')).toBeNull()
    expect(await cache.read('orders', '1')).not.toBeNull()
    expect(await db.orders.get('2')).toBeUndefined()
    db.close()
  })

  it('does not open one row in the place of another', async () => {
    const id = freshId()
    await filledWith(id)
    const db = new AccountDb(id)
    const row = await db.orders.get('1')
    if (row) await db.orders.put({ ...row, id: '9' })
    db.close()
    const cache = await make(id)
    await cache.open()
    expect(await cache.read('orders', '9')).toBeNull()
  })

  it('works from memory when there is no storage at all', async () => {
    const open = indexedDB.open
    indexedDB.open = () => {
      throw new DOMException('no', 'UnknownError')
    }
    try {
      const cache = await make(freshId())
      expect((await cache.open()).size).toBe(0)
      expect(cache.state.snapshot()).toMatchObject({ kind: 'memory-only', failure: { kind: 'storage' } })
      expect(await cache.write(batch())).toBeNull()
      expect(await cache.read('orders', '1')).toBeNull()
    } finally {
      indexedDB.open = open
    }
  })

  it('writes rows, segments and record together or not at all', async () => {
    const id = freshId()
    await filledWith(id)
    const cache = await make(id)
    await cache.open()
    // A key IndexedDB refuses, after the row of the same batch was put.
    const broken = batch({
      rows: [{ id: '7', readAt: 6, value: 1 }],
      segments: [{ no: Number.NaN, rows: [] }],
    })
    expect(await cache.write(broken)).toMatchObject({ kind: 'storage' })
    expect(await cache.read('orders', '7')).toBeNull()
  })

  it('forgets the caches of accounts that are gone and touches nothing else', async () => {
    const [a, b] = [freshId(), freshId()]
    await filledWith(a)
    await filledWith(b)
    await new Promise(resolve => {
      indexedDB.open('counterside-outbox').onsuccess = event => {
        ;(event.target as IDBOpenDBRequest).result.close()
        resolve(null)
      }
    })
    await dropOrphanCaches([b])
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain(cacheNameOf(a))
    expect(names).toContain(cacheNameOf(b))
    expect(names).toContain('counterside-outbox')
    await dropAccountCache(b)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(cacheNameOf(b))
  })
})

describe('a store that never answers', () => {
  it('leaves lists in memory after five seconds, and drops nothing', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest)
    const remove = vi.spyOn(indexedDB, 'deleteDatabase')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const cache = createAccountCache('never', await createSealer(keyOf(1)))
      const opening = cache.open()
      await vi.advanceTimersByTimeAsync(5000)
      expect([...(await opening)]).toEqual([])
      expect(cache.state.snapshot()).toMatchObject({ kind: 'memory-only', failure: { code: 'TimeoutError' } })
      expect(remove).not.toHaveBeenCalled()
    } finally {
      vi.useRealTimers()
      open.mockRestore()
      remove.mockRestore()
    }
  })
})
