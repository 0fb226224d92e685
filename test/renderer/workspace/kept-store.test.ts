import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { endlessRoom } from '../../../src-renderer/cache/room.ts'
import { createSealer } from '../../../src-renderer/cache/sealer.ts'
import { KeptDb, openKeptStore } from '../../../src-renderer/workspace/kept-store.ts'

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64')
let made = 0
const newName = () => `kept-${++made}`

describe('what a person set up', () => {
  it('is there after a restart, and gone after it was removed', async () => {
    const name = newName()
    const sealer = await createSealer(keyOf(1))
    const first = await openKeptStore(sealer, endlessRoom, new KeptDb(name))
    await first.set('views', [{ name: 'İadeler' }])
    await first.set('macros', ['x'])
    await first.set('macros', undefined)
    const second = await openKeptStore(sealer, endlessRoom, new KeptDb(name))
    expect(second.watch('views').snapshot()).toEqual([{ name: 'İadeler' }])
    expect(second.names()).toEqual(['views'])
  })

  it('is sealed on disk', async () => {
    const name = newName()
    const db = new KeptDb(name)
    await (await openKeptStore(await createSealer(keyOf(1)), endlessRoom, db)).set('notes', 'Ayşe Yılmaz')
    const [record] = await db.records.toArray()
    expect(new TextDecoder().decode(record?.sealed)).not.toContain('Yılmaz')
  })

  it('is left alone when another key sealed it', async () => {
    const name = newName()
    await (await openKeptStore(await createSealer(keyOf(1)), endlessRoom, new KeptDb(name))).set('tabs', [1])
    const other = await openKeptStore(await createSealer(keyOf(2)), endlessRoom, new KeptDb(name))
    expect(other.names()).toEqual([])
    const again = await openKeptStore(await createSealer(keyOf(1)), endlessRoom, new KeptDb(name))
    expect(again.watch('tabs').snapshot()).toEqual([1])
  })

  it('tells who watches, before the disk has it', async () => {
    const store = await openKeptStore(await createSealer(keyOf(1)), endlessRoom, new KeptDb(newName()))
    const seen: unknown[] = []
    store.watch('theme').subscribe(() => seen.push(store.watch('theme').snapshot()))
    const writing = store.set('theme', 'dark')
    expect(seen).toEqual(['dark'])
    await writing
  })
})
