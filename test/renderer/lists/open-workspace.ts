import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts.ts'
import type { Reply } from '../../../src-main/contract/failures.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { createWorkspace, type OpenWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import type { FakeBridge, Handlers } from '../fakes/fake-bridge.ts'
import { makeAccount, makeOrder, pagesOf } from '../fakes/rows.ts'

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const opened: OpenWorkspace[] = []
let last = 0

export const freshAccount = (more: Partial<Account> = {}) => makeAccount({ id: `workspace-${++last}`, ...more })
/** Replies the workspace passed on to the signals, since the test began. */
export const notes: Reply<unknown>[] = []
export const signals = { note: (_id: string, reply: Reply<unknown>) => notes.push(reply) }

/** A workspace over the fake bridge, read from disk, closed when the test is over. */
export async function open(account: Account, bridge: FakeBridge, more: { key?: number; now?: () => number } = {}) {
  const sealer = await createSealer(keyOf(more.key ?? 1))
  const { now = Date.now } = more
  const workspace = createWorkspace({
    account,
    bridge,
    sealer,
    signals: { note: signals.note },
    now,
    pause: () => Promise.resolve(),
  })
  opened.push(workspace)
  await workspace.ready
  return workspace
}
export const ordersOf = (orders: () => readonly Order[]): Handlers => ({ 'commerce.orders': pagesOf(orders) })
export const many = (count: number) => Array.from({ length: count }, (_, i) => makeOrder(count - i))
export const idsOf = (workspace: OpenWorkspace) => workspace.orders.snapshot().rows.map(({ id }) => id)

afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.close()
  notes.length = 0
})
