import { execFileSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'

const repoRoot = join(import.meta.dirname, '..', '..', '..')
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** From before the process was started until the first row was on screen, ms. */
  readonly usableMs: number
}

/** Starts an app folder on a profile and waits for the first row of its list. */
export async function startUntilRow(folder: string, profile: string): Promise<Started> {
  const executablePath =
    process.env['COUNTERSIDE_ELECTRON'] ??
    execFileSync(process.execPath, ['build/electron-runtime.mjs', '--print'], {
      cwd: repoRoot,
      encoding: 'utf8',
    }).trim()
  const begun = performance.now()
  const app = await electron.launch({ executablePath, args: [...asRoot, `--user-data-dir=${profile}`, folder] })
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.querySelector('[data-testid=order-row]') !== null, undefined, {
    polling: 'raf',
  })
  return { app, page, usableMs: performance.now() - begun }
}

export const ourFolder = repoRoot
export const bareFolder = join(import.meta.dirname, 'bare-window')
export const freshProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'counterside-bench-'))
