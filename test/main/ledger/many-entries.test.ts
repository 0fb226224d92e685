import { describe, expect, it } from 'vitest'
import { someEntry } from '../../fakes/entries.ts'
import { picksFrom, SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, path, startedAt } from './books.ts'

const entries = (count: number) => Array.from({ length: count }, (_, n) => someEntry({ id: `e${n}`, seq: n + 1 }))
const all = entries(12)
const ids = all.map(({ id }) => id)

describe('many entries in one record', () => {
  it('cost one write and one sync', async () => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    const asked: string[] = []
    disk.refuses = operation => {
      asked.push(operation)
      return null
    }
    await book.recordAll(entries(500), startedAt)
    expect(asked.filter(operation => operation === 'write')).toHaveLength(1)
    expect(asked.filter(operation => operation === 'sync')).toHaveLength(1)
    expect(book.read().entries).toHaveLength(500)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'torn amid the write by a power cut leave whole entries or none, and are all there when recorded again (%i)',
    async seed => {
      const disk = new SimulatedDisk()
      const { book } = await bookOn(disk.boot())
      await book.record(someEntry({ id: 'before' }), startedAt)
      // The write is done, the sync is not.
      disk.refuses = operation => (operation === 'sync' ? new Error('EIO') : null)
      const refused = book.recordAll(all, startedAt)
      disk.endIn(2, () => 1)
      await expect(refused).rejects.toThrow()
      disk.cut(picksFrom(seed))
      disk.refuses = () => null
      const { book: after } = await bookOn(disk.boot())
      const found = after.read().entries.map(({ entry }) => entry)
      expect(found[0]).toEqual(someEntry({ id: 'before' }))
      for (const entry of found.slice(1)) expect(all).toContainEqual(entry)
      await after.recordAll(all, startedAt)
      expect(
        after
          .read()
          .entries.map(({ entry }) => entry.id)
          .sort(),
      ).toEqual(['before', ...ids].sort())
    },
  )

  it('that a disk refuses halfway are none', async () => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    await book.record(someEntry({ id: 'before' }), startedAt)
    const before = disk.bytesOf(path)
    disk.refuses = (operation, at) => (operation === 'write' && at === path ? new Error('ENOSPC') : null)
    await expect(book.recordAll(all, startedAt)).rejects.toThrow('ENOSPC')
    expect(disk.bytesOf(path)).toEqual(before)
    expect(book.read().entries).toHaveLength(1)
  })

  it('are counted while they are open', async () => {
    const { book } = await bookOn(new SimulatedDisk().boot())
    await book.recordAll(all, startedAt)
    await book.record(someEntry({ id: 'e3', version: 2, state: 'CONFIRMED', settledAt: startedAt }), startedAt)
    await book.record(someEntry({ id: 'e4', version: 2, state: 'REJECTED' }), startedAt)
    expect(book.openEntries).toBe(11)
  })
})
