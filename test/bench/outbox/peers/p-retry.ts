import pRetry from 'p-retry'
import type { Client } from '../client.ts'
import { plainPost } from '../plain-post.ts'
import { type Intent, timeScale } from '../script.ts'
import { versionOf } from './version.ts'

const key = 'requests-to-send'

export const client: Client = {
  name: 'a list in localStorage and p-retry',
  version: versionOf('p-retry'),
  setup: `save([...list, intent])
pRetry(() => post(intent), { retries: 10, factor: 2, minTimeout: 1000 / ${timeScale} })   // its defaults, faster
  .then(done, told)
  .finally(() => save(list.filter(one => one !== intent)))
// at start: the same for everything in the list`,
  async open(_disk, life, shop) {
    const list: Intent[] = JSON.parse((await life.storage.getItem(key)) ?? '[]')
    const save = () => life.storage.setItem(key, JSON.stringify(list))
    const send = async (intent: Intent) => {
      const ended = await pRetry(() => plainPost(intent.payload, life, shop), { minTimeout: 1000 / timeScale }).then(
        () => 'done' as const,
        () => 'told' as const,
      )
      if (life.over) return
      shop.tell(intent.id, ended)
      list.splice(list.indexOf(intent), 1)
      await save()
    }
    for (const intent of [...list]) void send(intent)
    return {
      async submit(intent) {
        list.push(intent)
        await save()
        void send(intent)
      },
      pending: async () => new Set(list.map(({ id }) => id)),
      signedIn: () => undefined,
    }
  },
}
