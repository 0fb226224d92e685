import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { createOutbox, type OpenOutbox } from '../../../src-renderer/outbox/outbox.ts'
import { connect } from './fakes/connect.ts'
import { FakeMain } from './fakes/fake-main.ts'
import { FakeShop } from './fakes/fake-shop.ts'
import { LedgerDisk } from './fakes/ledger-disk.ts'
import { Life } from './fakes/life.ts'
import { ManualClock } from './fakes/manual-clock.ts'
import { accountRow, draftOf, FakeAccounts } from './fakes/rows.ts'
import { sealer } from './fakes/world.ts'

const opened: Pick<OpenOutbox, 'stop'>[] = []
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.stop()
})

/** Everything real but main and the shop: Dexie over an IndexedDB in memory, and the system's clock. */
const setup = (indexedDB = new IDBFactory(), ledger = new LedgerDisk(), shop = new FakeShop(Date.now)) => {
  const main = new FakeMain(shop, ledger, new ManualClock(), new Life()).bridgeFor(new Life())
  const accounts = new FakeAccounts(accountRow())
  const connections = connect(main, accounts, { probeFirstMs: 10, probeGapMs: 10 })
  const outbox = createOutbox({
    main,
    sealer,
    accounts,
    connections,
    idb: { indexedDB, IDBKeyRange },
    timings: { readBackAtMs: [20, 40], backoffBaseMs: 10 },
  })
  opened.push(outbox, { stop: connections.close })
  outbox.start()
  return { outbox, shop, ledger, indexedDB }
}

const until = (outbox: OpenOutbox, holds: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = (): void => {
      if (!holds()) return
      stop()
      resolve()
    }
    const stop = outbox.subscribe(look)
    look()
  })

describe('the outbox over its real table', () => {
  it('saves, sends, and remembers over a start', async () => {
    const { outbox, shop, ledger, indexedDB } = setup()
    const [first, second] = await Promise.all([outbox.enqueue(draftOf('e1')), outbox.enqueue(draftOf('e1'))])
    expect(first).toEqual(second)
    await until(outbox, () => outbox.snapshot().entries[0]?.state === 'CONFIRMED')
    outbox.stop()
    const again = setup(indexedDB, ledger, shop)
    await until(again.outbox, () => again.outbox.snapshot().loaded)
    expect(again.outbox.snapshot().entries).toMatchObject([{ id: 'e1', state: 'CONFIRMED', seq: 1 }])
    expect(shop.posts).toHaveLength(1)
  })

  it('finds a lost answer by reading', async () => {
    const { outbox, shop } = setup()
    shop.answers.push('lost-after')
    await outbox.enqueue(draftOf('e1'))
    await until(outbox, () => outbox.snapshot().entries[0]?.state === 'CONFIRMED')
    expect(outbox.snapshot().entries[0]?.result?.via).toBe('read-back')
    expect(shop.posts).toHaveLength(1)
  })

  it('comes back from the ledger when the database is gone', async () => {
    const { outbox, shop, ledger } = setup()
    shop.online = false
    await outbox.enqueue(draftOf('e1'))
    outbox.stop()
    const again = setup(new IDBFactory(), ledger, shop)
    await until(again.outbox, () => again.outbox.snapshot().loaded)
    expect(again.outbox.snapshot()).toMatchObject({ restored: 1, entries: [{ id: 'e1', state: 'QUEUED' }] })
  })

  it('refuses what the shop could never take, and saves nothing of it', async () => {
    const { outbox, ledger } = setup()
    const bad = await outbox.enqueue(draftOf('e1', '500', { quantity: 0 }))
    expect(bad).toMatchObject({ ok: false, failure: { kind: 'bad-input', errors: [{ field: 'quantity' }] } })
    const stranger = await outbox.enqueue({ ...draftOf('e2'), accountId: 'nobody' })
    expect(stranger).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(ledger.entries()).toEqual([])
  })
})
