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

describe('the table', () => {
  it('gives back what it was given, in the order of seq, after a reopening', async () => {
    const { table, indexedDB } = await setup()
    const second = entryOf({ seq: 2 }, draftOf('e2', '501', { description: 'lütfen' }))
    expect(await table.add(second)).toBe(true)
    expect(await table.add(entryOf())).toBe(true)
    table.close()
    const again = await setup(indexedDB)
    expect((await again.table.read()).entries).toEqual([entryOf(), second])
    expect(await again.table.readOne('e2')).toEqual(second)
    expect(await again.table.readOne('nobody')).toBeNull()
  })

  it('takes an id and a seq once', async () => {
    const { table } = await setup()
    expect(await table.add(entryOf())).toBe(true)
    expect(await table.add(entryOf({ seq: 9 }))).toBe(false)
    expect(await table.add(entryOf({}, draftOf('e2')))).toBe(false)
    expect((await table.read()).entries).toHaveLength(1)
  })

  it('adds many in one transaction, leaves what is there, and adds none beside a seq that is taken', async () => {
    const { table } = await setup()
    const entries = [1, 2, 3].map(seq => entryOf({ seq }, draftOf(`e${seq}`)))
    const [first, second, third] = entries
    if (!first || !second || !third) throw new Error('no entries')
    const sent = { ...second, version: 4, state: 'UNKNOWN' as const }
    await table.add(sent)
    expect(await table.addAll(entries)).toEqual([first, sent, third])
    expect((await table.read()).entries).toEqual([first, sent, third])
    const late = [entryOf({ seq: 9 }, draftOf('e9')), entryOf({ seq: 3 }, draftOf('e10'))]
    await expect(table.addAll(late)).rejects.toThrow()
    expect((await table.read()).entries).toHaveLength(3)
  })

  it('changes a row only for the one who knows its version', async () => {
    const { table } = await setup()
    await table.add(entryOf())
    const won = await Promise.all(
      ['QUEUED', 'DROPPED'].map(state =>
        table.swap(entryOf(), entryOf({ version: 2, state: state === 'QUEUED' ? 'QUEUED' : 'DROPPED' })),
      ),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await table.swap(entryOf({ version: 7 }), entryOf({ version: 8 }))).toBe(false)
    expect(await table.swap(entryOf({ id: 'nobody' }), entryOf({ version: 8 }))).toBe(false)
  })

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

  it('remembers pauses', async () => {
    const { table } = await setup()
    await table.savePaused(['a', 'b'])
    expect((await table.read()).paused).toEqual(['a', 'b'])
  })

  it('opens again after the connection was closed', async () => {
    const { table } = await setup()
    await table.add(entryOf())
    table.close()
    await table.open()
    await table.touch(5)
    expect((await table.read()).entries).toHaveLength(1)
  })

  it('looks for a loss without making a database', async () => {
    const indexedDB = new IDBFactory()
    expect(await noticeDataLoss(indexedDB, 'nothing')).toBe(false)
    expect(await indexedDB.databases()).toEqual([])
  })
})
