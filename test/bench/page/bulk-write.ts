import { createAccountCache } from '../../../src-renderer/storage/account-cache.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { SummarySegments } from '../../../src-renderer/storage/segments.ts'

const pageRows = 100

declare global {
  interface Window {
    bulkWrite: (samples: readonly { id: string }[], count: number) => Promise<{ ours: number; raw: number }>
  }
}

/** Writes the same rows twice, 100 in a transaction as a pull does: through our cache, and as they are into raw IndexedDB. */
window.bulkWrite = async (samples, count) => {
  const rows = Array.from({ length: count }, (_, n) => ({ ...samples[n % samples.length], id: String(n) }))
  return { ours: await throughOurCache(rows), raw: await intoRawStore(rows) }
}

async function throughOurCache(rows: readonly { id: string }[]): Promise<number> {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  const cache = createAccountCache(crypto.randomUUID(), await createSealer(key))
  await cache.open()
  const book = new SummarySegments<{ id: string }>()
  const begun = performance.now()
  for (let at = 0; at < rows.length; at += pageRows) {
    const page = rows.slice(at, at + pageRows)
    for (const { id } of page) book.put({ id, readAt: at, stamp: '', summary: { id } })
    const failure = await cache.write({
      list: 'orders',
      table: 'orders',
      rows: page.map(value => ({ id: value.id, readAt: at, value })),
      removed: [],
      segments: book.takeDirty(),
      record: null,
    })
    if (failure) throw new Error(failure.kind)
  }
  return performance.now() - begun
}

async function intoRawStore(rows: readonly { id: string }[]): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(crypto.randomUUID(), 1)
    request.onupgradeneeded = () => request.result.createObjectStore('orders', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const begun = performance.now()
  for (let at = 0; at < rows.length; at += pageRows) {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction('orders', 'readwrite', { durability: 'relaxed' })
      const store = transaction.objectStore('orders')
      for (const row of rows.slice(at, at + pageRows)) store.put(row)
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
  }
  return performance.now() - begun
}
