import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { ok, type Reply } from '../../../src-main/contract/failures.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { type Connections, createConnections } from '../../../src-renderer/connection/connections.ts'
import { createWorkspace, type OpenWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { systemClock } from '../../../src-renderer/model/clock.ts'
import { createWatched } from '../../../src-renderer/model/watched.ts'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import type { FakeBridge, Handlers } from '../fakes/fake-bridge.ts'
import { makeAccount, makeOrder, pagesOf } from '../fakes/rows.ts'

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const opened: { readonly close: () => void }[] = []
let last = 0

export const freshAccount = (more: Partial<Account> = {}) => makeAccount({ id: `workspace-${++last}`, ...more })
/** Replies that the workspace gave to its connection, since the test began. */
export const notes: Reply<unknown>[] = []

/** The account's own user is signed in, if the shop answers. */
export const connectionsOf = (account: Account, now: () => number = Date.now): Connections => {
  const connections = createConnections({
    accounts: createWatched({ accounts: [account], activeId: account.id }),
    askUser: async ({ userId }) => ok(userId),
    clock: { ...systemClock, now },
  })
  opened.push(connections)
  return {
    ...connections,
    note: (id, reply) => {
      notes.push(reply)
      connections.note(id, reply)
    },
  }
}

/** A workspace over the fake bridge, read from disk, closed when the test is over. */
export async function open(account: Account, bridge: FakeBridge, more: { key?: number; now?: () => number } = {}) {
  const sealer = await createSealer(keyOf(more.key ?? 1))
  const { now = Date.now } = more
  const workspace = createWorkspace({
    account,
    bridge,
    sealer,
    connections: connectionsOf(account, now),
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
