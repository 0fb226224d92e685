import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from './error-codes.ts'
import { patiently } from './patience.ts'

/** As much of node:fs/promises as is used; tests pass in calls that refuse. */
export interface FileCalls {
  readonly mkdir: typeof mkdir
  readonly open: typeof open
  readonly rename: typeof rename
  readonly rm: typeof rm
}

interface ReplaceOptions {
  /** The file's permission; private by default. */
  readonly mode?: number
  /** Where the new file lies until it takes the place of the old one. In the same folder. */
  readonly beside?: string
  readonly makesFolder?: boolean
  readonly calls?: FileCalls
}

/** Ends the name of a file of ours while it is written. */
const unfinishedEnding = '.new'
/** Chromium has files in our folder, too, and they are its own. */
const unfinishedFile = /^[a-z-]+\.(?:json|key)\.new$/

/**
 * Replaces a file so that a crash leaves the old or the new one, never half of one: written beside, synced, renamed,
 * folder synced. A refusal that passes is waited for; after any other, nothing is left beside the file.
 */
export async function replaceFile(
  path: string,
  data: string | Uint8Array,
  { mode = 0o600, beside = `${path}${unfinishedEnding}`, makesFolder = true, calls = node }: ReplaceOptions = {},
): Promise<void> {
  if (makesFolder) await patiently(() => calls.mkdir(dirname(path), { recursive: true, mode: 0o700 }))
  const file = await patiently(() => calls.open(beside, 'w', mode))
  try {
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await patiently(() => calls.rename(beside, path))
  } catch (error) {
    // Report what refused the write, even if this fails too.
    await removeFile(beside, calls).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Removes what a killed run left of the files directly in this folder. To be called before any of them is written. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder)
  // What can't be removed is overwritten by the next write.
  for (const name of names) if (unfinishedFile.test(name)) await removeFile(join(folder, name)).catch(() => undefined)
}

/** Removes a file if it is there. */
export async function removeFile(path: string, calls: Pick<FileCalls, 'rm'> = node): Promise<void> {
  await patiently(() => calls.rm(path, { force: true }))
}

/** Renames an unreadable file to a free name beside it, so that nothing in it is lost. Returns the new path. */
export async function setFileAside(path: string, calls: Pick<FileCalls, 'rename'> = node): Promise<string> {
  let aside = `${path}.broken`
  for (let n = 2; existsSync(aside); n += 1) aside = `${path}.broken-${n}`
  await patiently(() => calls.rename(path, aside))
  return aside
}

/** File systems that have no such call, or do not let this user make it, say so with one of these. */
const unsynced: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EACCES', 'EPERM'])

/** A rename or a new file is only on disk when its folder is; Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!unsynced.has(codeOf(error) ?? '')) throw error
  }
}

const byteOrderMark = '\ufeff'

/** The file's text, or null when there is no such file. Any other trouble is thrown. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    const text = await patiently(() => readFile(path, 'utf8'))
    // Editors on Windows put it in front.
    return text.startsWith(byteOrderMark) ? text.slice(1) : text
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const node: FileCalls = { mkdir, open, rename, rm }
