import { describe, expect, it } from 'vitest'
import { mostRecorded } from '../../../src-main/contract/entries.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, folder, path, startedAt } from './books.ts'

const reserve = `${path}.reserve`

/** Takes no byte more than it has; what the ledger gave up is room again. */
function fillUp(disk: SimulatedDisk): void {
  disk.refuses = operation => {
    const isFull = disk.namesIn(folder).some(name => reserve.endsWith(name))
    return operation === 'write' && isFull ? new Error('ENOSPC') : null
  }
}

const takenBack = someEntry({ id: 'refused', version: 2, state: 'DROPPED', settledAt: null })

async function onFullDisk() {
  const disk = new SimulatedDisk()
  const { book } = await bookOn(disk.boot())
  await book.record(someEntry({ id: 'refused' }), startedAt)
  fillUp(disk)
  return { disk, book }
}

describe('P24: a ledger on a full disk', () => {
  it('takes back what was called not saved, with the room it kept for that', async () => {
    const { disk, book } = await onFullDisk()
    await book.record(takenBack, startedAt)
    disk.cut(() => 0)
    disk.refuses = () => null
    const { entries } = (await bookOn(disk.boot())).book.read()
    expect(entries.map(({ entry }) => entry.state)).toEqual(['DROPPED'])
  })

  it('takes back every entry of the largest record within that room', async () => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    const ids = Array.from({ length: mostRecorded }, (_, n) => `0199f3a4-0000-7000-8000-${String(n).padStart(12, '0')}`)
    await book.recordAll(
      ids.map(id => someEntry({ id })),
      startedAt,
    )
    const room = disk.bytesOf(reserve)?.length ?? 0
    const before = disk.bytesOf(path)?.length ?? 0
    fillUp(disk)
    await book.recordAll(
      ids.map(id => someEntry({ id, version: 2, state: 'DROPPED', settledAt: null })),
      startedAt,
    )
    expect((disk.bytesOf(path)?.length ?? 0) - before).toBeLessThan(room)
    disk.cut(() => 0)
    disk.refuses = () => null
    const again = (await bookOn(disk.boot())).book
    expect(again.read().entries).toEqual([])
    await again.recordAll([someEntry({ id: ids[0] ?? '' })], startedAt)
    expect(again.read().entries.map(({ entry }) => entry.state)).toEqual(['QUEUED'])
  })

  it('takes its room anew when an earlier version kept less', async () => {
    const disk = new SimulatedDisk()
    disk.put(reserve, Buffer.alloc(64 * 1024))
    await bookOn(disk.boot())
    expect(disk.bytesOf(reserve)?.length).toBeGreaterThan(64 * 1024)
  })

  it('gives that room up for nothing else', async () => {
    const { disk, book } = await onFullDisk()
    await expect(book.record(someEntry({ id: 'new' }), startedAt)).rejects.toThrow('ENOSPC')
    await expect(book.claim([someSend({ entryId: 'refused' })], startedAt)).rejects.toThrow('ENOSPC')
    expect(disk.bytesOf(reserve)?.length).toBeGreaterThan(0)
  })

  it('proves to be writable only when there is room beside what is kept', async () => {
    const { disk, book } = await onFullDisk()
    await book.prove()
    await expect(book.record(someEntry({ id: 'new' }), startedAt)).rejects.toThrow('ENOSPC')
    await expect(book.prove()).rejects.toThrow('ENOSPC')
    expect(disk.namesIn(folder).sort()).toEqual(['outbox.ledger', 'outbox.ledger.reserve'])
    disk.refuses = () => null
    await book.prove()
    await book.record(someEntry({ id: 'new' }), startedAt)
    expect(book.read().entries.map(({ entry }) => entry.id)).toEqual(['refused', 'new'])
  })

  it('claims an attempt anew that could not be written down', async () => {
    const { disk, book } = await onFullDisk()
    const send = someSend({ entryId: 'refused' })
    await expect(book.claim([send], startedAt)).rejects.toThrow('ENOSPC')
    disk.refuses = () => null
    expect(await book.claim([send], startedAt)).toEqual([send])
    expect(await book.claim([send], startedAt)).toEqual([])
  })

  it('opens without the room it wants to keep', async () => {
    const disk = new SimulatedDisk()
    disk.refuses = (operation, at) => (operation === 'write' && at.startsWith(reserve) ? new Error('ENOSPC') : null)
    const { book } = await bookOn(disk.boot())
    await book.record(someEntry({ id: 'fits' }), startedAt)
    expect(book.read().entries.map(({ entry }) => entry.id)).toEqual(['fits'])
  })
})
