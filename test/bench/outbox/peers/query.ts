import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import { MutationObserver, onlineManager, QueryClient } from '@tanstack/query-core'
import { persistQueryClient } from '@tanstack/query-persist-client-core'
import type { Client } from '../client.ts'
import { plainPost } from '../plain-post.ts'
import { type Intent, timeScale } from '../script.ts'
import { versionOf } from './version.ts'

const longestDelayMs = 30_000

export const client: Client = {
  name: 'TanStack Query, persisted mutations',
  version: versionOf('@tanstack/query-core'),
  setup: `queryClient.setMutationDefaults(['send'], {
  mutationFn: post,
  retry: 3,                                  // as in the guide; the default is none
  retryDelay: n => min(1000 * 2 ** n, 30_000) / ${timeScale},   // the default, faster
  onSuccess: done,
  onError: told,
})
persistQueryClient({ queryClient, persister: createAsyncStoragePersister({ storage, throttleTime: 1000 / ${timeScale} }) })
  .then(() => queryClient.resumePausedMutations())`,
  async open(_disk, life, shop) {
    const queryClient = new QueryClient()
    queryClient.setMutationDefaults(['send'], {
      mutationFn: ({ payload }: Intent) => plainPost(payload, life, shop),
      retry: 3,
      retryDelay: failures => Math.min(1000 * 2 ** failures, longestDelayMs) / timeScale,
      onSuccess: (_, { id }: Intent) => shop.tell(id, 'done'),
      onError: (_, { id }: Intent) => {
        if (!life.over) shop.tell(id, 'told')
      },
    })
    onlineManager.setOnline(life.online)
    life.onOnline(online => onlineManager.setOnline(online))
    queryClient.mount()
    const [, restored] = persistQueryClient({
      queryClient,
      persister: createAsyncStoragePersister({ storage: life.storage, throttleTime: 1000 / timeScale }),
    })
    await restored
    void queryClient.resumePausedMutations()
    const observer = () => new MutationObserver<unknown, Error, Intent>(queryClient, { mutationKey: ['send'] })
    return {
      async submit(intent) {
        void observer()
          .mutate(intent)
          .catch(() => undefined)
      },
      async pending() {
        const mutations = queryClient.getMutationCache().getAll()
        return new Set(
          mutations.flatMap(({ state: { status, variables } }) =>
            status === 'pending' && isIntent(variables) ? [variables.id] : [],
          ),
        )
      },
      signedIn: () => undefined,
    }
  },
}

const isIntent = (value: unknown): value is Intent => typeof value === 'object' && value !== null && 'payload' in value
