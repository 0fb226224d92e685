import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// Stands in for Electron's own default app where the runtime has none: `electron [flags] [-r module] <folder or file>`.

/** Splits the command line into the app to start and the modules to load before it. */
function readArguments(args) {
  const preloads = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]
    if (arg === '-r' || arg === '--require') preloads.push(args[++index])
    else if (arg.startsWith('--require=')) preloads.push(arg.slice('--require='.length))
    else if (!arg.startsWith('-')) return { target: resolve(arg), preloads }
  }
  return { target: undefined, preloads }
}

/** Gives Electron the identity that the folder's package.json states, and returns the path of its main script. */
function adopt(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = manifest.productName ?? manifest.name
  if (name) app.setName(name)
  if (manifest.version) app.setVersion(manifest.version)
  if (manifest.desktopName) app.setDesktopName?.(manifest.desktopName)
  app.setAppPath(folder)
  return resolve(folder, manifest.main ?? 'index.js')
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const { target, preloads } = readArguments(process.argv.slice(1))
const require = createRequire(import.meta.url)
try {
  for (const file of preloads) require(resolve(file))
  if (!target) throw new Error('Name the folder of the app to start.')
  const main = statSync(target).isDirectory() ? adopt(target) : target
  // Awaited at the top level, so that `ready` cannot fire before the app has registered its schemes.
  await import(pathToFileURL(main).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}
