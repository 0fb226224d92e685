import { statfs } from 'node:fs/promises'

/**
 * The least that stays free (bytes). Far more than one write takes: Chromium's databases do not survive a write that
 * meets the end of the disk (electron/electron#41877), so the end has to be seen coming.
 */
const leastFreeBytes = 32 * 1024 * 1024

/** Whether databases in this folder may be written. A file system that can't say counts as one with room. */
export async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= leastFreeBytes
  } catch {
    return true
  }
}
