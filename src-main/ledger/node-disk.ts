import { mkdir, open, readdir, readFile, rename, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../base/disk-code.ts'
import { patiently } from '../base/patience.ts'
import { removeFile, syncFolder } from '../base/write-file.ts'
import type { Disk, DiskFile } from './disk.ts'

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
