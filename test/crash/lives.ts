import { type ChildProcess, execFileSync } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { submitRequest } from '../e2e/harness/steps.ts'
import type { CrashShop } from './crash-shop.ts'

export const orderItem = '11'
const over: ReadonlySet<string> = new Set(['confirmed', 'rejected', 'needs-review', 'dropped'])

/** Ten minutes of the app's time: longer than every wait there is. */
const stepMs = 2_000
const rounds = 300
/** On a machine that is busy with other things the network lags behind the app's time by this much (real ms). */
const patienceMs = 45_000

/** A profile that is signed in to the shop and has its one order; each case begins with a copy of it. */
export async function preparedProfile(shop: CrashShop): Promise<string> {
  const profile = await newProfile()
  const app = await startApp(profile)
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.url)
  await page.getByTestId('connect-session-id').fill(shop.session)
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-count', '1')
  // The form needs the reasons once; they come with the first sync.
  await page.getByTestId('order-row').first().click()
  await page.getByTestId('line-select').first().check()
  await expect(page.getByTestId('request-reason')).toBeVisible()
  await page.getByTestId('line-select').first().uncheck()
  await app.kill()
  return profile
}

/** One installation through its lives. */
export class Lives {
  readonly profile: string
  app: RunningApp
  /** Playwright forgets it when the app is gone. */
  #root: ChildProcess

  private constructor(profile: string, app: RunningApp) {
    this.profile = profile
    this.app = app
    this.#root = app.electron.process()
  }

  static async begin(prepared: string): Promise<Lives> {
    const profile = await newProfile()
    await cp(prepared, profile, { recursive: true })
    const lives = new Lives(profile, await startApp(profile))
    await expect(lives.page.getByTestId('order-row').first()).toBeVisible()
    return lives
  }

  get page(): Page {
    return this.app.page
  }

  /** SIGKILL this instant; `next` waits for the rest of it. */
  readonly shoot = (): void => {
    this.#root.kill('SIGKILL')
  }

  get isDead(): boolean {
    return this.#root.exitCode !== null || this.#root.signalCode !== null
  }

  async next(): Promise<void> {
    await this.app.kill()
    this.app = await startApp(this.profile)
    this.#root = this.app.electron.process()
    await expect(this.page.getByTestId('nav-outbox')).toBeVisible()
  }

  async end(): Promise<void> {
    await this.app.kill()
    await removeProfile(this.profile)
  }

  /** Asks to cancel the one line, up to the click that submits it. */
  async ask(): Promise<void> {
    await this.page.getByTestId('order-row').first().click()
    await this.page.getByTestId('line-select').first().check()
    await submitRequest(this.page, 'Telefonda söyledi')
  }

  /** State of the entry on the outbox screen; null when there is none. */
  async state(): Promise<string | null> {
    const entry = this.page.locator(`[data-testid=outbox-entry][data-order-item="${orderItem}"]`)
    return (await entry.count()) === 0 ? null : entry.first().getAttribute('data-state')
  }

  /**
   * Lets time pass, faster than it does, until the entry is over or waits for a person. Gives its state, null when there
   * never was an entry. The app's network goes at its own pace, so the steps are small against the app's deadlines.
   */
  async settled(shop: CrashShop): Promise<string | null> {
    await this.page.getByTestId('nav-outbox').click()
    const empty = this.page.getByTestId('outbox-empty')
    await expect(this.page.getByTestId('outbox-entry').or(empty).first()).toBeVisible()
    if (await empty.isVisible()) return null
    await this.page.clock.install()
    // Timers from before the clock was ours run at the world's pace; a change of the network has the app set them anew.
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')))
    const until = Date.now() + patienceMs
    for (let round = 0; round < rounds || Date.now() < until; round += 1) {
      const state = await this.state()
      if (state !== null && over.has(state)) return state
      await shop.letGo()
      await this.page.clock.fastForward(stepMs)
    }
    return this.state()
  }

  /** Kinds of the ledger's lines, oldest first. */
  async ledger(): Promise<string[]> {
    const text = await readFile(join(this.profile, 'ledger', 'outbox.ledger'), 'utf8').catch(() => '')
    return text.split('\n').flatMap(line => /"t":"(\w+)"/.exec(line)?.[1] ?? [])
  }

  /** A second start on the same profile. It has to end by itself. */
  secondStart(): void {
    const program = this.#root
    execFileSync(
      program.spawnfile,
      program.spawnargs.slice(1).filter(one => !one.startsWith('--remote-debugging')),
      {
        timeout: 20_000,
        stdio: 'ignore',
      },
    )
  }
}

/** Not lost: what is in the ledger is on the screen. Not doubled, not stuck, and what the shop has is known. */
export function expectKept(shop: CrashShop, wasSaved: boolean, state: string | null): void {
  expect(state === null, 'an entry is on the screen if it was saved').toBe(!wasSaved)
  expect(shop.effects, 'effects').toBeLessThanOrEqual(1)
  if (shop.effects === 1) expect(state).toBe('confirmed')
  else expect([null, 'needs-review', 'rejected']).toContain(state)
}
