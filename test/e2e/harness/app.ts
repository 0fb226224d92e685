import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'

const repoRoot = join(import.meta.dirname, '..', '..', '..')
const holdStart = join(import.meta.dirname, 'hold-start.cjs')
/** The runner has no limits of its own for these; a start that hangs should say which step did. */
const startMs = 30_000
let executable = process.env['COUNTERSIDE_ELECTRON'] ?? ''

export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** SIGKILL, and back when no process of it is left: the profile is free again. */
  readonly kill: () => Promise<void>
  /** Asks to quit as a person would; only for an app with nothing unsent. */
  readonly quit: () => Promise<void>
}

/** An empty profile folder; remove it with `removeProfile`. */
export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'counterside-profile-'))
export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 5 })

/** Starts the built app on a profile and waits for its window. */
export async function startApp(
  profile: string,
  extra: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningApp> {
  const app = await electron.launch({
    executablePath: findExecutable(),
    args: ['-r', holdStart, ...commonArguments(profile), ...extra],
    cwd: repoRoot,
    env: { ...withoutUndefined(process.env), ...env },
    // Playwright would force the light scheme; the theme is the app's own to choose.
    colorScheme: null,
    timeout: startMs,
  })
  const root = app.process()
  const page = await app.firstWindow({ timeout: startMs })
  await page.waitForLoadState('domcontentloaded', { timeout: startMs })
  return {
    electron: app,
    page,
    async kill() {
      const family = await descendants(root.pid ?? 0)
      if (root.exitCode === null && root.signalCode === null) {
        const gone = app.waitForEvent('close')
        root.kill('SIGKILL')
        await gone
      }
      await expect.poll(() => family.filter(isAlive), { intervals: [50] }).toEqual([])
    },
    async quit() {
      await app.close()
    },
  }
}

/** Starts the app a second time on a profile that is in use, as the system does for a link; back when that start has ended. */
export async function startAgain(profile: string, extra: readonly string[] = []): Promise<void> {
  const second = spawn(findExecutable(), [...commonArguments(profile), ...extra], { cwd: repoRoot, stdio: 'ignore' })
  await once(second, 'exit')
}

function findExecutable(): string {
  executable ||= execFileSync(process.execPath, ['build/electron-runtime.mjs', '--print'], {
    cwd: repoRoot,
    encoding: 'utf8',
  }).trim()
  return executable
}

const commonArguments = (profile: string): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${profile}`,
  repoRoot,
]

/** Every process below this one, read from /proc where there is one. */
async function descendants(pid: number): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name)).map(Number)
  const parents = new Map<number, number>()
  for (const id of ids) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent > 0) parents.set(id, parent)
  }
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id)
    return parent === pid || (parent !== undefined && parent > 1 && isBelow(parent))
  }
  return [pid, ...ids.filter(isBelow)]
}

/** A zombie is not: it holds no file any more, and whoever should reap it may take a second. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return process.platform !== 'linux'
  }
}

const withoutUndefined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
