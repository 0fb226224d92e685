import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  DexieTable,
  noticeDataLoss,
  openEntry,
  outboxDatabase,
  sealEntry,
} from '../../../src-renderer/storage/entry-table.ts'
import { createSealer, type Sealer } from '../../../src-renderer/storage/sealer.ts'
import { keyOf } from '../fakes/keys.ts'
import { Life } from '../outbox/fakes/life.ts'
import { MemoryTable, TableDisk } from '../outbox/fakes/memory-table.ts'
import { draftOf, entryOf } from '../outbox/fakes/rows.ts'
import { tableSuite } from './entry-table-suite.ts'

const realSealer = await createSealer(keyOf(1))

const setup = async (indexedDB = new IDBFactory(), sealer: Sealer = realSealer) => {
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

const changeRows = (indexedDB: IDBFactory, change: (store: IDBObjectStore) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(outboxDatabase)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const transaction = request.result.transaction('entries', 'readwrite')
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
      change(transaction.objectStore('entries'))
    }
  })

tableSuite('the table in IndexedDB', () => {
  const indexedDB = new IDBFactory()
  return {
    open: async () => (await setup(indexedDB)).table,
    spoil: async id => {
      const row = (await rawRows(indexedDB)).find(one => one['id'] === id)
      await changeRows(indexedDB, store => store.put({ ...row, sealed: new Uint8Array([1, 2, 3]) }))
    },
  }
})

tableSuite('the table in memory', () => {
  const disk = new TableDisk()
  return {
    open: async () => {
      const table = new MemoryTable(disk, new Life())
      await table.open()
      return table
    },
    spoil: async id => disk.spoil(id),
  }
})

describe('rows on the disk', () => {
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
      ...realSealer,
      seal: text => realSealer.seal(text.replace('"schema":1', '"schema":2'), 'outbox/entry/e2'),
    }
    const future = await setup(indexedDB, later)
    await future.table.add(entryOf({ seq: 2 }, draftOf('e2', '501')))
    const { entries, unreadable } = await table.read()
    expect(entries.map(one => one.id)).toEqual(['e1'])
    expect(unreadable).toEqual([{ seq: 2, id: 'e2', accountId: entryOf().accountId, createdAt: 1_000 }])
    const otherKey = await createSealer(keyOf(2))
    expect((await (await setup(indexedDB, otherKey)).table.read()).unreadable).toHaveLength(2)
    expect(await rawRows(indexedDB)).toHaveLength(2)
  })

  it('does not open a row under another id or with another version', async () => {
    const row = await sealEntry(entryOf(), realSealer)
    expect(await openEntry(row, realSealer)).toEqual(entryOf())
    expect(await openEntry({ ...row, id: 'e2' }, realSealer)).toBeNull()
    expect(await openEntry({ ...row, version: 9 }, realSealer)).toBeNull()
  })

  it('looks for a loss without making a database', async () => {
    const indexedDB = new IDBFactory()
    expect(await noticeDataLoss(indexedDB, 'nothing')).toBe(false)
    expect(await indexedDB.databases()).toEqual([])
  })
})
