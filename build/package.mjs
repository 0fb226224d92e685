import { readFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, env, platform } from 'node:process'
import { root, runTool } from './command.mjs'
import { setUp } from './setup.mjs'
import { Failure, runEntry, say } from './tell.mjs'

const defaultTargets = { linux: ['--linux', 'dir'], darwin: ['--mac'], win32: ['--win'] }

/** Packs the app. Arguments go to electron-builder; without any it packs what this platform can without downloads. */
async function packageApp(args) {
  const { runtime, env: builderEnv } = await setUp()
  const targets = args.length > 0 ? args : defaultTargets[platform]
  const options = ['--config', 'build/electron-builder.config.mjs', '--publish', 'never', ...targets]
  // Elsewhere electron-builder fetches the Electron of each architecture itself.
  if (platform !== 'linux') return (await runTool('electron-builder', options, { env: builderEnv })).code
  requireShippedVersion(runtime.version)
  const clean = await copyWithoutDefaultApp(runtime.dist)
  try {
    const withDist = { ...builderEnv, COUNTERSIDE_ELECTRON_DIST: clean }
    return (await runTool('electron-builder', options, { env: withDist })).code
  } finally {
    await rm(clean, { recursive: true, force: true })
  }
}

// electron-builder names the version of package.json whatever it packs, so the difference is told here.
function requireShippedVersion(version) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (version === devDependencies.electron) return
  const difference = `The Electron at hand is ${version}; what ships is ${devDependencies.electron}`
  if (env.COUNTERSIDE_RELEASE === '1') {
    throw new Failure(`${difference}.`, 'Make releases where npx install-electron works.')
  }
  say(`${difference}: this package is for trying out only.`)
}

// A real copy: electron-builder may link files, and it changes fuses inside them.
async function copyWithoutDefaultApp(dist) {
  const clean = join(root, 'dist', '.electron')
  await rm(clean, { recursive: true, force: true })
  await cp(dist, clean, { recursive: true, verbatimSymlinks: true })
  await rm(join(clean, 'resources', 'default_app.asar'), { force: true })
  await rm(join(clean, 'counterside-runtime.json'), { force: true })
  return clean
}

await runEntry(() => packageApp(argv.slice(2)))
