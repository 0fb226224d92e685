import { createCollection, localOnlyCollectionOptions } from '@tanstack/db'
import { NonRetriableError, type OfflineExecutor, startOfflineExecutor } from '@tanstack/offline-transactions'
import type { Client } from '../client.ts'
import type { Life } from '../life.ts'
import { isRefusal, plainPost } from '../plain-post.ts'
import { type Intent, timeScale } from '../script.ts'
import { versionOf } from './version.ts'

/** It has no option for its back-off (1 s, doubled up to 60 s, jittered), so the bench shortens it from outside. */
function hurry(executor: OfflineExecutor): void {
  const inner: unknown = Reflect.get(executor, 'executor')
  const policy: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'retryPolicy') : null
  if (typeof policy !== 'object' || policy === null)
    throw new Error('offline-transactions keeps its back-off elsewhere')
  const calculate: unknown = Reflect.get(policy, 'calculateDelay')
  if (typeof calculate !== 'function') throw new Error('offline-transactions calculates its back-off elsewhere')
  Reflect.set(
    policy,
    'calculateDelay',
    (tries: number) => Number(Reflect.apply(calculate, policy, [tries])) / timeScale,
  )
}

const storageOf = ({ storage }: Life) => ({
  get: storage.getItem,
  set: storage.setItem,
  delete: storage.removeItem,
  keys: storage.keys,
  clear: async () => {
    for (const key of await storage.keys()) await storage.removeItem(key)
  },
})

export const client: Client = {
  name: '@tanstack/offline-transactions',
  version: versionOf('@tanstack/offline-transactions'),
  setup: `startOfflineExecutor({
  collections: { requests },
  storage,                                   // a StorageAdapter over the bench's disk
  leaderElection,                            // one process, which leads
  onlineDetector,                            // told by the bench, as the browser's events would
  mutationFns: {
    send: async ({ transaction }) => {       // the shop takes no idempotency key
      try { await post(transaction.mutations[0].modified) }
      catch (error) { throw isRefusal(error) ? new NonRetriableError('refused') : error }
    },
  },
})
// every other error has no status in its message: the default policy drops what says 400, 401, 403 or 422
addRequest(intent).isPersisted.promise.then(done, told)
// its back-off, which has no option, divided by ${timeScale} from outside`,
  async open(_disk, life, shop) {
    const requests = createCollection(
      localOnlyCollectionOptions<Intent, string>({ id: 'requests', getKey: ({ id }) => id }),
    )
    const executor = startOfflineExecutor({
      collections: { requests },
      storage: storageOf(life),
      // One process: it always leads. The package's own elections want a browser's window.
      leaderElection: {
        requestLeadership: async () => true,
        releaseLeadership: () => undefined,
        isLeader: () => true,
        onLeadershipChange: () => () => undefined,
      },
      onlineDetector: {
        subscribe: tell => life.onOnline(online => online && tell()),
        notifyOnline: () => undefined,
        isOnline: () => life.online,
        dispose: () => undefined,
      },
      mutationFns: {
        send: async ({ transaction }) => {
          const intent: unknown = transaction.mutations[0]?.modified
          if (!isIntent(intent)) throw new NonRetriableError('no intent')
          try {
            await plainPost(intent.payload, life, shop)
          } catch (error) {
            // After a restart nobody waits for the promise below, so the function itself says so: more than the guide asks.
            if (isRefusal(error)) shop.tell(intent.id, 'told')
            throw isRefusal(error) ? new NonRetriableError('refused') : error
          }
          shop.tell(intent.id, 'done')
        },
      },
    })
    await executor.waitForInit()
    hurry(executor)
    const add = executor.createOfflineAction<Intent>({
      mutationFnName: 'send',
      onMutate: intent => void requests.insert(intent),
    })
    return {
      async submit(intent) {
        const { isPersisted } = add(intent)
        isPersisted.promise.catch(() => !life.over && shop.tell(intent.id, 'told'))
      },
      async pending() {
        const entries = await executor.peekOutbox()
        return new Set(
          entries.flatMap(({ mutations }) =>
            mutations.map(({ modified }): string => (isIntent(modified) ? modified.id : '')),
          ),
        )
      },
      signedIn: () => undefined,
    }
  },
}

const isIntent = (value: unknown): value is Intent => typeof value === 'object' && value !== null && 'payload' in value
