import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../base/error-codes.ts'
import { inTime, NoAnswer } from '../base/in-time.ts'
import { patientlyNow } from '../base/patience.ts'

/** A data folder that the app can't start with, and the system's code for why. */
export interface FolderTrouble {
  readonly folder: string
  readonly code: string
}

interface FolderCalls {
  readonly mkdirSync: typeof mkdirSync
  readonly writeFileSync: typeof writeFileSync
  readonly rmSync: typeof rmSync
  readonly freeBytes: (folder: string) => number
}

/**
 * What keeps the app from starting with this folder, or null. To be asked before Chromium opens anything there: it ends
 * without a word where it can't write. A full disk is no trouble once the folder is set up: what is kept can be read.
 */
export function troubleWith(folder: string, calls: FolderCalls = node): FolderTrouble | null {
  const probe = join(folder, `.counterside-${process.pid}.probe`)
  const isSetUp = existsSync(join(folder, 'vault.json'))
  try {
    makeFolder(folder, calls)
    if (!isSetUp && calls.freeBytes(folder) < leastFreeBytes) return { folder, code: 'ENOSPC' }
    patientlyNow(() => calls.writeFileSync(probe, 'x'))
    return null
  } catch (error) {
    const code = codeOf(error) ?? ''
    return isSetUp && (code === 'ENOSPC' || code === 'EDQUOT') ? null : { folder, code }
  } finally {
    removeProbe(probe, calls)
  }
}

/** One by one, for Node has a code of its own for whatever keeps several from being made. */
function makeFolder(folder: string, calls: FolderCalls): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder), calls)
  patientlyNow(() => calls.mkdirSync(folder, { mode: 0o700 }))
}

function removeProbe(probe: string, calls: FolderCalls): void {
  try {
    patientlyNow(() => calls.rmSync(probe, { force: true }))
  } catch {
    // Where it could not be written it is not there; elsewhere it is an empty file that the next start overwrites.
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // A file system that can't say; the probe will tell.
    return Number.POSITIVE_INFINITY
  }
}

const node: FolderCalls = { mkdirSync, writeFileSync, rmSync, freeBytes }

/**
 * The least that stays free (bytes). Far more than one write takes: Chromium's databases do not survive a write that
 * meets the end of the disk (electron/electron#41877), so the end has to be seen coming.
 */
const leastFreeBytes = 32 * 1024 * 1024

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
