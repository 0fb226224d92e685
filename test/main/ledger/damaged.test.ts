import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../src-main/ledger/disk.ts'
import { someEntry } from '../../fakes/entries.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { bookOn, fill, startedAt } from './books.ts'

/** A filled ledger on this machine's disk, with its text changed. */
async function ledgerWith(change: (text: string) => string): Promise<{ folder: string; path: string; text: string }> {
  const folder = await temporaryFolder()
  const path = join(folder, 'outbox.ledger')
  const { book, ledger } = await bookOn(nodeDisk, path)
  await fill(book)
  await ledger.close()
  const text = change(await readFile(path, 'utf8'))
  await writeFile(path, text)
  return { folder, path, text }
}

const flipped = (text: string): string => text.replace('"intent"', '"iNtent"')

describe('a ledger with a damaged line', () => {
  it('is kept beside, whole, before it is compacted', async () => {
    const { folder, path, text } = await ledgerWith(flipped)
    const { book, ledger } = await bookOn(nodeDisk, path)
    await book.compact(startedAt)
    await ledger.close()
    expect(await readFile(`${path}.damaged-1`, 'utf8')).toBe(text)

    await appendFile(path, 'and again\n')
    const second = await bookOn(nodeDisk, path)
    await second.book.compact(startedAt)
    await second.ledger.close()
    expect((await readdir(folder)).sort()).toEqual([
      'outbox.ledger',
      'outbox.ledger.damaged-1',
      'outbox.ledger.damaged-2',
      'outbox.ledger.reserve',
    ])
  })

  it('proves nothing by a missing line, in this run and in every later one', async () => {
    const { path } = await ledgerWith(flipped)
    for (const run of [1, 2, 3]) {
      const { book, ledger } = await bookOn(nodeDisk, path)
      expect(ledger.damagedLines, `found in run ${run}`).toBe(run === 1 ? 1 : 0)
      await book.compact(startedAt)
      expect(book.read().damagedLines, `run ${run}`).toBe(1)
      await ledger.close()
    }
  })

  it('only because its last line is torn needs no copy: nobody was told it is saved', async () => {
    const { folder, path } = await ledgerWith(text => text.slice(0, -9))
    const { book, ledger } = await bookOn(nodeDisk, path)
    await book.compact(startedAt)
    await book.record(someEntry({ id: 'next' }), startedAt)
    expect(book.read().entries.map(({ entry }) => entry.id)).toContain('next')
    expect(book.read().damagedLines).toBe(1)
    await ledger.close()
    expect((await readdir(folder)).sort()).toEqual(['outbox.ledger', 'outbox.ledger.reserve'])
  })
})
