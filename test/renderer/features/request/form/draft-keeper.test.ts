import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../../../../src-main/contract/failures.ts'
import { DraftDb, keepDrafts } from '../../../../../src-renderer/features/request/form/draft-keeper.ts'
import { DraftStore } from '../../../../../src-renderer/features/request/form/drafts.ts'
import { emptyForm } from '../../../../../src-renderer/features/request/form/form.ts'
import { createWatched } from '../../../../../src-renderer/model/watched.ts'
import { endlessRoom } from '../../../../../src-renderer/storage/room.ts'
import { createSealer } from '../../../../../src-renderer/storage/sealer.ts'

const keyOf = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))
const sealer = createSealer(keyOf(7))
let runs = 0
let name = ''

beforeEach(() => {
  runs += 1
  name = `drafts-${runs}`
})

const typed = async () => {
  const store = new DraftStore(() => 'line-1')
  const stop = await keepDrafts(store, await sealer, endlessRoom, new DraftDb(name))
  store.select('acc order', 'item', true, 2)
  store.setForm('acc order', { description: 'Yanlış beden, ığüşöç', iban: 'TR33' })
  const db = new DraftDb(name)
  await vi.waitFor(async () => expect(await db.drafts.count()).toBe(1))
  return { store, stop, db }
}

describe('keepDrafts', () => {
  it('brings back lines, ids and every word after a crash', async () => {
    const { stop } = await typed()
    stop()
    const next = new DraftStore()
    await keepDrafts(next, await sealer, endlessRoom, new DraftDb(name))
    expect(next.get('acc order').form).toMatchObject({ description: 'Yanlış beden, ığüşöç', iban: 'TR33' })
    expect([...next.get('acc order').lines]).toEqual([['item', { id: 'line-1', quantity: 2 }]])
  })

  it('brings back a draft of before the form knew of an IBAN that is sent as it is', async () => {
    const { ibanAsIs: _unknown, ...form } = { ...emptyForm, iban: 'TR33' }
    const text = JSON.stringify({ lines: [['item', { id: 'line-1', quantity: 2 }]], step: 'edit', form })
    const key = 'acc order'
    await new DraftDb(name).drafts.put({ key, sealed: await (await sealer).seal(text, `draft ${key}`) })
    const store = new DraftStore()
    await keepDrafts(store, await sealer, endlessRoom, new DraftDb(name))
    expect(store.get(key).form).toEqual({ ...emptyForm, iban: 'TR33' })
  })

  it('writes nothing that can be read without the key', async () => {
    const { db } = await typed()
    const [row] = await db.drafts.toArray()
    expect(new TextDecoder().decode(row?.sealed)).not.toContain('beden')
    const next = new DraftStore()
    await keepDrafts(next, await createSealer(keyOf(8)), endlessRoom, new DraftDb(name))
    expect(next.has('acc order')).toBe(false)
    expect(await db.drafts.count()).toBe(0)
  })

  it('forgets what was saved, cleared, or belonged to a removed account', async () => {
    const { store, db } = await typed()
    store.clearAll('acc ')
    await vi.waitFor(async () => expect(await db.drafts.count()).toBe(0))
  })

  it('writes what was typed while the disk was full with the next change', async () => {
    let hasRoom = false
    let asked = 0
    const room = async () => {
      asked += 1
      return hasRoom
    }
    const store = new DraftStore()
    const db = new DraftDb(name)
    await keepDrafts(store, await sealer, room, db)
    store.setForm('acc full', { description: 'dolu' })
    store.setForm('acc other', { description: 'ilk' })
    await vi.waitFor(() => expect(asked).toBe(2))
    expect(await db.drafts.count()).toBe(0)
    hasRoom = true
    store.setForm('acc other', { description: 'ikinci' })
    await vi.waitFor(async () => expect(await db.drafts.count()).toBe(2))
    const next = new DraftStore()
    await keepDrafts(next, await sealer, endlessRoom, new DraftDb(name))
    expect(next.get('acc full').form.description).toBe('dolu')
    expect(next.get('acc other').form.description).toBe('ikinci')
  })

  it('lets what is typed now win over what was kept', async () => {
    await typed()
    const next = new DraftStore()
    next.setForm('acc order', { description: 'yeni' })
    await keepDrafts(next, await sealer, endlessRoom, new DraftDb(name))
    expect(next.get('acc order').form.description).toBe('yeni')
  })
})

describe('drafts whose store does not answer', () => {
  const failing = (toArray: () => Promise<never[]>) => {
    const db = new DraftDb(name)
    const real = db.drafts
    return { drafts: { toArray, put: real.put.bind(real), delete: real.delete.bind(real) } } as unknown as DraftDb
  }

  it('are given up after five seconds, said, and joined when it answers after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let answer: (rows: never[]) => void = () => undefined
    const db = failing(
      () =>
        new Promise(resolve => {
          answer = resolve
        }),
    )
    const store = new DraftStore()
    const trouble = createWatched<Failure | null>(null)
    const keeping = keepDrafts(store, await sealer, endlessRoom, db, trouble)
    await vi.advanceTimersByTimeAsync(5000)
    vi.useRealTimers()
    await keeping
    expect(trouble.snapshot()).toMatchObject({ kind: 'storage', code: 'TimeoutError' })
    store.setForm('acc order', { description: 'yazıldı' })
    answer([])
    await vi.waitFor(async () => expect(await new DraftDb(name).drafts.count()).toBe(1))
    expect(trouble.snapshot()).toBeNull()
  })

  it('that throws is said as well', async () => {
    const trouble = createWatched<Failure | null>(null)
    const db = failing(() => Promise.reject(new DOMException('', 'UnknownError')))
    await keepDrafts(new DraftStore(), await sealer, endlessRoom, db, trouble)
    expect(trouble.snapshot()).toMatchObject({ code: 'UnknownError' })
  })
})
