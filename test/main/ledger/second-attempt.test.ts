import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SendInput } from '../../../src-main/contract/entries.ts'
import { nodeDisk } from '../../../src-main/ledger/disk.ts'
import { Ledger } from '../../../src-main/ledger/ledger.ts'
import { sendOnce } from '../../../src-main/ledger/outbox-calls.ts'
import { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { bookOn, lost } from './books.ts'

const bookAt = (path: string) => bookOn(nodeDisk, path)

describe('a send that was made before', () => {
  it('is refused, also when both are asked for at once and after a restart', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const first = await bookAt(path)
    let posts = 0
    const post = async () => {
      posts += 1
      return [lost]
    }
    const parts = { ledger: first.book, post, now: () => 5 }
    const replies = await Promise.all([sendOnce([someSend()], parts), sendOnce([someSend()], parts)])
    expect(replies.map(reply => reply.ok)).toEqual([true, false])
    await first.ledger.close()

    const second = await bookAt(path)
    const again = await sendOnce([someSend()], { ...parts, ledger: second.book })
    expect(again).toMatchObject({ ok: false, failure: { kind: 'conflict', code: 'already-attempted' } })
    expect((await sendOnce([someSend({ attempt: 2 })], { ...parts, ledger: second.book })).ok).toBe(true)
    expect(posts).toBe(2)
    await second.ledger.close()
  })

  it('leaves no byte on the wire when its intent cannot be written', async () => {
    let posts = 0
    const full = { claim: () => Promise.reject(new Error('ENOSPC')), settle: () => Promise.resolve() }
    const post = async () => {
      posts += 1
      return [lost]
    }
    const reply = await sendOnce([someSend()], { ledger: full, post, now: () => 5 })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect(posts).toBe(0)
  })
})

describe('several sends at once', () => {
  it('claims them with one line each before the wire, and leaves out what was tried before', async () => {
    const { book, ledger } = await bookAt(join(await temporaryFolder(), 'outbox.ledger'))
    const [one, two, three] = ['e1', 'e2', 'e3'].map(entryId => someSend({ entryId }))
    if (!one || !two || !three) throw new Error('three sends')
    await book.claim([two], 1)
    const seen: string[][] = []
    const post = async (sends: readonly SendInput[]) => {
      seen.push(sends.map(send => send.entryId))
      seen.push(ledger.lines.flatMap(line => (line.t === 'intent' ? [line.id] : [])))
      return sends.map(() => lost)
    }
    const reply = await sendOnce([one, two, three], { ledger: book, post, now: () => 5 })
    expect(seen).toEqual([
      ['e1', 'e3'],
      ['e2', 'e1', 'e3'],
    ])
    expect(reply).toMatchObject({
      ok: true,
      value: [lost, { kind: 'unknown', failure: { kind: 'conflict', code: 'already-attempted' } }, lost],
    })
    await ledger.close()
  })
})

describe('a send that breaks in our own hands', () => {
  it('is unknown, not a failure: its intent is written and bytes may be out', async () => {
    const { book, ledger } = await bookAt(join(await temporaryFolder(), 'outbox.ledger'))
    const reply = await sendOnce([someSend()], {
      ledger: book,
      post: () => Promise.reject(new Error('x')),
      now: () => 5,
    })
    expect(reply).toMatchObject({ ok: true, value: [{ kind: 'unknown', failure: { kind: 'bug' } }] })
    await ledger.close()
  })
})

describe('the book', () => {
  it('gives back every entry as last recorded, with its sends and outcomes', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const { book, ledger } = await bookAt(path)
    await book.record(someEntry(), 1)
    await book.claim([someSend()], 2)
    await book.settle([{ send: someSend(), outcome: lost }], 3)
    await book.record(someEntry({ version: 3, state: 'UNKNOWN' }), 4)
    await book.claim([someSend({ attempt: 2 })], 5)
    await ledger.close()

    const again = await bookAt(path)
    await again.ledger.close()
    const { entries, damagedLines } = again.book.read()
    expect(damagedLines).toBe(0)
    expect(entries).toHaveLength(1)
    expect(entries[0]?.entry).toEqual(someEntry({ version: 3, state: 'UNKNOWN' }))
    expect(entries[0]?.sends.map(send => [send.attempt, send.outcome?.kind ?? null])).toEqual([
      [1, 'unknown'],
      [2, null],
    ])
  })

  it('holds nothing a person typed in the clear', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const { book, ledger } = await bookAt(path)
    await book.record(someEntry(), 1)
    await ledger.close()
    const text = await readFile(path, 'utf8')
    for (const secret of ['TR33', 'Işık', 'Yanlış', 'Sprey', '1666226475313376']) expect(text).not.toContain(secret)
  })

  it('counts what another key sealed, and loses nothing of it', async () => {
    const path = join(await temporaryFolder(), 'outbox.ledger')
    const { book, ledger } = await bookAt(path)
    await book.record(someEntry(), 1)
    await ledger.close()
    const before = await readFile(path)
    const other = await Ledger.open(nodeDisk, path)
    const strange = new OutboxLedger(other, new Uint8Array(32))
    expect(strange.read()).toEqual({ entries: [], ended: [], damagedLines: 1 })
    await strange.compact(1)
    await other.close()
    expect(await readFile(path)).toEqual(before)
  })
})
