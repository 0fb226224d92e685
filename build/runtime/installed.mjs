import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../command.mjs'
import { Failure } from '../tell.mjs'

// Long enough for 110 MB on a bad line, and an end for a download that hangs.
const downloadLimitMs = 10 * 60_000

/** The executable's path inside an Electron distribution. */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The distribution that ELECTRON_OVERRIDE_DIST_PATH names, or undefined when it is not set.
 * Throws a Failure when it names a folder without an executable: whoever set it meant it.
 */
export function overriddenRuntime(env = process.env) {
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const executable = join(dist, executableName())
  if (!existsSync(executable)) {
    throw new Failure(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${executableName()} in it.`,
      'Point it at the folder of an unpacked Electron, or unset it.',
    )
  }
  return { source: 'override', dist, executable, why: 'ELECTRON_OVERRIDE_DIST_PATH names it' }
}

/** The distribution inside the installed electron package, or undefined when it is absent, partial or of another version. */
export function installedRuntime(packageFolder = join(root, 'node_modules', 'electron')) {
  const dist = join(packageFolder, 'dist')
  const executable = join(dist, executableName())
  // The package's installer writes path.txt last: without it the folder is a half-unpacked one.
  if (!existsSync(executable) || !existsSync(join(packageFolder, 'path.txt'))) return undefined
  const wanted = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
  if (distVersion(dist) !== wanted) return undefined
  return { source: 'installed', dist, executable, why: 'it is installed' }
}

/** The version a distribution states in its `version` file, or undefined. */
export function distVersion(dist) {
  const file = join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined
}

/**
 * Lets the electron package download its own binary.
 * Returns undefined when that worked, else the reason it did not, in one line.
 */
export async function downloadOfficial() {
  const script = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(script)) return 'the electron package is not installed'
  const result = await run(process.execPath, [script], { output: 'capture', limitMs: downloadLimitMs })
  if (result.timedOut) return `the official download took over ${downloadLimitMs / 60_000} minutes`
  if (result.code === 0 && installedRuntime()) return undefined
  const firstLine = result.stderr.split('\n').find(line => /\S/.test(line))
  return `the official download failed (${firstLine?.replace(/^\w*Error: /, '').trim() ?? `exit code ${result.code}`})`
}
