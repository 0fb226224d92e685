import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { DexieTable, type EntryTable } from '../../../src-renderer/storage/entry-table.ts'
import { Life } from '../outbox/fakes/life.ts'
import { MemoryTable, TableDisk } from '../outbox/fakes/memory-table.ts'
import { draftOf, entryOf } from '../outbox/fakes/rows.ts'
import { fakeSealer } from '../outbox/fakes/world.ts'

/** A table and a way to open the same rows again, as after a restart. */
interface Made {
  readonly table: EntryTable
  readonly again: () => Promise<EntryTable>
}

const opened = async (table: EntryTable): Promise<EntryTable> => {
  await table.open()
  return table
}

const inIndexedDb = async (): Promise<Made> => {
  const idb = { indexedDB: new IDBFactory(), IDBKeyRange }
  const again = () => opened(new DexieTable(fakeSealer, idb))
  return { table: await again(), again }
}

const inMemory = async (): Promise<Made> => {
  const disk = new TableDisk()
  const again = () => opened(new MemoryTable(disk, new Life()))
  return { table: await again(), again }
}

const three = [1, 2, 3].map(seq => entryOf({ seq }, draftOf(`e${seq}`)))
const rowsOf = async (table: EntryTable) => (await table.read()).entries

describe.each([
  ['the app’s', inIndexedDb],
  ['the histories’', inMemory],
])('%s table of entries', (_, make) => {
  it('is empty at first, and lost nothing', async () => {
    const { table } = await make()
    expect(await table.read()).toEqual({ entries: [], unreadable: [], paused: [] })
    expect(await table.open()).toEqual({ lost: false })
  })

  it('returns its entries in the order of seq, after a restart as well', async () => {
    const { table, again } = await make()
    const second = entryOf({ seq: 2 }, draftOf('e2', '501', { description: 'lütfen' }))
    expect(await table.add(second)).toBe(true)
    expect(await table.add(entryOf())).toBe(true)
    table.close()
    const later = await again()
    expect(await rowsOf(later)).toEqual([entryOf(), second])
    expect(await later.readOne('e2')).toEqual(second)
    expect(await later.readOne('nobody')).toBeNull()
  })

  it('takes an id and a seq once', async () => {
    const { table } = await make()
    expect(await table.add(entryOf())).toBe(true)
    expect(await table.add(entryOf({ seq: 9 }))).toBe(false)
    expect(await table.add(entryOf({}, draftOf('e2')))).toBe(false)
    expect(await rowsOf(table)).toEqual([entryOf()])
  })

  it('adds many in one go, and leaves what is there as it is', async () => {
    const { table } = await make()
    const [first, second, third] = three
    if (!first || !second || !third) throw new Error('no entries')
    const sent = { ...second, version: 4, state: 'UNKNOWN' as const }
    await table.add(sent)
    expect(await table.addAll(three)).toEqual([first, sent, third])
    expect(await rowsOf(table)).toEqual([first, sent, third])
  })

  it.each([
    ['another row has', [entryOf({ seq: 9 }, draftOf('e9')), entryOf({ seq: 3 }, draftOf('e10'))]],
    ['two of them have', [entryOf({ seq: 8 }, draftOf('e8')), entryOf({ seq: 8 }, draftOf('e9'))]],
  ])('adds none when %s the same seq', async (_name, late) => {
    const { table } = await make()
    await table.addAll(three)
    await expect(table.addAll(late)).rejects.toThrow()
    expect(await rowsOf(table)).toEqual(three)
  })

  it('changes a row only for the one who knows its version', async () => {
    const { table } = await make()
    await table.add(entryOf())
    const states = ['QUEUED', 'DROPPED'] as const
    const won = await Promise.all(states.map(state => table.swap(entryOf(), entryOf({ version: 2, state }))))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await table.swap(entryOf({ version: 7 }), entryOf({ version: 8 }))).toBe(false)
    expect(await table.swap(entryOf({ id: 'nobody' }), entryOf({ version: 8 }))).toBe(false)
  })

  it('keeps the seq of a row that it changes', async () => {
    const { table } = await make()
    await table.addAll(three)
    expect(await table.swap({ id: 'e2', version: 1 }, entryOf({ seq: 77, version: 2 }, draftOf('e2')))).toBe(true)
    expect((await rowsOf(table)).map(({ id, seq, version }) => [id, seq, version])).toEqual([
      ['e1', 1, 1],
      ['e2', 2, 2],
      ['e3', 3, 1],
    ])
  })

  it('removes what it is asked to, and no other row', async () => {
    const { table } = await make()
    await table.addAll(three)
    await table.remove(['e1', 'e3', 'nobody'])
    expect((await rowsOf(table)).map(({ id }) => id)).toEqual(['e2'])
  })

  it('remembers pauses', async () => {
    const { table, again } = await make()
    await table.savePaused(['a', 'b'])
    table.close()
    expect((await (await again()).read()).paused).toEqual(['a', 'b'])
  })

  it('returns copies: a change of one is no change of the table', async () => {
    const { table } = await make()
    await table.add(entryOf())
    const read = await table.readOne('e1')
    Object.assign(read ?? {}, { state: 'DROPPED' })
    expect(await table.readOne('e1')).toEqual(entryOf())
  })

  it('works again after it was closed', async () => {
    const { table } = await make()
    await table.add(entryOf())
    table.close()
    await table.open()
    await table.touch(5)
    expect(await rowsOf(table)).toHaveLength(1)
  })
})
