import { mkdir, open, readdir, readFile, rename, rm, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../desktop/write-file.ts'
import type { Disk, DiskFile } from './disk.ts'

/** This machine's file system. */
export const nodeDisk: Disk = {
  makeFolder,
  names: folder => readdir(folder),
  read,
  open: openFile,
  shorten: truncate,
  rename,
  remove: path => rm(path, { force: true }),
  syncFolder,
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function read(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function openFile(path: string): Promise<DiskFile> {
  const file = await open(path, 'a', 0o600)
  return {
    size: async () => (await file.stat()).size,
    write: data => file.appendFile(data),
    // Bytes and size; times of the file are not worth a second write.
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}
