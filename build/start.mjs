import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { argv, env, platform } from 'node:process'
import { isEntry, root, run } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { setUp } from './setup.mjs'
import { runEntry, say } from './tell.mjs'
import { tour } from './tour.mjs'

/** Where the app keeps what it stores when it is started from a checkout; never shared with an installed one. */
export function developmentProfile() {
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'counterside-dev')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'counterside-dev')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'counterside-dev')
  return join(homedir(), '.local', 'share', 'counterside-dev')
}

/** Why Chromium's sandbox cannot start here, or undefined when it can. */
export function sandboxObstacle() {
  if (platform !== 'linux') return undefined
  if (process.getuid() === 0) return 'it refuses to run as root'
  if (readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1') {
    return 'this system lets only known programs create user namespaces'
  }
  return undefined
}

/** Flags for an app that is started from a checkout. */
export function developmentFlags() {
  const obstacle = sandboxObstacle()
  if (obstacle) say(`Starting without Chromium's sandbox, in development only: ${obstacle}.`)
  return [...(obstacle ? ['--no-sandbox'] : []), `--user-data-dir=${developmentProfile()}`]
}

/** Sets up, then shows the app with the demo shop. Without a display it does the tour instead. */
async function start(extraArgs) {
  if (!hasDisplay()) {
    say('There is no display: the tour runs on a virtual one instead, then ends.')
    return tour([])
  }
  const { runtime, env: appEnv } = await setUp()
  const { code } = await run(runtime.executable, [...developmentFlags(), root, '--demo', ...extraArgs], { env: appEnv })
  return code
}

function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

if (isEntry(import.meta.url)) await runEntry(() => start(argv.slice(2)))
