import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createAccountCache, emptyRecord } from '../../../src-renderer/storage/account-cache.ts'
import { dropAccountCache, dropOrphanCaches } from '../../../src-renderer/storage/account-db.ts'
import { DexieTable } from '../../../src-renderer/storage/entry-table.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { account, draftOf, entryOf } from '../outbox/fakes/rows.ts'

const sealerOf = (byte: number) => createSealer(Buffer.alloc(32, byte).toString('base64'))
const batch = {
  list: 'orders',
  table: 'orders',
  rows: [{ id: '1', readAt: 5, value: { name: 'Işıl' } }],
  removed: [],
  segments: [],
  record: emptyRecord,
} as const

it('P15: caches that are dropped, rebuilt or orphaned leave the queue as it is, byte for byte', async () => {
  const table = new DexieTable(await sealerOf(1), { indexedDB, IDBKeyRange })
  await table.open()
  await table.add(entryOf({ accountId: account }, draftOf('e1')))
  const bytes = async () => JSON.stringify((await table.readRows(['e1'])).map(row => [...row.sealed]))
  const before = await bytes()
  expect(before.length).toBeGreaterThan(100)

  const cache = createAccountCache(account, await sealerOf(1))
  await cache.open()
  expect(await cache.write({ ...batch, rows: [...batch.rows], removed: [], segments: [] })).toBeNull()
  cache.close()
  // Another key: the cache is thrown away and begun anew.
  const rebuilt = createAccountCache(account, await sealerOf(2))
  await rebuilt.open()
  expect(rebuilt.state.snapshot()).toMatchObject({ kind: 'rebuilt' })
  rebuilt.close()
  expect(await bytes()).toBe(before)

  await dropAccountCache(account)
  await dropOrphanCaches([])
  expect(await bytes()).toBe(before)
  table.close()
})
