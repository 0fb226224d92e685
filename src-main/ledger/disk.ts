import { mkdir, open, readdir, readFile, rename, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../base/error-codes.ts'
import { patiently } from '../base/patience.ts'
import { removeFile, syncFolder } from '../base/write-file.ts'

/**
 * What the ledger asks of a file system, and no more. What was written survives the end of the process; what survives a
 * power cut is only what `sync` (a file's bytes) and `syncFolder` (its name) were awaited for. Everything rejects with
 * the system's error.
 */
export interface Disk {
  /** Makes a folder for this user only, with its parents; on disk when it resolves. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Names of the files in a folder. */
  readonly names: (folder: string) => Promise<readonly string[]>
  /** The bytes of a file; null when there is none. */
  readonly read: (path: string) => Promise<Buffer | null>
  /** Opens a file of this user only for appending; an empty one when there was none. */
  readonly open: (path: string) => Promise<DiskFile>
  /** Cuts a file down to `size` bytes. */
  readonly shorten: (path: string, size: number) => Promise<void>
  /** Takes the place of what is called `to`; neither may be open. A crash leaves the old or the new file there. */
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** Makes new names, renames and removals in a folder survive a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>
}

export interface DiskFile {
  /** Size in bytes. */
  readonly size: () => Promise<number>
  readonly write: (text: string | Uint8Array) => Promise<void>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** This machine's file system. A refusal that passes by itself is waited for. */
export const nodeDisk: Disk = {
  makeFolder,
  names: folder => patiently(() => readdir(folder)),
  read,
  open: openFile,
  shorten: (path, size) => patiently(() => truncate(path, size)),
  rename: (from, to) => patiently(() => rename(from, to)),
  remove: path => removeFile(path),
  syncFolder,
}

async function makeFolder(path: string): Promise<void> {
  const first = await patiently(() => mkdir(path, { recursive: true, mode: 0o700 }))
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function read(path: string): Promise<Buffer | null> {
  try {
    return await patiently(() => readFile(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function openFile(path: string): Promise<DiskFile> {
  const file = await patiently(() => open(path, 'a', 0o600))
  return {
    size: async () => (await file.stat()).size,
    write: data => file.appendFile(data),
    // Bytes and size; times of the file are not worth a second write.
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}
