import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { button, tick } from '../e2e/harness/by-name.ts'
import { entryOf, expectCount, submitRequest } from '../e2e/harness/steps.ts'
import { type MinimalOptions, type MinimalShop, minimalCustomer, minimalShop } from './harness/minimal-shop.ts'

let profile: string
let app: RunningApp
let shop: MinimalShop

test.beforeEach(async () => {
  profile = await newProfile()
  app = await startApp(profile)
})
test.afterEach(async () => {
  await app.kill()
  await shop.close()
  await removeProfile(profile)
})

type Door = (page: Page) => Promise<void>
const byPassword: Door = async page => {
  await page.getByTestId('connect-email').fill(minimalCustomer.email)
  await page.getByTestId('connect-password').fill(minimalCustomer.password)
}
const bySession: Door = page => page.getByTestId('connect-session-id').fill([...shop.sessions].at(-1) ?? '')

async function connect(door: Door): Promise<void> {
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.url)
  await door(page)
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('connect-customer-submit')).toBeHidden()
  await expect(page.getByTestId('nav-orders')).toBeVisible()
  // The form needs the reasons once; they come with the first sync.
  await expect.poll(() => shop.seen.some(one => one.includes('cancellation_reasons'))).toBe(true)
}

async function restart(): Promise<void> {
  await app.kill()
  app = await startApp(profile)
  await expect(app.page.getByTestId('nav-orders')).toBeVisible()
}

async function ask(n: number): Promise<void> {
  const { page } = app
  await page.getByTestId('nav-orders').click()
  await page.locator(`[data-testid=order-row][data-id="S-${n}"]`).click()
  await tick(page.locator(`[data-order-item="I-${n}"]`).getByTestId('line-select'))
  await submitRequest(page)
}

async function expectState(n: number, state: string): Promise<void> {
  await app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(app.page, `I-${n}`)).toHaveAttribute('data-state', state, { timeout: 30_000 })
}

/** The main job: list, open, queue without a line, die, come back, have a line again. */
async function queueDieAndComeBack(door: Door, options: MinimalOptions): Promise<void> {
  shop = await minimalShop(options)
  await connect(door)
  await expectCount(app.page, 3)
  await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  shop.isDown = true
  await ask(2)
  await expectState(2, 'queued')
  await restart()
  await expectState(2, 'queued')
  expect(shop.posts).toEqual([])
  shop.isDown = false
  await expectState(2, 'confirmed')
  await ask(1)
  await expectState(1, 'confirmed')
  await restart()
  await expectState(2, 'confirmed')
  expect(shop.posts.map(body => JSON.parse(body).order_item)).toEqual(['I-2', 'I-1'])
}

const envelope = (rows: unknown[]) => ({ results: rows })
const shops: readonly (readonly [string, Door, MinimalOptions])[] = [
  ['signed in to by password', byPassword, {}],
  ['with a pasted session', bySession, {}],
  ['that is slow', bySession, { slowMs: 1500 }],
  ['whose requests come in an envelope without count and next', bySession, { listAs: envelope }],
  ['without a list of requests', bySession, { listsRequests: false }],
  ['that wants a CSRF token', byPassword, { wantsCsrf: true }],
  ['whose login says nothing', byPassword, { answersLogin: {} }],
]
for (const [name, door, options] of shops) {
  test(`a minimal shop ${name}: what was queued offline goes out once and is confirmed`, async () => {
    await queueDieAndComeBack(door, options)
  })
}

for (const listsRequests of [true, false]) {
  test(`a lost answer of a minimal shop is found again, ${listsRequests ? 'in its list' : 'in its order'}`, async () => {
    shop = await minimalShop({ listsRequests })
    await connect(bySession)
    await expectCount(app.page, 3)
    shop.losesNextAnswer = true
    await ask(3)
    await expectState(3, 'confirmed')
    expect(shop.posts).toHaveLength(1)
  })
}

test('a session that ended keeps the entry, and a new one of the same shop sends it', async () => {
  shop = await minimalShop()
  await connect(byPassword)
  await expectCount(app.page, 3)
  shop.sessions.clear()
  await ask(2)
  await expectState(2, 'queued')
  await expect(app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
  await restart()
  await expectState(2, 'queued')
  expect(shop.posts).toEqual([])
  await app.page.getByTestId('nav-settings').click()
  await button(app.page, 'settings.addAccount').click()
  await connect(byPassword)
  await expectState(2, 'confirmed')
  expect(shop.posts).toHaveLength(1)
})

test('a session that the shop takes again needs nobody to sign in', async () => {
  shop = await minimalShop()
  await connect(bySession)
  await expectCount(app.page, 3)
  shop.sessions.clear()
  await ask(2)
  await expect(app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
  shop.sessions.add('pasted-1')
  await restart()
  await expectState(2, 'confirmed')
  expect(shop.posts).toHaveLength(1)
})
