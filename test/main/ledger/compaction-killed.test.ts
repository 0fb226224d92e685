import { describe, expect, it } from 'vitest'
import { someEntry } from '../../fakes/entries.ts'
import { type Pick, picksFrom, SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, fill, folder, path, startedAt } from './books.ts'

/** What a cut leaves of the unsynced: nothing, everything, or some of it. */
const fates: readonly (readonly [string, () => Pick])[] = [
  ['nothing', () => () => 0],
  ['everything', () => () => 1],
  ...Array.from({ length: 12 }, (_, seed) => [`seed ${seed}`, () => picksFrom(seed)] as const),
]

/** A ledger with two open entries and two that are over; `isDamaged`: and a flipped line in its middle. */
async function filledDisk(isDamaged: boolean): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const { book, ledger } = await bookOn(disk.boot())
  await fill(book)
  await ledger.close()
  const text = String(disk.bytesOf(path))
  const middle = text.indexOf('\n') + 20
  disk.put(path, Buffer.from(isDamaged ? `${text.slice(0, middle)}#${text.slice(middle + 1)}` : text))
  return disk
}

const textOn = (disk: SimulatedDisk): string => String(disk.bytesOf(path))

describe.each([false, true])('a compaction that is killed (damaged ledger: %s)', isDamaged => {
  it.each(['kill', 'cut'] as const)('by %s leaves the old ledger or the new one, whole, at every step', async how => {
    const whole = await filledDisk(isDamaged)
    const before = textOn(whole)
    const first = await bookOn(whole.boot())
    const beginsAt = whole.steps
    await first.book.compact(startedAt)
    const after = textOn(whole)
    const copy = `${path}.damaged-1`
    expect(after.length).toBeLessThan(before.length / 2)
    const seen = { before: 0, after: 0 }
    for (let step = 0; step <= whole.steps - beginsAt; step += 1) {
      for (const [name, fate] of fates) {
        const disk = await filledDisk(isDamaged)
        // Seals differ from run to run; the file must be the same one to compare.
        disk.put(path, Buffer.from(before))
        const { book } = await bookOn(disk.boot())
        disk.endIn(step, fate())
        await book.compact(startedAt)
        if (how === 'kill') disk.kill()
        else disk.cut(fate())

        const { book: next } = await bookOn(disk.boot())
        const found = textOn(disk)
        const where = `step ${step}, ${name}`
        expect([before, after], where).toContain(found)
        seen[found === before ? 'before' : 'after'] += 1
        expect(disk.namesIn(folder), where).not.toContain('outbox.ledger.compacting')
        if (isDamaged && found === after) expect(String(disk.bytesOf(copy)), where).toBe(before)
        if (isDamaged) expect(next.read().damagedLines, where).toBe(1)
        await next.compact(startedAt)
        expect(textOn(disk), where).toBe(after)
        const copies = disk.namesIn(folder).filter(file => file.includes('damaged'))
        expect(copies, where).toEqual(isDamaged ? ['outbox.ledger.damaged-1'] : [])
      }
    }
    expect(seen.before).toBeGreaterThan(fates.length)
    expect(seen.after).toBeGreaterThan(0)
  })
})

describe('a record made while a compaction runs', () => {
  it('is there when it was acknowledged, wherever the power goes', async () => {
    let acknowledged = 0
    for (let step = 0; step < 24; step += 1) {
      for (const [name, fate] of fates) {
        const disk = await filledDisk(false)
        const { book } = await bookOn(disk.boot())
        disk.endIn(step, fate())
        const saved = book.record(someEntry({ id: 'first' }), startedAt).then(
          () => ['first'],
          () => [],
        )
        const compacted = book.compact(startedAt)
        const savedToo = book.record(someEntry({ id: 'second' }), startedAt).then(
          () => ['second'],
          () => [],
        )
        const answered = [...(await saved), ...(await savedToo)]
        await compacted
        disk.cut(fate())
        const found = (await bookOn(disk.boot())).book.read().entries.map(({ entry }) => entry.id)
        expect(found, `step ${step}, ${name}`).toEqual(expect.arrayContaining(['waiting', 'asked', ...answered]))
        acknowledged += answered.length
      }
    }
    expect(acknowledged).toBeGreaterThan(100)
  })
})

describe('a disk that refuses', () => {
  it.each(['write', 'sync', 'rename', 'remove', 'open', 'syncFolder'] as const)(
    'a compaction (%s) leaves the ledger in use, and the next one succeeds',
    async operation => {
      const disk = await filledDisk(false)
      const { book } = await bookOn(disk.boot())
      const { entries } = book.read()
      disk.refuses = asked => (asked === operation ? new Error('EIO') : null)
      await book.compact(startedAt)
      disk.refuses = () => null
      await book.record(someEntry({ id: 'new' }), startedAt)
      disk.cut(() => 0)
      const { book: next } = await bookOn(disk.boot())
      const ids = next.read().entries.map(({ entry }) => entry.id)
      expect(ids).toEqual(expect.arrayContaining(['waiting', 'asked', 'new']))
      await next.compact(startedAt)
      expect(next.read().entries).toEqual([
        ...entries.filter(({ entry }) => entry.settledAt === null),
        { entry: someEntry({ id: 'new' }), sends: [] },
      ])
    },
  )

  it.each(['write', 'sync'] as const)(
    'a line (%s) has not half of it, nor all of it, at the next start',
    async operation => {
      const disk = await filledDisk(false)
      const { book } = await bookOn(disk.boot())
      disk.refuses = asked => (asked === operation ? new Error('ENOSPC') : null)
      await expect(book.record(someEntry({ id: 'refused' }), startedAt)).rejects.toThrow('ENOSPC')
      disk.refuses = () => null
      await book.record(someEntry({ id: 'accepted' }), startedAt)
      disk.kill()
      const { entries, damagedLines } = (await bookOn(disk.boot())).book.read()
      const ids = entries.map(({ entry }) => entry.id)
      expect(ids).toContain('accepted')
      expect(ids).not.toContain('refused')
      expect(damagedLines).toBe(0)
    },
  )
})
