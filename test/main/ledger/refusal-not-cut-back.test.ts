import { describe, expect, it } from 'vitest'
import type { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { someEntry } from '../../fakes/entries.ts'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, startedAt } from './books.ts'

/**
 * A disk that refuses a sync after it took the bytes, and then refuses to cut them off again: whole lines lie on it that
 * were answered "not saved".
 */
async function refusedWithoutCutBack() {
  const disk = new SimulatedDisk()
  const { book } = await bookOn(disk.boot())
  await book.record(someEntry({ id: 'saved' }), startedAt)
  disk.refuses = operation => (operation === 'sync' || operation === 'shorten' ? new Error('EIO') : null)
  const refused = ['r1', 'r2'].map(id => someEntry({ id }))
  await expect(book.recordAll(refused, startedAt)).rejects.toThrow('EIO')
  return { disk, book }
}

const idsIn = (book: OutboxLedger) => book.read().entries.map(({ entry }) => entry.id)
const afterRestart = async (disk: SimulatedDisk) => {
  disk.kill()
  return idsIn((await bookOn(disk.boot())).book)
}

describe('lines that were refused and not cut off', () => {
  it('are cut off before the next line is written', async () => {
    const { disk, book } = await refusedWithoutCutBack()
    disk.refuses = () => null
    await book.record(someEntry({ id: 'later' }), startedAt)
    expect(idsIn(book)).toEqual(['saved', 'later'])
    expect(await afterRestart(disk)).toEqual(['saved', 'later'])
  })

  it('are cut off before the ledger counts as writable again', async () => {
    const { disk, book } = await refusedWithoutCutBack()
    await expect(book.prove()).rejects.toThrow('EIO')
    disk.refuses = () => null
    await book.prove()
    expect(await afterRestart(disk)).toEqual(['saved'])
  })

  it('let no other line be written while they can’t be cut off', async () => {
    const { disk, book } = await refusedWithoutCutBack()
    disk.refuses = operation => (operation === 'shorten' ? new Error('EIO') : null)
    await expect(book.record(someEntry({ id: 'later' }), startedAt)).rejects.toThrow('EIO')
    await expect(book.prove()).rejects.toThrow('EIO')
    disk.refuses = () => null
    await book.record(someEntry({ id: 'later' }), startedAt)
    expect(await afterRestart(disk)).toEqual(['saved', 'later'])
  })

  it('are cut off before the ledger is compacted, and what was written before them stays', async () => {
    const { disk, book } = await refusedWithoutCutBack()
    disk.refuses = () => null
    await book.compact(startedAt)
    expect(await afterRestart(disk)).toEqual(['saved'])
  })
})
