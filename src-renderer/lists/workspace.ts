import type { Account } from '../../src-main/contract/accounts.ts'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { PendingOrder } from '../../src-main/contract/pending.ts'
import { defaultQuantityKey, withPieces } from '../../src-main/contract/quantity.ts'
import type { CancellationRequest, OldOrder, Order } from '../../src-main/contract/resources.ts'
import type { Connections } from '../connection/connections.ts'
import { safely } from '../connection/replies.ts'
import { type RecordKind, recordKinds } from '../model/record-kinds.ts'
import { createWatched } from '../model/watched.ts'
import { type AccountCache, type Cached, createAccountCache } from '../storage/account-cache.ts'
import type { ListName, RowTableName } from '../storage/account-db.ts'
import { roomOf } from '../storage/room.ts'
import type { Sealer } from '../storage/sealer.ts'
import { isStale } from './apply-rows.ts'
import { countFound, filterOrders, findOrders } from './ask-shop.ts'
import { createBatcher } from './batcher.ts'
import { addressesPlan, reasonsPlan } from './form-lists.ts'
import type { ListPlan } from './list-plan.ts'
import { createIdleList, createListStore, type ListParts, type LiveList } from './list-store.ts'
import { createLineReader } from './missing-lines.ts'
import { oldOrdersPlan } from './old-orders.ts'
import { ordersPlan } from './orders.ts'
import { pendingPlan } from './pending.ts'
import { createItemIndex, requestsPlan } from './requests.ts'
import type { ListStore, Workspace } from './types.ts'

interface WorkspaceParts {
  readonly account: Account
  readonly bridge: Bridge
  readonly sealer: Sealer
  readonly connections: Pick<Connections, 'note' | 'of'>
  readonly now?: () => number
  /** Waits between two reads in the background. */
  readonly pause?: (ms: number) => Promise<void>
}

export interface OpenWorkspace extends Workspace {
  /** Resolves when the cache has been read; never rejects. */
  readonly ready: Promise<void>
  /** Like refreshAll, but in the background: growing lists stop at known rows. */
  readonly sync: () => Promise<void>
  /** Reads the requests again, and the order if given, after a request of ours changed the shop. */
  readonly afterSend: (orderId: string | null) => Promise<void>
  /** The account's label, shop or session changed. */
  readonly update: (account: Account) => void
}

type Pullable = Pick<LiveList<never, never>, 'refresh' | 'sync'>

/** Opens an account's cache and lists. Returns at once; a list is `loaded` when its cache has been read. */
export function createWorkspace(parts: WorkspaceParts): OpenWorkspace {
  const { bridge, connections, now = Date.now } = parts
  const accountId = parts.account.id
  const isStaff = parts.account.kind === 'staff'
  let account = parts.account
  let isClosed = false
  let syncing: Promise<void> | null = null

  const cache = createAccountCache(accountId, parts.sealer, now, roomOf(bridge))
  const touched = createWatched(0)
  const touch = createBatcher(() => touched.set(touched.snapshot() + 1))
  const index = createItemIndex()
  let markReady = (): void => {}
  const ready = new Promise<void>(resolve => {
    markReady = resolve
  })

  const noted = async <T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    // Another person is signed in at the shop: their rows must not enter this account's cache.
    if (connections.of(accountId).snapshot().closed?.gate === 'other-user')
      return failed(failure('signed-out', { code: 'other-user' }))
    const reply = await safely(call)
    connections.note(accountId, reply)
    return reply
  }
  const list = <T, S>(plan: ListPlan<T, S>, more: Partial<ListParts<T, S>> = {}): LiveList<T, S> =>
    createListStore({
      plan,
      cache,
      ready,
      now,
      fetchPage: (page, limit) => noted(() => plan.fetchPage(bridge, accountId, page, limit)),
      ...more,
      onChange: (put, removed, startedAt) => {
        more.onChange?.(put, removed, startedAt)
        touch.soon()
      },
    })

  const quantityKey = (): string => account.shop.quantityKey ?? defaultQuantityKey
  /**
   * Rows are stored as the shop sent them. Each time they are read, the current quantity key gives the lines' pieces.
   */
  const counted = <O extends Order | PendingOrder>(order: O): O => withPieces(order, quantityKey())
  const countedOrders: typeof ordersPlan = {
    ...ordersPlan,
    summarise: order => ordersPlan.summarise(counted(order)),
    describe: order => ordersPlan.describe(counted(order)),
    recount: (known, order) => ordersPlan.recount?.(known, counted(order)) ?? known,
  }

  const requests = list(requestsPlan, { decorate: index.join })
  const orders = list(countedOrders, {
    onChange: (put, removed) => {
      index.update(put, removed)
      requests.redecorate()
    },
  })
  const oldOrders = list(oldOrdersPlan)
  const pending = list(pendingPlan)
  const reasons = list(reasonsPlan)
  const addresses = list(addressesPlan)
  const live = { orders, oldOrders, pending, requests, reasons, addresses }
  const views = createRowReader(cache, now)

  /** A list of the other kind of account stays empty. */
  const listOf = <S>(kind: RecordKind, store: ListStore<S>): ListStore<S> =>
    recordKinds[kind].account === account.kind ? store : createIdleList()

  const open = async (): Promise<void> => {
    const lists = await cache.open()
    const state = cache.state.snapshot()
    if (state.kind === 'rebuilt' || state.kind === 'memory-only') {
      const detail = state.kind === 'rebuilt' ? state.reason : (state.failure.code ?? '')
      void safely(() => bridge.app.log({ level: 'warn', event: `cache-${state.kind}`, detail }))
    }
    for (const [name, store] of Object.entries(live)) store.load(lists.get(name as ListName))
    markReady()
    await orders.recount(quantityKey())
  }
  void open()

  const stored = async <T>(read: () => Promise<Cached<unknown> | null>): Promise<Cached<T> | null> => {
    await ready
    // This code sealed the row in this format (see cacheFormat), so its type is known.
    return (await read()) as Cached<T> | null
  }
  const storedOrder = async <O extends Order | PendingOrder>(read: () => Promise<Cached<unknown> | null>) => {
    const found = await stored<O>(read)
    return found && { ...found, value: counted(found.value) }
  }

  const pullOne = async <T extends { readonly id: string }>(
    id: string,
    call: () => Promise<Reply<T>>,
    keep: (row: T, startedAt: number) => Promise<unknown>,
  ) => {
    await ready
    const startedAt = now()
    const reply = await noted(call)
    if (!reply.ok) return reply
    await keep(reply.value, startedAt)
    // In a guest's session the shop answers with the newest order, whichever was asked for.
    if (reply.value.id !== id) return failed(failure('not-found', { code: 'another-order-came' }))
    return ok({ value: reply.value, readAt: startedAt })
  }

  const each = async (run: (store: Pullable) => Promise<void>): Promise<void> => {
    if (isStaff) return run(pending)
    // Two lists at a time, long ones beside short ones. Reasons and addresses first: without them no request can be
    // made, and the line may drop at any time.
    const inTurn = async (stores: readonly Pullable[]): Promise<void> => {
      for (const store of stores) await run(store)
    }
    await Promise.all([inTurn([orders, oldOrders]), inTurn([reasons, addresses, requests])])
    // Last, and in the background: nothing waits for it.
    if (orders.snapshot().pull.kind === 'idle') void lines.run()
  }

  const lines = createLineReader({
    rows: () => orders.snapshot().rows,
    read: id => workspace.pullOrder(id),
    mayGoOn: () => !isClosed && account.signedIn && connections.of(accountId).snapshot().closed === null,
    pause: parts.pause ?? (ms => new Promise(resolve => setTimeout(resolve, ms))),
  })

  const workspace: OpenWorkspace = {
    get account() {
      return account
    },
    orders: listOf('orders', orders),
    oldOrders: listOf('old-orders', oldOrders),
    pending: listOf('pending', pending),
    requests: listOf('requests', requests),
    reasons: isStaff ? createIdleList() : reasons,
    addresses: isStaff ? createIdleList() : addresses,
    order: id => storedOrder<Order>(() => orders.read(id)),
    oldOrder: id => stored<OldOrder>(() => oldOrders.read(id)),
    pendingOrder: id => storedOrder<PendingOrder>(() => pending.read(id)),
    request: id => stored<CancellationRequest>(() => requests.read(id)),
    cancellationView: id => storedOrder<Order>(() => views.read('cancellationViews', id)),
    pullOrder: id => pullOne<Order>(id, () => bridge.commerce.order({ accountId, id }), orders.put),
    findAtShop: async text => {
      await ready
      const reply = await noted(() => findOrders(bridge, accountId, text))
      if (!reply.ok) return reply
      await orders.putAll(reply.value.rows, reply.value.startedAt)
      return countFound(reply.value, text)
    },
    filterAtShop: async (filter, watch) => {
      await ready
      return filterOrders(filter, {
        fetchPage: (query, page, limit) =>
          noted(() => bridge.commerce.orders({ accountId, page, limit, filter: query })),
        keep: orders.putAll,
        known: orders.snapshot().rows,
        ...watch,
      })
    },
    pullOldOrder: id => pullOne<OldOrder>(id, () => bridge.commerce.oldOrder({ accountId, id }), oldOrders.put),
    pullCancellationView: id =>
      pullOne<Order>(
        id,
        () => bridge.commerce.cancellationView({ accountId, id }),
        async (view, startedAt) => {
          await views.keep('cancellationViews', view, startedAt)
          touch.soon()
        },
      ),
    touched,
    cache: cache.state,
    ready,
    refreshAll: () => each(store => store.refresh()),
    sync: () => {
      // Without this, a second round would pull the lists again that the first has finished.
      syncing ??= each(store => store.sync()).finally(() => {
        syncing = null
      })
      return syncing
    },
    afterSend: async orderId => {
      if (isStaff) return pending.renew()
      const order = orderId === null ? null : workspace.pullOrder(orderId)
      await Promise.all([requests.renew(), order])
    },
    update: next => {
      const before = quantityKey()
      account = next
      if (quantityKey() === before) return
      touch.soon()
      void orders.recount(quantityKey())
    },
    close: () => {
      isClosed = true
      for (const store of Object.values(live)) store.close()
      touch.stop()
      cache.close()
    },
  }
  return workspace
}

/** Whole rows that belong to no list. */
interface RowReader {
  readonly read: (table: RowTableName, id: string) => Promise<Cached<unknown> | null>
  /** Keeps the row unless a later read of it is here already. */
  readonly keep: (table: RowTableName, row: { readonly id: string }, startedAt: number) => Promise<void>
}

function createRowReader(cache: AccountCache, now: () => number): RowReader {
  return {
    read: cache.read,
    keep: async (table, row, startedAt) => {
      const known = await cache.read(table, row.id)
      if (known && isStale(known.readAt, startedAt, now())) return
      const rows = [{ id: row.id, readAt: startedAt, value: row }]
      await cache.write({ list: null, table, rows, removed: [], segments: [], record: null })
    },
  }
}
