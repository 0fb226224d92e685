import type { Bridge } from '../../src-main/contract/bridge.ts'
import { roomOf } from '../cache/room.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { createCounterside, type LiveCounterside, type OutboxSeam } from './counterside.ts'
import type { Outbox } from './types.ts'

/** The app's own wiring: the queue between the bridge, the signals and the caches. Rejects only when the key is unusable. */
export function openCounterside(parts: { bridge: Bridge; keyBase64: string }): Promise<LiveCounterside> {
  return createCounterside({ ...parts, outbox: openOutbox })
}

function openOutbox({ bridge, sealer, accounts, signals, syncAccount }: OutboxSeam): Outbox {
  const outbox = createOutbox({ main: bridge, sealer, accounts, note: signals.note, room: roomOf(bridge) })
  const seen = new Set<string>()
  let isFirst = true
  outbox.subscribe(() => {
    const { loaded, entries } = outbox.snapshot()
    if (!loaded) return
    for (const { id, state, accountId, about } of entries) {
      if (state !== 'CONFIRMED' || seen.has(id)) continue
      seen.add(id)
      // The shop changed through us: its list of requests and the order are older than that now.
      if (!isFirst) syncAccount(accountId, about.orderId)
    }
    isFirst = false
  })
  outbox.start()
  return outbox
}
