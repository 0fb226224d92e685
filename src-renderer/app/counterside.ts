import type { Account, AccountList } from '../../src-main/contract/accounts.ts'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import { type Failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import { type Connections, createConnections } from '../connection/connections.ts'
import { safely } from '../connection/replies.ts'
import type { Counterside } from '../features/common/services/services.tsx'
import { createBatcher } from '../lists/batcher.ts'
import { createWorkspace, type OpenWorkspace } from '../lists/workspace.ts'
import { systemClock } from '../model/clock.ts'
import { createWatched, type Watched } from '../model/watched.ts'
import { createOutbox } from '../outbox/outbox.ts'
import type { Outbox } from '../outbox/types.ts'
import { dropAccountCache, dropOrphanCaches } from '../storage/account-db.ts'
import { openMs, withDeadline } from '../storage/deadline.ts'
import { roomOf } from '../storage/room.ts'
import { createSealer, type Sealer } from '../storage/sealer.ts'
import { createWindowHost, type Host, setupAutoSync } from './host.ts'

/** What the outbox gets from the rest of the app. */
export interface OutboxSeam {
  readonly bridge: Bridge
  readonly sealer: Sealer
  readonly connections: Connections
  readonly accounts: Watched<AccountList>
  /** Reads this account's requests again, and the order if given, after a request of ours changed the shop. */
  readonly syncAccount: (accountId: string, orderId?: string) => void
}

interface CountersideParts {
  readonly bridge: Bridge
  readonly keyBase64: string
  readonly outbox: (seam: OutboxSeam) => Outbox | Promise<Outbox>
  readonly host?: Host
}

export interface LiveCounterside extends Counterside {
  readonly connections: Connections
  /** Begins to listen, to probe and to sync. A second call does nothing. */
  readonly start: () => void
  readonly workspace: (accountId: string) => OpenWorkspace
  readonly close: () => void
}

/** Why the app can't start. */
export class StartFailed extends Error {
  readonly failure: Failure

  constructor(why: Failure) {
    super(why.kind)
    this.failure = why
  }
}

const listAccounts = (bridge: Bridge) =>
  safely(() => withDeadline(bridge.accounts.list(undefined), openMs, 'Listing the accounts'))

const NO_ACCOUNTS: AccountList = { accounts: [], activeId: null }

/**
 * Wires everything below React. Rejects when the data key is unusable, and with `StartFailed` when the accounts can't
 * be read.
 */
export async function createCounterside(parts: CountersideParts): Promise<LiveCounterside> {
  const { bridge, host = createWindowHost() } = parts
  const sealer = await createSealer(parts.keyBase64)
  const accounts = createWatched(NO_ACCOUNTS)
  const workspaces = new Map<string, OpenWorkspace>()
  /** Accounts opened only for their cache. They are not synced until a screen needs them. */
  const glancedAt = new Set<string>()
  const undo: (() => void)[] = []
  let outbox: Outbox | null = null
  let isStarted = false
  let lastSyncAt: number | null = null

  const accountOf = (id: string) => accounts.snapshot().accounts.find(account => account.id === id)
  /** A staff account has no page of its user: that its list answers is all there is to know. */
  const askUser = async (account: Account): Promise<Reply<Account['userId']>> => {
    const { id: accountId, kind, userId } = account
    if (kind === 'staff') {
      const reply = await safely(() => bridge.omnitron.pending({ accountId, page: 1, limit: 1 }))
      return reply.ok ? ok(userId) : reply
    }
    const reply = await safely(() => bridge.commerce.currentUser({ accountId }))
    return reply.ok ? ok(reply.value.pk) : reply
  }
  const connections = createConnections({
    accounts,
    askUser,
    clock: { ...systemClock, now: host.now },
    onAnswering: accountId => {
      if (isStarted) syncAccount(accountId)
    },
  })

  const syncAccount = (accountId: string): void => {
    const open = workspaces.get(accountId)
    // Signed out, every call would fail; the next sign-in syncs.
    if (!open || !accountOf(accountId) || connections.of(accountId).snapshot().session === 'signed-out') return
    lastSyncAt = host.now()
    void open.sync()
  }
  const syncAll = (): void => {
    connections.askNow()
    outbox?.wake()
    for (const accountId of workspaces.keys()) if (!glancedAt.has(accountId)) syncAccount(accountId)
  }

  const openOnce = (accountId: string): OpenWorkspace => {
    const known = workspaces.get(accountId)
    if (known) return known
    const account = accountOf(accountId)
    if (!account) throw new RangeError('There is no such account.')
    const opened = createWorkspace({ account, bridge, sealer, connections, now: host.now })
    workspaces.set(accountId, opened)
    return opened
  }
  const workspace = (accountId: string): OpenWorkspace => {
    const isNew = !workspaces.has(accountId) || glancedAt.delete(accountId)
    const opened = openOnce(accountId)
    if (isNew && isStarted) syncAccount(accountId)
    return opened
  }
  const glance = (accountId: string): OpenWorkspace => {
    const isNew = !workspaces.has(accountId)
    const opened = openOnce(accountId)
    if (isNew) glancedAt.add(accountId)
    return opened
  }

  const accountsChanged = (next: AccountList): void => {
    const before = accounts.snapshot().accounts
    accounts.set(next)
    for (const { id } of before) {
      if (next.accounts.some(account => account.id === id)) continue
      // The closed workspace stays in the map, because a screen may still show it.
      workspaces.get(id)?.close()
      glancedAt.delete(id)
      dropAccountCache(id).catch(() => {})
    }
    for (const account of next.accounts) {
      const old = before.find(({ id }) => id === account.id)
      if (!old) workspaces.delete(account.id)
      workspaces.get(account.id)?.update(account)
      const isSignedInAgain = account.signedIn && old !== undefined && !old.signedIn
      if (isSignedInAgain && isStarted && !glancedAt.has(account.id)) syncAccount(account.id)
    }
    if (isStarted && next.activeId !== null && accountOf(next.activeId)) workspace(next.activeId)
  }

  undo.push(bridge.on('accounts.changed', accountsChanged))
  const first = await listAccounts(bridge)
  if (!first.ok) {
    // An unreadable list of accounts must not look like an empty one.
    for (const remove of undo) remove()
    throw new StartFailed(first.failure)
  }
  // An event that came in between is newer than this answer.
  if (accounts.snapshot() === NO_ACCOUNTS) accountsChanged(first.value)
  const opened = await parts.outbox({
    bridge,
    sealer,
    connections,
    accounts,
    syncAccount: (accountId, orderId) => {
      void workspaces.get(accountId)?.afterSend(orderId ?? null)
    },
  })
  outbox = opened

  const start = (): void => {
    if (isStarted) return
    isStarted = true
    dropOrphanCaches(accounts.snapshot().accounts.map(account => account.id)).catch(() => {})
    undo.push(
      host.onNetwork(connections.networkChanged),
      bridge.on('power.resumed', () => {
        connections.networkChanged(true)
        syncAll()
      }),
      setupAutoSync(host, () => lastSyncAt, syncAll),
    )
    if (!host.isOnline()) connections.networkChanged(false)
    const { activeId } = accounts.snapshot()
    if (activeId !== null && accountOf(activeId)) workspace(activeId)
    syncAll()
  }

  const close = (): void => {
    for (const remove of undo) remove()
    connections.close()
    for (const open of workspaces.values()) open.close()
  }

  return { accounts, workspace, glance, outbox: opened, connections, start, close }
}

/** The counterside of the app, with its outbox. */
export function openCounterside(parts: { bridge: Bridge; keyBase64: string }): Promise<LiveCounterside> {
  return createCounterside({ ...parts, outbox: openOutbox })
}

function openOutbox({ bridge, sealer, accounts, connections, syncAccount }: OutboxSeam): Outbox {
  const outbox = createOutbox({ main: bridge, sealer, accounts, connections, room: roomOf(bridge) })
  const seen = new Set<string>()
  let isFirst = true
  const batched = inBatches(outbox)
  batched.subscribe(() => {
    const { loaded, entries } = outbox.snapshot()
    if (!loaded) return
    // Read an order with many lines once, not once for each line.
    const changed = new Map<string, readonly [string, string]>()
    for (const { id, state, accountId, about } of entries) {
      if (state !== 'CONFIRMED' || seen.has(id)) continue
      seen.add(id)
      changed.set(`${accountId} ${about.orderId}`, [accountId, about.orderId])
    }
    // Our request changed the shop: its list of requests and the order must be read again.
    if (!isFirst) for (const [accountId, orderId] of changed.values()) syncAccount(accountId, orderId)
    isFirst = false
  })
  outbox.start()
  return { ...outbox, subscribe: batched.subscribe }
}

/** Calls listeners once for changes that come close together: hundreds of entries change one by one. */
function inBatches(source: Pick<Outbox, 'subscribe'>): Pick<Outbox, 'subscribe'> {
  const listeners = new Set<() => void>()
  const batch = createBatcher(() => {
    for (const listener of [...listeners]) listener()
  })
  source.subscribe(batch.soon)
  return {
    subscribe: onChange => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
