import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { AccountDb } from '../../../src-renderer/storage/account-db.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import { makeAccount, makeOrder, pagesOf } from '../fakes/rows.ts'
import { connectionsOf } from './open-workspace.ts'

const ROWS = 10_000

it('pulls 10,000 orders in pages and loads them again in some dozen decryptions', async () => {
  const account = makeAccount({ id: 'ten-thousand' })
  const sealer = await createSealer(Buffer.alloc(32, 1).toString('base64'))
  const all = Array.from({ length: ROWS }, (_, i) => makeOrder(ROWS - i))
  const connections = connectionsOf(account)

  const bridge = createFakeBridge({ 'commerce.orders': pagesOf(() => all) })
  const first = createWorkspace({ account, bridge, sealer, connections })
  await first.ready
  await first.orders.refresh()
  expect(first.orders.snapshot()).toMatchObject({ pull: { kind: 'idle' } })
  first.close()

  const db = new AccountDb(account.id)
  expect(await db.orders.count()).toBe(ROWS)
  expect(await db.segments.count()).toBe(Math.ceil(ROWS / 256))
  db.close()

  let opens = 0
  const counted = {
    ...sealer,
    open: (bytes: Uint8Array, context: string) => {
      opens += 1
      return sealer.open(bytes, context)
    },
  }
  const second = createWorkspace({ account, bridge: createFakeBridge(), sealer: counted, connections })
  await second.ready
  const { rows } = second.orders.snapshot()
  expect(rows).toHaveLength(ROWS)
  expect(rows[0]?.id).toBe(String(ROWS))
  expect(opens).toBeLessThan(60)
  second.close()
}, 60_000)
