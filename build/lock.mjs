import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './tell.mjs'

const staleAfterMs = 30 * 60_000

/** The folder for what is costly to fetch and safe to delete; outside node_modules, which `npm ci` wipes. */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'counterside')
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'counterside', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'counterside')
  return join(homedir(), '.cache', 'counterside')
}

/**
 * Runs the work while no other process holds the lock of that name; waits for its turn.
 * A lock whose owner has died, or that is half an hour old, is taken over.
 * The lock saves work, it is not the safety: what it guards is put in place by one rename.
 */
export async function withLock(name, work, folder = cacheFolder()) {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, `${name}.lock`)
  await acquire(lock, name)
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function acquire(lock, name) {
  const mine = `${lock}.${randomUUID()}`
  // Written first and linked then: nobody ever sees a lock without its owner in it.
  await writeFile(mine, String(process.pid))
  try {
    for (let waits = 0; !(await tryLink(mine, lock)); waits++) {
      if (await isAbandoned(lock)) await rm(lock, { force: true })
      else {
        if (waits === 0) say(`Waiting for another process that is busy with: ${name.replace(/-[0-9a-f]{12}$/, '')}.`)
        await sleep(250)
      }
    }
  } finally {
    await unlink(mine)
  }
}

async function tryLink(from, to) {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(lock) {
  try {
    const owner = Number(await readFile(lock, 'utf8'))
    const { mtimeMs } = await stat(lock)
    return Date.now() - mtimeMs > staleAfterMs || !isAlive(owner)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Whether a process with that id exists; one of another user counts. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
