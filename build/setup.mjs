import { createHash } from 'node:crypto'
import { root } from './command.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { withLock } from './lock.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ensureBuilt } from './setup/stamp.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

/**
 * Brings a checkout, however fresh, to the point where the app can start: packages, runtime, libraries, build.
 * Returns the runtime and the environment for whatever runs next. Throws a Failure that says what is missing.
 * This file and all it imports at the top use Node alone: there may be no node_modules yet.
 * @param {{ build?: boolean }} [options]
 */
export async function setUp({ build = true } = {}) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12)
  return withLock(`setup-${checkout}`, async () => {
    await ensurePackages()
    const runtime = await resolveElectron()
    await ensureSystemLibraries(runtime.executable)
    if (build) await ensureBuilt()
    return { runtime, env: { ...process.env, ...runtimeEnvironment(runtime) } }
  })
}

/** What tests and tools need to know to use the same runtime, and never to download another. */
export function runtimeEnvironment({ source, dist, executable }) {
  const shared = { COUNTERSIDE_ELECTRON: executable, ELECTRON_EXEC_PATH: executable }
  return source === 'registry' ? { ...shared, ELECTRON_OVERRIDE_DIST_PATH: dist } : shared
}
