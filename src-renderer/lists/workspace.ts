import type { Account } from '../../src-main/contract/accounts.ts'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { PendingOrder } from '../../src-main/contract/pending.ts'
import { defaultQuantityKey, withPieces } from '../../src-main/contract/quantity.ts'
import type { CancellationRequest, OldOrder, Order } from '../../src-main/contract/resources.ts'
import type { Signals } from '../connection/signals.ts'
import { createWatched } from '../model/watched.ts'
import type { Cached } from '../storage/account-cache.ts'
import { createAccountCache } from '../storage/account-cache.ts'
import type { ListName } from '../storage/account-db.ts'
import { roomOf } from '../storage/room.ts'
import type { Sealer } from '../storage/sealer.ts'
import { createBatcher } from './batcher.ts'
import { filterOrders } from './filter-orders.ts'
import { countFound, findOrders } from './find-orders.ts'
import { createIdleList } from './idle-list.ts'
import { createItemIndex } from './item-index.ts'
import { createLineReader } from './line-reader.ts'
import { createListStore, type ListParts, type LiveList } from './list-store.ts'
import type { ListPlan } from './plan.ts'
import { addressesPlan } from './pull-addresses.ts'
import { oldOrdersPlan } from './pull-old-orders.ts'
import { ordersPlan } from './pull-orders.ts'
import { pendingPlan } from './pull-pending.ts'
import { reasonsPlan } from './pull-reasons.ts'
import { requestsPlan } from './pull-requests.ts'
import { createRowReader } from './row-reader.ts'
import { safely } from './safely.ts'
import type { Workspace } from './types.ts'

export interface WorkspaceParts {
  readonly account: Account
  readonly bridge: Bridge
  readonly sealer: Sealer
  readonly signals: Pick<Signals, 'note'>
  /** Told of every row that was read or left, with the start of the read (ms since 1970). Called for the cache's rows at start, too. */
  readonly onRows?: (list: ListName, put: readonly string[], removed: readonly string[], startedAt: number) => void
  /** True while the shop's session is another person's: whose rows have no place in this account's cache. */
  readonly isForeign?: () => boolean
  readonly now?: () => number
  /** Lets time pass between two reads that nobody waits for. */
  readonly pause?: (ms: number) => Promise<void>
}

export interface OpenWorkspace extends Workspace {
  /** Resolves when the cache was read; never rejects. */
  readonly ready: Promise<void>
  /** As refreshAll, but nobody asked: growing lists stop at rows already known. */
  readonly sync: () => Promise<void>
  /** The shop changed through us: reads the requests, and the order when it is known, from now on. */
  readonly afterSend: (orderId: string | null) => Promise<void>
  /** Keeps a request that came as the answer to a send. `startedAt` is when that send began. */
  readonly keepRequest: (request: CancellationRequest, startedAt: number) => Promise<void>
  /** The account's label, shop or session changed. */
  readonly update: (account: Account) => void
}

type Pullable = Pick<LiveList<never, never>, 'refresh' | 'sync'>

/** Opens an account's cache and lists. Returns at once; lists say `loaded` when the cache has been read. */
export function createWorkspace(parts: WorkspaceParts): OpenWorkspace {
  const { bridge, signals, now = Date.now } = parts
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
    if (parts.isForeign?.()) return failed(failure('signed-out', { code: 'other-user' }))
    const reply = await safely(call)
    signals.note(accountId, reply)
    return reply
  }
  const list = <T, S>(plan: ListPlan<T, S>, more: Partial<ListParts<T, S>> = {}): LiveList<T, S> =>
    createListStore({
      plan,
      cache,
      ready,
      now,
      ask: (page, limit) => noted(() => plan.ask(bridge, accountId, page, limit)),
      ...more,
      onChange: (put, removed, startedAt) => {
        more.onChange?.(put, removed, startedAt)
        touch.soon()
        const ids = put.map(kept => kept.id)
        parts.onRows?.(plan.list, ids, removed, startedAt)
      },
    })

  const quantityKey = (): string => account.shop.quantityKey ?? defaultQuantityKey
  /** Rows are kept as the shop sent them: the pieces of their lines are read anew each time, under the key of now. */
  const counted = <O extends Order | PendingOrder>(order: O): O => withPieces(order, quantityKey())
  const countedOrders: typeof ordersPlan = {
    ...ordersPlan,
    apply: order => ordersPlan.apply(counted(order)),
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
    // Rows come out of the cipher as they went in: this code wrote them, in this format (see cacheFormat).
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
    // A guest's session answers with its newest order whatever was asked for.
    if (reply.value.id !== id) return failed(failure('not-found', { code: 'another-order-came' }))
    return ok({ value: reply.value, readAt: startedAt })
  }

  const each = async (run: (store: Pullable) => Promise<void>): Promise<void> => {
    if (isStaff) return run(pending)
    // Two at a time: the long lists on one lane, the short ones on the other, and first what a request can't be made
    // without, for the line may drop before the first minute is over.
    const inTurn = async (stores: readonly Pullable[]): Promise<void> => {
      for (const store of stores) await run(store)
    }
    await Promise.all([inTurn([orders, oldOrders]), inTurn([reasons, addresses, requests])])
    // Behind everything that somebody may be waiting for, and never waited for.
    if (orders.snapshot().pull.kind === 'idle') void lines.run()
  }

  const lines = createLineReader({
    rows: () => orders.snapshot().rows,
    read: id => workspace.pullOrder(id),
    mayGoOn: () => !isClosed && account.signedIn,
    pause: parts.pause ?? (ms => new Promise(resolve => setTimeout(resolve, ms))),
    now,
  })

  const workspace: OpenWorkspace = {
    get account() {
      return account
    },
    orders: isStaff ? createIdleList() : orders,
    oldOrders: isStaff ? createIdleList() : oldOrders,
    pending: isStaff ? pending : createIdleList(),
    requests: isStaff ? createIdleList() : requests,
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
        ask: (query, page, limit) => noted(() => bridge.commerce.orders({ accountId, page, limit, filter: query })),
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
      // Lists join their own pulls, but a second round behind the first would begin finished lists again.
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
    keepRequest: async (request, startedAt) => {
      await ready
      await requests.put(request, startedAt)
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
