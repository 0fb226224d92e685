import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  DexieTable,
  noticeDataLoss,
  openEntry,
  outboxDatabase,
  sealEntry,
} from '../../../src-renderer/storage/entry-table.ts'
import type { Sealer } from '../../../src-renderer/storage/sealer.ts'
import { draftOf, entryOf } from '../outbox/fakes/rows.ts'
import { fakeSealer } from '../outbox/fakes/world.ts'

const setup = async (indexedDB = new IDBFactory(), sealer: Sealer = fakeSealer) => {
  const table = new DexieTable(sealer, { indexedDB, IDBKeyRange })
  await table.open()
  return { table, indexedDB }
}

const rawRows = (indexedDB: IDBFactory): Promise<Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(outboxDatabase)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const all = request.result.transaction('entries').objectStore('entries').getAll()
      all.onsuccess = () => {
        request.result.close()
        resolve(all.result)
      }
    }
  })

describe('the table in IndexedDB', () => {
  it('writes nothing personal outside the cipher', async () => {
    const { table, indexedDB } = await setup()
    await table.add(entryOf({}, draftOf('e1', '500', { iban: 'TR33', description: 'Ayşe' })))
    const [row] = await rawRows(indexedDB)
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['accountId', 'createdAt', 'id', 'orderItem', 'sealed', 'seq', 'state', 'version'].sort(),
    )
    expect(JSON.stringify({ ...row, sealed: null })).not.toMatch(/TR33|Ayşe|9001/)
  })

  it('keeps and counts rows that it cannot open or does not understand', async () => {
    const { table, indexedDB } = await setup()
    await table.add(entryOf())
    const later: Sealer = {
      ...fakeSealer,
      seal: text => fakeSealer.seal(text.replace('"schema":1', '"schema":2'), 'outbox/entry/e2'),
    }
    const future = await setup(indexedDB, later)
    await future.table.add(entryOf({ seq: 2 }, draftOf('e2', '501')))
    const { entries, unreadable } = await table.read()
    expect(entries.map(one => one.id)).toEqual(['e1'])
    expect(unreadable).toEqual([{ seq: 2, id: 'e2', accountId: entryOf().accountId, createdAt: 1_000 }])
    const otherKey: Sealer = { ...fakeSealer, open: () => Promise.reject(new Error('no')) }
    expect((await (await setup(indexedDB, otherKey)).table.read()).unreadable).toHaveLength(2)
    expect(await rawRows(indexedDB)).toHaveLength(2)
  })

  it('does not open a row under another id or with another version', async () => {
    const row = await sealEntry(entryOf(), fakeSealer)
    expect(await openEntry(row, fakeSealer)).toEqual(entryOf())
    expect(await openEntry({ ...row, id: 'e2' }, fakeSealer)).toBeNull()
    expect(await openEntry({ ...row, version: 9 }, fakeSealer)).toBeNull()
  })

  it('looks for a loss without making a database', async () => {
    const indexedDB = new IDBFactory()
    expect(await noticeDataLoss(indexedDB, 'nothing')).toBe(false)
    expect(await indexedDB.databases()).toEqual([])
  })
})
