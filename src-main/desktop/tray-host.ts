import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inTime } from '../base/in-time.ts'

export interface TrayHostParts {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** What a command wrote. Rejects when there is no such command, and when it failed. */
  readonly run: (command: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<string>
  readonly answerMs: number
}

const answerMs = 1000
const watcher = 'org.kde.StatusNotifierWatcher'
const path = '/StatusNotifierWatcher'
const getter = 'org.freedesktop.DBus.Properties.Get'
const property = 'IsStatusNotifierHostRegistered'

/** The same question in the two commands that desktops have for it. */
const questions: readonly (readonly [command: string, args: readonly string[]])[] = [
  [
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      `--reply-timeout=${answerMs}`,
      `--dest=${watcher}`,
      path,
      getter,
      `string:${watcher}`,
      `string:${property}`,
    ],
  ],
  ['gdbus', ['call', '--session', '--dest', watcher, '--object-path', path, '--method', getter, watcher, property]],
]

const thisSystem: TrayHostParts = {
  platform: process.platform,
  env: process.env,
  run: async (command, args, env) => {
    const options = { env, timeout: answerMs, killSignal: 'SIGKILL' } as const
    return (await promisify(execFile)(command, [...args], options)).stdout
  },
  answerMs,
}

/**
 * Whether the desktop shows tray icons now. A Linux desktop may show none, and Electron makes an icon all the same; so
 * the session's bus is asked whether anything takes icons. No answer means none.
 */
export async function hasTrayHost(parts: TrayHostParts = thisSystem): Promise<boolean> {
  if (parts.platform !== 'linux') return true
  const env = withBus(parts.env)
  if (env === null) return false
  return inTime('session bus', parts.answerMs, ask(parts, env)).catch(() => false)
}

/** Without an address the commands would start a bus of their own, which is empty. */
function withBus(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv | null {
  if (env['DBUS_SESSION_BUS_ADDRESS']) return env
  const folder = env['XDG_RUNTIME_DIR']
  return folder ? { ...env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus` } : null
}

async function ask({ run }: TrayHostParts, env: NodeJS.ProcessEnv): Promise<boolean> {
  for (const [command, args] of questions) {
    try {
      return /\btrue\b/.test(await run(command, args, env))
    } catch (error) {
      // An error from the bus means that there is no host. Only a missing command leads to the next command.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return false
    }
  }
  return false
}
