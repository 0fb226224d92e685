import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { patientlyNow } from '../base/patience.ts'
import { readIfThere, removeFile, replaceFile } from '../base/write-file.ts'

const markerName = 'set-aside.json'
const keptName = 'kept'
const noteName = 'newest.json'
/** Not data: our marker, what was kept before, and what Chromium may hold open from its first moment on. */
const staying = new Set([
  markerName,
  keptName,
  'Crashpad',
  'SingletonLock',
  'SingletonCookie',
  'SingletonSocket',
  'lockfile',
])

/** The target folder stands in the marker, so that a move that was cut short goes on into the same one. */
const markerSchema = z.object({ into: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/) })

/** Makes the next start set everything in the data folder aside. Nothing is moved while the app runs. */
export async function markForSettingAside(folder: string, now: Date): Promise<void> {
  const into = now.toISOString().replaceAll(':', '-')
  await replaceFile(join(folder, markerName), JSON.stringify({ into }))
}

/**
 * Moves everything into `kept/<moment>/` when the last run was asked to, and goes on where a kill stopped it.
 * Nothing is deleted or overwritten. Must run before anything of the folder is open, hence in one go;
 * gives the error that stopped it, after which nothing may be opened: half of the old data is still in place.
 */
export function finishSettingAside(folder: string, rename: typeof renameSync = renameSync): unknown {
  const move = (from: string, to: string) => patientlyNow(() => rename(from, to))
  const into = markedTarget(folder)
  if (into === null) return null
  const kept = join(folder, keptName, into)
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder)) {
      if (!staying.has(name)) move(join(folder, name), freePath(kept, name))
    }
    keepChoices(kept, folder)
    for (const changed of [kept, folder]) syncFolderNow(changed)
    // The end of the move and the note about it are one step.
    move(join(folder, markerName), join(folder, keptName, noteName))
    return null
  } catch (error) {
    return error
  }
}

/** Where the data of before is, until somebody has seen it; null when there is nothing to say. */
export async function readKeptAside(folder: string): Promise<string | null> {
  const into = targetIn(await readIfThere(join(folder, keptName, noteName)))
  const path = into === null ? null : join(folder, keptName, into)
  return path !== null && existsSync(path) ? path : null
}

/** Takes the note away; what was kept stays. */
export async function forgetKeptNote(folder: string): Promise<void> {
  await removeFile(join(folder, keptName, noteName))
}

function markedTarget(folder: string): string | null {
  const marker = join(folder, markerName)
  return existsSync(marker) ? targetIn(readFileSync(marker, 'utf8')) : null
}

function targetIn(text: string | null): string | null {
  try {
    return text === null ? null : markerSchema.parse(JSON.parse(text)).into
  } catch {
    return null
  }
}

/** A name that is taken already, by a part of the move that came before a kill, is not overwritten. */
function freePath(kept: string, name: string): string {
  let path = join(kept, name)
  for (let n = 2; existsSync(path); n += 1) path = join(kept, `${name}.${n}`)
  return path
}

/** Language, theme and the window's place are the machine's, not the data's: a person goes on in their language. */
function keepChoices(kept: string, folder: string): void {
  const choices = join(kept, 'preferences.json')
  if (existsSync(choices)) copyFileSync(choices, join(folder, 'preferences.json'), constants.COPYFILE_EXCL)
}

/** As `syncFolder`, without waiting. */
function syncFolderNow(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
