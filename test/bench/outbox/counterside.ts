import { join } from 'node:path'
import { IDBKeyRange } from 'fake-indexeddb'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { type RequestWire, sendCancellation, sendCancellations } from '../../../src-main/akinon/send-requests.ts'
import { isNobody } from '../../../src-main/akinon/session-doubt.ts'
import { fetchCsrfToken } from '../../../src-main/akinon/sign-in.ts'
import { whoIs } from '../../../src-main/akinon/whose-session.ts'
import type { EntryState } from '../../../src-main/contract/entries.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { nodeDisk } from '../../../src-main/ledger/disk.ts'
import { Ledger } from '../../../src-main/ledger/ledger.ts'
import { sendOnce } from '../../../src-main/ledger/outbox-calls.ts'
import { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { openBytes, sealBytes } from '../../../src-main/vault/aes.ts'
import { type ConnectionTimings, connectionTimings } from '../../../src-renderer/connection/connection.ts'
import { createOutbox, type OpenOutbox } from '../../../src-renderer/outbox/outbox.ts'
import { defaultTimings, type Timings } from '../../../src-renderer/outbox/timings.ts'
import type { OutboxMain } from '../../../src-renderer/outbox/types.ts'
import { DexieTable, type EntryTable } from '../../../src-renderer/storage/entry-table.ts'
import type { Sealer } from '../../../src-renderer/storage/sealer.ts'
import { nodeFetch, nodeSession, withJar } from '../../main/akinon/node-wire.ts'
import { connect } from '../../renderer/outbox/fakes/connect.ts'
import { account, accountRow, draftOf, FakeAccounts } from '../../renderer/outbox/fakes/rows.ts'
import type { Client, RunningClient, ShopAccess } from './client.ts'
import type { Disk, Life } from './life.ts'
import { type Intent, timeScale } from './script.ts'

const key = new Uint8Array(32).fill(7)
const userId = '1'

const sealer: Sealer = {
  seal: async (text, context) => new Uint8Array(sealBytes(key, Buffer.from(text), context)),
  open: async (bytes, context) => openBytes(key, Buffer.from(bytes), context).toString(),
}

type OutboxTimings = Timings & ConnectionTimings

/** The app's own durations, all of them, `times` faster. */
export const fasterTimings = (times: number): OutboxTimings => {
  const { readBackAtMs, absentReads, refusedReads, wirePerAccount, stepsPerAccount, attemptsKept, ...durations } =
    defaultTimings
  const faster = Object.fromEntries(
    Object.entries({ ...connectionTimings, ...durations }).map(([name, ms]) => [name, ms / times]),
  )
  // The watchdog of the storage looks at this machine, which is not faster.
  const { storageWatchdogMs } = defaultTimings
  return {
    ...connectionTimings,
    ...defaultTimings,
    ...faster,
    storageWatchdogMs,
    readBackAtMs: readBackAtMs.map(ms => ms / times),
  }
}

/** Every call of the object, cut off when the process dies. */
function mortal<T extends object>(life: Life, calls: T): T {
  return new Proxy(calls, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return (...input: unknown[]) => life.through(async () => Reflect.apply(call, target, input))
    },
  })
}

/** Main, without Electron: the real clients, the real one-shot writer and the real ledger, on Node's wire. */
function mainOf(life: Life, book: OutboxLedger, { baseUrl, jar, timeoutMs }: ShopAccess): OutboxMain {
  const language = () => 'tr-tr'
  const place = { baseUrl, fetch: life.bound(withJar(jar)), language, timeoutMs }
  const client = createCommerceClient(createReadClient(place))
  const session = { ...nodeSession, fetch: life.bound(nodeFetch) }
  const wire: RequestWire = {
    writer: createOneShotWriter({ makeSession: () => session, size: 2 }),
    jar,
    baseUrl,
    language,
    timeoutMs,
    fetchCsrf: () => fetchCsrfToken(createReadClient(place)),
    asksNobody: () => isNobody(createReadClient(place)),
  }
  return {
    commerce: mortal(life, {
      currentUser: () => whoIs(client, userId),
      requests: ({ page, limit }) => client.requests(page, limit),
      order: ({ id }) => client.order(id),
      cancellationView: ({ id }) => client.cancellationView(id),
    }),
    ledger: mortal(life, {
      record: async ({ entries }) => {
        await book.recordAll(entries, Date.now())
        return ok(undefined)
      },
      read: async () => ok(book.read()),
    }),
    outbox: mortal(life, {
      send: async send => {
        const post = async () => [await sendCancellation(wire, send)]
        const sent = await sendOnce([send], { ledger: book, post, now: Date.now })
        if (!sent.ok) return sent
        const [outcome] = sent.value
        return outcome ? ok(outcome) : failed(failure('bug'))
      },
      sendTogether: async ({ sends }) => {
        const post = () => sendCancellations(wire, sends)
        const sent = await sendOnce(sends, { ledger: book, post, now: Date.now })
        return sent.ok ? ok([...sent.value]) : sent
      },
    }),
    app: { log: async () => ok(undefined) },
  }
}

export interface OpenedOutbox {
  readonly outbox: OpenOutbox
  readonly accounts: FakeAccounts
  readonly ledger: Ledger
}

/** One run of the product's queue, wired as the app wires it. */
export async function openOutbox(
  disk: Disk,
  life: Life,
  shop: ShopAccess,
  timings: OutboxTimings,
): Promise<OpenedOutbox> {
  const ledger = await Ledger.open(nodeDisk, join(disk.folder, 'outbox.ledger'))
  const accounts = new FakeAccounts(accountRow({ userId }))
  const table: EntryTable = mortal(life, new DexieTable(sealer, { indexedDB: disk.indexedDB, IDBKeyRange }))
  const main = mainOf(life, new OutboxLedger(ledger, key), shop)
  const connections = connect(main, accounts, timings)
  const outbox = createOutbox({ main, sealer, accounts, connections, timings, table })
  return { outbox, accounts, ledger }
}

export const draftOfIntent = ({ id, orderId, payload }: Intent) => {
  const draft = draftOf(id, payload.order_item, payload)
  return { ...draft, about: { ...draft.about, orderId } }
}

/** Until then the queue is empty because nobody has looked. */
const loaded = (outbox: OpenOutbox): Promise<void> =>
  new Promise(resolve => {
    const stop = outbox.subscribe(() => look())
    const look = () => {
      if (!outbox.snapshot().loaded) return
      stop()
      resolve()
    }
    look()
  })

const open: ReadonlySet<EntryState> = new Set(['QUEUED', 'SENDING', 'UNKNOWN'])

export const counterside: Client = {
  name: 'Counterside',
  version: 'this commit',
  setup: `createOutbox({
  table: new DexieTable(sealer, indexedDB),  // rows sealed with AES-GCM
  main,                                      // ledger with fsync, one-shot writer, the clients of src-main/akinon
  timings: every duration of timings.ts / ${timeScale},
})`,
  async open(disk, life, shop): Promise<RunningClient> {
    const { outbox, accounts, ledger } = await openOutbox(disk, life, shop, fasterTimings(timeScale))
    const told = new Map<string, EntryState>()
    outbox.subscribe(() => {
      if (life.over) return
      for (const { id, state } of outbox.snapshot().entries) {
        if (told.get(id) === state) continue
        told.set(id, state)
        if (!open.has(state)) shop.tell(id, state === 'CONFIRMED' ? 'done' : 'told')
      }
    })
    life.onOnline(() => outbox.wake())
    outbox.start()
    await loaded(outbox)
    return {
      async submit(intent) {
        const saved = await outbox.enqueue(draftOfIntent(intent))
        if (!saved.ok) throw new Error(saved.failure.code ?? saved.failure.kind)
      },
      pending: async () => new Set(outbox.snapshot().entries.flatMap(({ id, state }) => (open.has(state) ? [id] : []))),
      signedIn: () => accounts.change(account, { signedIn: true }),
      async tidy() {
        outbox.stop()
        await ledger.close()
      },
    }
  },
}
