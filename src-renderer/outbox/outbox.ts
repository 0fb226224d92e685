import type { AccountList } from '../../src-main/contract/accounts.ts'
import { cancellationPayloadSchema } from '../../src-main/contract/commands.ts'
import type { Entry } from '../../src-main/contract/entries.ts'
import { failed, failure, type Reply } from '../../src-main/contract/failures.ts'
import type { Connections } from '../connection/connections.ts'
import { systemClock } from '../model/clock.ts'
import type { Watched } from '../model/watched.ts'
import { DexieTable, type EntryTable, type IndexedDb } from '../storage/entry-table.ts'
import type { Room } from '../storage/room.ts'
import type { Sealer } from '../storage/sealer.ts'
import { badInput, Enqueuer } from './enqueue.ts'
import { EntryStore } from './entry-store.ts'
import type { EntryEvent } from './machine.ts'
import { isDone } from './policy.ts'
import { Runner } from './runner.ts'
import { defaultTimings, type Timings } from './timings.ts'
import type { Outbox, OutboxMain } from './types.ts'

interface OutboxParts {
  /** The bridge fits. */
  readonly main: OutboxMain
  readonly sealer: Sealer
  /** Who is signed in. Entries of a signed-out account wait unchanged. */
  readonly accounts: Watched<AccountList>
  readonly connections: Connections
  readonly timings?: Partial<Timings>
  readonly now?: () => number
  readonly random?: () => number
  readonly after?: (ms: number, then: () => void) => () => void
  readonly idb?: IndexedDb
  readonly room?: Room
  /** Instead of the Dexie table, for tests. */
  readonly table?: EntryTable
}

/** The screens' Outbox, with start and stop for the app. */
export interface OpenOutbox extends Outbox {
  /** Loads, reconciles and begins to send. */
  readonly start: () => void
  /** Stops sending and closes the table. */
  readonly stop: () => void
}

const isOpenBehind = (one: Entry, entry: Entry): boolean =>
  one.accountId === entry.accountId && one.orderItem === entry.orderItem && one.seq > entry.seq && !isDone(one)

/** Builds the outbox. Nothing happens before `start`. */
export const createOutbox = (parts: OutboxParts): OpenOutbox => {
  const timings = { ...defaultTimings, ...parts.timings }
  const clock = {
    now: parts.now ?? systemClock.now,
    random: parts.random ?? systemClock.random,
    after: parts.after ?? systemClock.after,
  }
  const { main, accounts, connections } = parts
  const idb = parts.idb ?? { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange }
  const table = parts.table ?? new DexieTable(parts.sealer, idb, parts.room)
  const store = new EntryStore({ table, main, clock, timings })
  const runner = new Runner({ store, main, accounts, connections, clock, timings })
  const enqueuer = new Enqueuer(store, accounts.snapshot)

  /** Tries a failed storage again before a command. */
  const ready = async (): Promise<Reply<never> | null> => {
    const { loaded, storageFailure } = store.snapshot()
    if (loaded && storageFailure === null) return null
    if (await runner.reload()) return null
    const { storageFailure: why } = store.snapshot()
    return why === null ? null : failed(why)
  }
  const command = async (id: string, event: EntryEvent) => {
    const stop = await ready()
    if (stop !== null) return stop
    const reply = await store.change(id, event)
    runner.pump()
    return reply
  }

  return {
    snapshot: () => store.snapshot(),
    subscribe: onChange => store.subscribe(onChange),
    enqueue: async draft => {
      const stop = await ready()
      if (stop !== null) return stop
      const reply = await enqueuer.enqueue(draft)
      runner.pump()
      return reply
    },
    enqueueAll: async drafts => {
      const stop = await ready()
      if (stop !== null) return drafts.slice(0, 1).map(() => stop)
      return runner.holding(() => enqueuer.enqueueAll(drafts))
    },
    edit: async (id, payload) => {
      const parsed = cancellationPayloadSchema.safeParse(payload)
      return parsed.success
        ? command(id, { type: 'edit', payload: parsed.data })
        : failed(badInput(parsed.error.issues))
    },
    retry: async id => {
      const reply = await command(id, { type: 'retry' })
      // The user wants it now, so probe closed gates as well.
      runner.wake()
      return reply
    },
    checkNow: async id => (await ready()) ?? runner.checkNow(id),
    adopt: (id, requestId) => command(id, { type: 'adopt', requestId }),
    sendAgain: id => command(id, { type: 'send-again' }),
    discard: id => command(id, { type: 'discard' }),
    undoDiscard: async id => {
      const entry = store.get(id)
      // The user has requested the line again and does not want both.
      const isAskedAnew = store.snapshot().entries.some(one => entry !== undefined && isOpenBehind(one, entry))
      return isAskedAnew ? failed(failure('conflict', { code: 'asked-anew' })) : command(id, { type: 'undo-discard' })
    },
    pause: async (accountId, paused) => {
      await store.pause(accountId, paused)
      runner.pump()
    },
    closedGate: accountId => runner.closedGates.of(accountId),
    wake: () => runner.wake(),
    exportUnreadable: () => store.exportUnreadable(),
    start: () => runner.start(),
    stop: () => {
      runner.stop()
      store.close()
    },
  }
}
