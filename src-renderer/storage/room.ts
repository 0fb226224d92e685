import type { Bridge } from '../../src-main/contract/bridge.ts'
import { openMs, withDeadline } from './deadline.ts'

/** Whether the disk has room for another write. Never rejects. */
export type Room = () => Promise<boolean>

export const endlessRoom: Room = () => Promise.resolve(true)

/** Main's answer; without one there is room, for then the write itself will tell. */
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
 * Rejects with a `QuotaExceededError` when there is no room. To be awaited before every write to IndexedDB: one that meets
 * the end of the disk leaves a torn record in a log that all databases share, and the next start finds them all empty.
 */
export async function needRoom(room: Room): Promise<void> {
  if (!(await room())) throw new DOMException('The disk is full.', 'QuotaExceededError')
}
