import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { createAccountCache, emptyRecord } from '../../../src-renderer/storage/account-cache.ts'
import { DexieTable } from '../../../src-renderer/storage/entry-table.ts'
import { KeptDb, openKeptStore } from '../../../src-renderer/storage/kept-store.ts'
import { endlessRoom, roomOf } from '../../../src-renderer/storage/room.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { entryOf } from '../outbox/fakes/rows.ts'

const sealer = createSealer(Buffer.alloc(32, 1).toString('base64'))
const noRoom = () => Promise.resolve(false)
const idb = { indexedDB, IDBKeyRange }
const full = { name: 'QuotaExceededError' }

describe('P24: without room on the disk', () => {
  it('nothing is written to the outbox, and what is there can be read', async () => {
    const first = new DexieTable(await sealer, idb, endlessRoom, 'full-outbox')
    await first.open()
    await first.add(entryOf())
    first.close()
    const table = new DexieTable(await sealer, idb, noRoom, 'full-outbox')
    await table.open()
    await expect(table.add(entryOf({ id: 'e2', seq: 2 }))).rejects.toMatchObject(full)
    await expect(table.swap(entryOf(), entryOf({ version: 2 }))).rejects.toMatchObject(full)
    await expect(table.remove(['e1'])).rejects.toMatchObject(full)
    await expect(table.savePaused(['account'])).rejects.toMatchObject(full)
    await expect(table.touch(1)).rejects.toMatchObject(full)
    expect((await table.read()).entries).toEqual([entryOf()])
    table.close()
  })

  it('nothing is written to a cache, which says why', async () => {
    const cache = createAccountCache('full', await sealer, Date.now, noRoom)
    await cache.open()
    const rows = [{ id: '1', readAt: 5, value: {} }]
    const batch = { list: 'orders', table: 'orders', rows, removed: [], segments: [], record: emptyRecord } as const
    expect(await cache.write(batch)).toMatchObject({ kind: 'storage', code: 'QuotaExceededError' })
    expect(await cache.read('orders', '1')).toBeNull()
    cache.close()
  })

  it('what a person sets up holds for this run only', async () => {
    const db = new KeptDb('full-kept')
    const kept = await openKeptStore(await sealer, noRoom, db)
    await expect(kept.set('views', [1])).rejects.toMatchObject(full)
    expect(kept.watch('views').snapshot()).toEqual([1])
    expect(await db.records.count()).toBe(0)
  })
})

describe("main's word on the room", () => {
  const asking = (hasRoom: () => Promise<ReturnType<typeof ok<boolean>> | ReturnType<typeof failed>>) =>
    roomOf({ app: { hasRoom } })()

  it('is believed', async () => {
    expect(await asking(async () => ok(false))).toBe(false)
    expect(await asking(async () => ok(true))).toBe(true)
  })

  it('is not needed: a write that meets the end of the disk tells by itself', async () => {
    expect(await asking(async () => failed(failure('bug')))).toBe(true)
    expect(await asking(() => Promise.reject(new Error('gone')))).toBe(true)
  })
})
