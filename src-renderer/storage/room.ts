import type { Bridge } from '../../src-main/contract/bridge.ts'
import { openMs, withDeadline } from './deadline.ts'

/** Whether the disk has room for another write. Never rejects. */
export type Room = () => Promise<boolean>

export const endlessRoom: Room = () => Promise.resolve(true)

/** Asks main. Without an answer it says yes, and the write itself will show. */
export const roomOf =
  (bridge: { readonly app: Pick<Bridge['app'], 'hasRoom'> }): Room =>
  async () => {
    try {
      const reply = await withDeadline(bridge.app.hasRoom(undefined), openMs, 'Asking for room')
      return !reply.ok || reply.value
    } catch {
      return true
    }
  }

/**
 * Rejects with a `QuotaExceededError` when there is no room. Await it before every write to IndexedDB: a write that
 * hits the end of the disk tears a log that all databases share, and after the next start all of them are empty.
 */
export async function needRoom(room: Room): Promise<void> {
  if (!(await room())) throw new DOMException('The disk is full.', 'QuotaExceededError')
}
