import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storageFailure } from '../../../src-renderer/storage/deadline.ts'
import { KeptDb, keptNowhere, openKeptStore } from '../../../src-renderer/storage/kept-store.ts'
import { endlessRoom } from '../../../src-renderer/storage/room.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { keyOf } from '../fakes/keys.ts'

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

describe('a store that gives nothing back', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const never = new Promise<never>(() => undefined)
  const hanging = (part: 'toArray' | 'put'): KeptDb => {
    const db = new KeptDb(newName())
    return {
      records: { toArray: async () => (part === 'toArray' ? never : []), put: () => never },
    } as unknown as typeof db
  }

  it('that never opens is given up after five seconds, and what stands in for it claims to keep nothing', async () => {
    const opening = openKeptStore(await createSealer(keyOf(1)), endlessRoom, hanging('toArray'))
    const kept = opening.catch(error => keptNowhere(storageFailure(error)))
    await vi.advanceTimersByTimeAsync(5000)
    const store = await kept
    expect(store.trouble.snapshot()).toMatchObject({ kind: 'storage', code: 'TimeoutError' })
    await expect(store.set('note', 'x')).rejects.toThrow()
    expect(store.watch('note').snapshot()).toBe('x')
    expect(store.trouble.snapshot()).not.toBeNull()
  })

  it('that throws as it opens is no different', async () => {
    const db = { records: { toArray: () => Promise.reject(new DOMException('', 'UnknownError')) } } as unknown as KeptDb
    const store = await openKeptStore(await createSealer(keyOf(1)), endlessRoom, db).catch(error =>
      keptNowhere(storageFailure(error)),
    )
    expect(store.trouble.snapshot()).toMatchObject({ code: 'UnknownError' })
  })

  it('that never finishes a write says so, and lets the next one begin', async () => {
    const store = await openKeptStore(await createSealer(keyOf(1)), endlessRoom, hanging('put'))
    const first = store.set('note', 'x')
    const second = store.set('macros', 'y')
    const ended = Promise.allSettled([first, second])
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(store.trouble.snapshot()).toMatchObject({ code: 'TimeoutError' })
  })
})

describe('a disk that takes nothing for a while', () => {
  it('is said until everything is on it, also what it refused before', async () => {
    const name = newName()
    const sealer = await createSealer(keyOf(1))
    let hasRoom = false
    const store = await openKeptStore(sealer, async () => hasRoom, new KeptDb(name))
    await expect(store.set('note', 'x')).rejects.toThrow()
    expect(store.trouble.snapshot()).toMatchObject({ code: 'QuotaExceededError' })
    hasRoom = true
    await store.set('macros', 'y')
    expect(store.trouble.snapshot()).toBeNull()
    const again = await openKeptStore(sealer, endlessRoom, new KeptDb(name))
    expect([...again.names()].sort()).toEqual(['macros', 'note'])
  })
})
