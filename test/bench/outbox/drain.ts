import { connectionTimings } from '../../../src-renderer/connection/connection.ts'
import { defaultTimings } from '../../../src-renderer/outbox/timings.ts'
import { MemoryJar } from '../../main/akinon/node-wire.ts'
import { account } from '../../renderer/outbox/fakes/rows.ts'
import type { ShopAccess } from './client.ts'
import { draftOfIntent, openOutbox } from './counterside.ts'
import { FaultShop } from './fault-shop.ts'
import { freshDisk, Life } from './life.ts'
import { plainPost } from './plain-post.ts'
import { type Intent, makeIntents } from './script.ts'

export interface Drained {
  readonly ms: number
  /** Calls that the shop answered meanwhile. */
  readonly calls: number
  readonly mostOnWire: number
}

/** Gets every intent done, in its own way. */
export type Work = (intents: readonly Intent[], life: Life, shop: ShopAccess) => Promise<void>

const parallel = defaultTimings.wirePerAccount

/** Nothing but the POSTs, as many at a time as our queue may have on the wire. */
export const postsOnly: Work = (intents, life, shop) =>
  eachAtOnce(intents, async ({ payload }) => void (await plainPost(payload, life, shop)))

/** What a careful client can't do without: a look at the item right before its POST. */
export const lookAndPost: Work = (intents, life, shop) =>
  eachAtOnce(intents, async ({ orderId, payload }) => {
    const seen = await life.fetch(`${shop.baseUrl}/users/orders/${orderId}/cancellation/`, {
      headers: { cookie: await shop.jar.header() },
    })
    await seen.json()
    await plainPost(payload, life, shop)
  })

/** Our queue with its own durations: saved while paused, then let go, until the last one is confirmed. */
export const drainQueue =
  (folder: string, onStart: () => void): Work =>
  async (intents, life, shop) => {
    const { outbox, ledger } = await openOutbox(freshDisk(folder), life, shop, {
      ...connectionTimings,
      ...defaultTimings,
    })
    outbox.start()
    await outbox.pause(account, true)
    for (const intent of intents) {
      const saved = await outbox.enqueue(draftOfIntent(intent))
      if (!saved.ok) throw new Error(`not saved: ${saved.failure.code}`)
    }
    onStart()
    const drained = new Promise<void>(resolve => {
      let open = intents.length
      outbox.subscribe(() => {
        // Looking at every entry at every change would be measured as well.
        open -= 1
        if (open > 0) return
        open = outbox.snapshot().entries.filter(({ state }) => state !== 'CONFIRMED').length
        if (open === 0) resolve()
      })
    })
    await outbox.pause(account, false)
    await drained
    outbox.stop()
    await ledger.close()
  }

/** Runs the work against a shop that answers every call after `latencyMs`. `onStart` restarts the clock. */
export async function timed(
  count: number,
  latencyMs: number,
  folder: string,
  workOf: (onStart: () => void) => Work,
): Promise<Drained> {
  const intents = makeIntents(count, 0)
  const shop = new FaultShop({
    guard: false,
    latencyMs,
    itemsOf: orderId => intents.filter(one => one.orderId === orderId).map(one => one.payload.order_item),
  })
  await shop.open()
  const life = new Life(freshDisk(folder), true)
  const jar = new MemoryJar()
  for (const [name, value] of Object.entries(shop.cookies)) jar.cookies.set(name, value)
  const access: ShopAccess = { baseUrl: shop.baseUrl, jar, timeoutMs: 30_000, tell: () => undefined }
  let startedAt = performance.now()
  let before = 0
  await workOf(() => {
    startedAt = performance.now()
    before = shop.calls
  })(intents, life, access)
  const ms = performance.now() - startedAt
  const { mostOnWire } = shop
  const calls = shop.calls - before
  life.end()
  await shop.close()
  return { ms, calls, mostOnWire }
}

async function eachAtOnce(intents: readonly Intent[], work: (intent: Intent) => Promise<void>): Promise<void> {
  const left = [...intents]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: parallel }, worker))
}
