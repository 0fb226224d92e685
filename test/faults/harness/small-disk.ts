import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

const sizeMiB = 256

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string
  /** Takes every byte that is left. Again, when somebody freed some. */
  readonly fill: () => void
  /** Gives back what `fill` took. */
  readonly empty: () => void
  /** To be called when no process has a file on it open. */
  readonly remove: () => void
}

/** Mounts one in memory at `folder`, which must not exist; the reason as text where this machine or this user can't. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | string> {
  await mkdir(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=700`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    return `no disk can be mounted here: ${error instanceof Error ? error.message.trim() : String(error)}`
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillUp(filler),
    empty: () => rmSync(filler, { force: true }),
    remove: () => execFileSync('umount', [folder]),
  }
}

/** Ever smaller pieces, until not one byte fits. */
function fillUp(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) while (fits(file, bytes));
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function fits(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes, 1)) > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
