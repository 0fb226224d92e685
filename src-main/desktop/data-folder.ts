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
 * What keeps the app from starting with this folder, or null. Call it before Chromium opens anything there: Chromium
 * exits without a message where it can't write. Once the folder is set up, a full disk is fine: its data can be read.
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

/** One folder at a time: with `recursive`, Node reports a code of its own instead of the system's. */
function makeFolder(folder: string, calls: FolderCalls): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder), calls)
  patientlyNow(() => calls.mkdirSync(folder, { mode: 0o700 }))
}

function removeProbe(probe: string, calls: FolderCalls): void {
  try {
    patientlyNow(() => calls.rmSync(probe, { force: true }))
  } catch {
    // Either it was never written, or it stays as a file of one byte that the next start overwrites.
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // This file system can't say how much is free; writing the probe will show.
    return Number.POSITIVE_INFINITY
  }
}

const node: FolderCalls = { mkdirSync, writeFileSync, rmSync, freeBytes }

/**
 * Bytes that must stay free. Far more than one write takes: Chromium's databases do not survive a write that fills the
 * disk (electron/electron#41877), so writing has to stop well before.
 */
const leastFreeBytes = 32 * 1024 * 1024

/** How long a file system may take (ms). One on a server that is gone never answers. */
const answerMs = 5000

interface RoomParts {
  readonly statfs: (folder: string) => Promise<{ readonly bavail: number; readonly bsize: number }>
  readonly answerMs: number
}

/** Calls that are still open, by folder. Each blocks one of Node's few threads, so a folder has one at a time. */
const asked = new Map<string, Promise<{ readonly bavail: number; readonly bsize: number }>>()

/**
 * Whether databases in this folder may be written. True when the file system can't say; false when it does not answer,
 * because a write would hang as well.
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
