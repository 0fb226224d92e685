import { statfs } from 'node:fs/promises'
import { inTime, NoAnswer } from '../base/in-time.ts'

/**
 * The least that stays free (bytes). Far more than one write takes: Chromium's databases do not survive a write that
 * meets the end of the disk (electron/electron#41877), so the end has to be seen coming.
 */
export const leastFreeBytes = 32 * 1024 * 1024

/** How long a file system may take (ms). One on a server that is gone answers never. */
const answerMs = 5000

interface RoomParts {
  readonly statfs: (folder: string) => Promise<{ readonly bavail: number; readonly bsize: number }>
  readonly answerMs: number
}

/** Questions that are not answered yet: each holds a thread of a few, so no folder is asked twice at a time. */
const asked = new Map<string, Promise<{ readonly bavail: number; readonly bsize: number }>>()

/**
 * Whether databases in this folder may be written. A file system that can't say counts as one with room, one that does
 * not answer as one without: a write would hang with it.
 */
export async function hasRoom(folder: string, parts: RoomParts = { statfs, answerMs }): Promise<boolean> {
  const known = asked.get(folder)
  const asking = known ?? parts.statfs(folder)
  if (known === undefined) {
    asked.set(folder, asking)
    const end = () => asked.delete(folder)
    asking.then(end, end)
  }
  try {
    const { bavail, bsize } = await inTime('disk', parts.answerMs, asking)
    return bavail * bsize >= leastFreeBytes
  } catch (error) {
    return !(error instanceof NoAnswer)
  }
}
