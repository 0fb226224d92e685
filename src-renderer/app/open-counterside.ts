import type { Bridge } from '../../src-main/contract/bridge.ts'
import { createBatcher } from '../lists/batcher.ts'
import { createOutbox } from '../outbox/outbox.ts'
import type { Outbox } from '../outbox/types.ts'
import { roomOf } from '../storage/room.ts'
import { createCounterside, type LiveCounterside, type OutboxSeam } from './counterside.ts'

/** The app's own wiring: the queue between the bridge, the signals and the caches. Rejects only when the key is unusable. */
export function openCounterside(parts: { bridge: Bridge; keyBase64: string }): Promise<LiveCounterside> {
  return createCounterside({ ...parts, outbox: openOutbox })
}

function openOutbox({ bridge, sealer, accounts, signals, syncAccount }: OutboxSeam): Outbox {
  const outbox = createOutbox({ main: bridge, sealer, accounts, note: signals.note, room: roomOf(bridge) })
  const seen = new Set<string>()
  let isFirst = true
  const told = tellingTogether(outbox)
  told.subscribe(() => {
    const { loaded, entries } = outbox.snapshot()
    if (!loaded) return
    // Orders with many lines are read once, not once a line.
    const changed = new Map<string, readonly [string, string]>()
    for (const { id, state, accountId, about } of entries) {
      if (state !== 'CONFIRMED' || seen.has(id)) continue
      seen.add(id)
      changed.set(`${accountId} ${about.orderId}`, [accountId, about.orderId])
    }
    // The shop changed through us: its list of requests and the orders are older than that now.
    if (!isFirst) for (const [accountId, orderId] of changed.values()) syncAccount(accountId, orderId)
    isFirst = false
  })
  outbox.start()
  return { ...outbox, subscribe: told.subscribe }
}

/** Tells of changes that come close together once: entries that are sent in hundreds change one by one. */
function tellingTogether(source: Pick<Outbox, 'subscribe'>): Pick<Outbox, 'subscribe'> {
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
