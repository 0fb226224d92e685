import { describe, expect, it } from 'vitest'
import type { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, dayMs, fill, lost, path, startedAt, wholeLine } from './books.ts'

async function filled(): Promise<{ disk: SimulatedDisk; book: OutboxLedger }> {
  const disk = new SimulatedDisk()
  const { book } = await bookOn(disk.boot())
  await fill(book)
  return { disk, book }
}

const textOn = (disk: SimulatedDisk): string => String(disk.bytesOf(path))

const again = async (disk: SimulatedDisk) => (await bookOn(disk.boot())).book

describe('compaction', () => {
  it('keeps the last record and every send of an open entry', async () => {
    const { disk, book } = await filled()
    const openBefore = book.read().entries.filter(({ entry }) => entry.settledAt === null)
    await book.compact(startedAt)
    const { entries, damagedLines } = (await again(disk)).read()
    expect(entries).toEqual(openBefore)
    expect(entries.map(({ entry, sends }) => [entry.id, entry.version, sends.length])).toEqual([
      ['waiting', 3, 0],
      ['asked', 1, 1],
    ])
    expect(damagedLines).toBe(0)
  })

  it('leaves a line without content of what is over', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    expect((await again(disk)).read().ended).toEqual([
      { id: 'done', version: 6, state: 'CONFIRMED', requestId: '900', at: startedAt },
      { id: 'discarded', version: 2, state: 'DROPPED', requestId: null, at: startedAt },
    ])
    const lines = textOn(disk).split('\n')
    expect(lines.filter(line => /"id":"(done|discarded)"/.test(line))).toHaveLength(2)
    expect(lines.filter(line => line.includes('sealed'))).toHaveLength(2)
  })

  it('forgets it after 90 days, and never what is open', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    await book.compact(startedAt + 90 * dayMs)
    expect(book.read().ended).toHaveLength(2)
    await book.compact(startedAt + 90 * dayMs + 1)
    expect((await again(disk)).read()).toMatchObject({ ended: [], entries: [{}, {}] })
    expect(textOn(disk)).not.toContain('done')
  })

  it('leaves a discarded entry whole while it can be had back', async () => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    const undo = { state: 'QUEUED', until: startedAt + 60_000 } as const
    const discarded = someEntry({ version: 2, state: 'DROPPED', settledAt: startedAt, undo })
    await book.record(discarded, startedAt)
    await book.compact(startedAt + 60_000)
    expect((await again(disk)).read().entries).toEqual([{ entry: discarded, sends: [] }])
    await book.compact(startedAt + 60_001)
    expect((await again(disk)).read()).toMatchObject({ entries: [], ended: [{ state: 'DROPPED' }] })
    // Had back just before, and recorded just after.
    await book.record(someEntry({ version: 3 }), startedAt + 60_002)
    expect((await again(disk)).read()).toMatchObject({ entries: [{ entry: { version: 3 } }], ended: [] })
  })

  it('does not keep what was typed for years after a clock that was wrong and is set right', async () => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    const inYears = startedAt + 3 * 365 * dayMs
    const undo = { state: 'QUEUED', until: inYears + 60_000 } as const
    await book.record(someEntry({ version: 2, state: 'DROPPED', settledAt: inYears, undo }), inYears)
    await book.compact(startedAt)
    expect((await again(disk)).read()).toMatchObject({ entries: [], ended: [{ state: 'DROPPED' }] })
  })

  it('changes nothing the second time', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    const before = textOn(disk)
    const steps = disk.steps
    await book.compact(startedAt + dayMs)
    expect(textOn(disk)).toBe(before)
    expect(disk.steps).toBe(steps)
  })

  it('carries lines of a later version over, and everything about the entries they name', async () => {
    const { disk } = await filled()
    const strange = [
      wholeLine('{"t":"epoch","at":1.50,"no":7}'),
      wholeLine('{"t":"merge","id":"done","into":"asked"}'),
      wholeLine('{"t":"intent","at":1,"id":"new","revision":"1b","attempt":1,"baselineIds":[]}'),
    ]
    disk.put(path, Buffer.from(textOn(disk) + strange.join('')))
    const about = (id: string) =>
      textOn(disk)
        .split('\n')
        .filter(line => line.includes(`"id":"${id}"`))
    const doneBefore = about('done')
    const book = await again(disk)
    expect(book.read().damagedLines).toBe(3)
    await book.compact(startedAt)
    for (const line of strange) expect(textOn(disk)).toContain(line)
    expect(about('done')).toEqual(doneBefore)
    expect(about('discarded')).toHaveLength(1)
  })

  it('happens by itself when enough has ended since the last one', async () => {
    const { disk, book } = await filled()
    const about = { ...someEntry().about, productName: 'x'.repeat(60_000) }
    await book.record(someEntry({ id: 'long', about }), startedAt)
    await book.record(someEntry({ id: 'short', version: 2, state: 'DROPPED', settledAt: startedAt }), startedAt)
    await book.compact(startedAt - dayMs)
    const { length } = textOn(disk)
    await book.record(someEntry({ id: 'long', version: 2, about }), startedAt)
    await book.record(someEntry({ id: 'long', version: 3, about, state: 'DROPPED', settledAt: startedAt }), startedAt)
    // In turn: when this is answered, whatever was begun before it is over.
    await book.claim([someSend({ entryId: 'next' })], startedAt)
    expect(textOn(disk).length).toBeLessThan(length / 10)
  })
})

describe('an entry that is over', () => {
  it.each(['before', 'after'] as const)('is never sent again, %s compaction', async when => {
    const { disk, book } = await filled()
    if (when === 'after') await book.compact(startedAt)
    for (const one of [book, await again(disk)]) {
      expect(await one.claim([someSend({ entryId: 'done', attempt: 3 })], startedAt)).toEqual([])
      expect(await one.claim([someSend({ entryId: 'discarded' })], startedAt)).toEqual([])
    }
  })

  it('is not written again by a start that finds it in the other medium', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    const before = textOn(disk)
    const done = someEntry({ id: 'done', version: 6, state: 'CONFIRMED', settledAt: startedAt })
    await book.record(done, startedAt)
    expect(textOn(disk)).toBe(before)
    await book.compact(startedAt + 91 * dayMs)
    await (await again(disk)).record(done, startedAt + 91 * dayMs)
    expect(textOn(disk)).not.toContain('done')
  })

  it('is not opened by an old copy of it', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    await book.record(someEntry({ id: 'discarded' }), startedAt)
    expect(book.read().ended.map(({ id }) => id)).toContain('discarded')
    expect(await (await again(disk)).claim([someSend({ entryId: 'discarded' })], startedAt)).toEqual([])
  })
})

describe('an entry that is recorded open again, with a later version than its end', () => {
  it('still makes none of its attempts twice', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    await book.record(someEntry({ id: 'done', version: 7 }), startedAt)
    await book.compact(startedAt)
    const sends = [1, 2, 3].map(attempt => someSend({ entryId: 'done', attempt }))
    const won = await (await again(disk)).claim(sends, startedAt)
    expect(won.map(({ attempt }) => attempt)).toEqual([3])
  })
})

describe('an answer that comes after its entry is over and compacted', () => {
  it('is no damage, and is gone with the next compaction', async () => {
    const { disk, book } = await filled()
    await book.compact(startedAt)
    const before = textOn(disk)
    await book.settle([{ send: someSend({ entryId: 'done', attempt: 2 }), outcome: lost }], startedAt)
    expect(book.read().damagedLines).toBe(0)
    await book.compact(startedAt)
    expect(textOn(disk)).toBe(before)
  })
})

describe('an entry that was taken back because it could not be saved', () => {
  it.each([false, true])('is an entry again when its form is submitted again (compacted: %s)', async isCompacted => {
    const disk = new SimulatedDisk()
    const { book } = await bookOn(disk.boot())
    await book.record(someEntry(), startedAt)
    await book.record(someEntry({ version: 2, state: 'DROPPED' }), startedAt)
    if (isCompacted) await book.compact(startedAt)
    expect(await book.claim([someSend()], startedAt)).toEqual([])
    await book.record(someEntry({ createdAt: 5 }), startedAt)
    await book.compact(startedAt)
    const next = await again(disk)
    expect(next.read()).toMatchObject({ entries: [{ entry: { version: 1, createdAt: 5 } }], ended: [] })
    expect(await next.claim([someSend()], startedAt)).toHaveLength(1)
    await next.settle([{ send: someSend(), outcome: lost }], startedAt)
    await next.record(someEntry({ version: 3, state: 'UNKNOWN' }), startedAt)
    await next.compact(startedAt)
    expect((await again(disk)).read().entries[0]?.sends).toMatchObject([{ attempt: 1, outcome: lost }])
  })
})
