import { test } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, removeProfile, startApp } from '../e2e/harness/app.ts'
import { signedInCookie } from '../e2e/harness/sign-in.ts'
import { connectCustomer, expectCount } from '../e2e/harness/steps.ts'
import { report } from './harness/figures.ts'
import { bareFolder, freshProfile, ourFolder, startUntilRow } from './harness/launch.ts'

const orders = 10_000
const rounds = 7

let shop: DemoShop
let profile: string

test.beforeAll(async () => {
  shop = await startDemoShop({ orders, oldOrders: 5, pending: 5 })
  profile = await newProfile()
})
test.afterAll(async () => {
  await shop.stop()
  await removeProfile(profile)
})

test('sync of 10,000 orders', async () => {
  const app = await startApp(profile)
  await app.page.getByTestId('connect-customer-submit').waitFor()
  const begun = performance.now()
  await connectCustomer(app.page, shop)
  await app.page.waitForFunction(
    count => document.querySelector('[data-testid=list-count]')?.getAttribute('data-count') === String(count),
    orders,
    { polling: 'raf', timeout: 300_000 },
  )
  const ours = performance.now() - begun
  // Rows are on screen before they are on disk: the pull is over when its progress is gone.
  await app.page.getByTestId('list-progress').waitFor({ state: 'detached' })
  await app.quit()
  report('Sync of 10,000 orders, sign-in to last row on screen', [ours], 'bare loop over the same pages', [
    await bareLoop(),
  ])
})

/** What nobody can be faster than: the same pages, one after the other, parsed and thrown away. */
async function bareLoop(): Promise<number> {
  const begun = performance.now()
  const cookie = await signedInCookie(shop)
  for (let page = 1; page <= orders / 100; page += 1) {
    const answer = await fetch(`${shop.commerceUrl}/users/orders/?page=${page}&limit=100`, { headers: { cookie } })
    const { results } = (await answer.json()) as { results: unknown[] }
    if (results.length !== 100) throw new Error(`Page ${page} has ${results.length} rows.`)
  }
  return performance.now() - begun
}

test('start with 10,000 cached orders', async () => {
  await shop.stop()
  const ours: number[] = []
  const bare: number[] = []
  const bareProfile = await freshProfile()
  for (let round = 0; round <= rounds; round += 1) {
    const floor = await startUntilRow(bareFolder, bareProfile)
    await floor.app.close()
    const one = await startUntilRow(ourFolder, profile)
    await one.app.close()
    // The first round warms the disk cache and Chromium's code cache.
    if (round > 0) {
      bare.push(floor.usableMs)
      ours.push(one.usableMs)
    }
  }
  await removeProfile(bareProfile)
  report('Process start to a usable list, 10,000 cached orders, no network', ours, 'bare Electron window', bare)
})

test('keystroke to painted result over 10,000 orders', async () => {
  const app = await startApp(profile)
  await expectCount(app.page, orders)
  const ours = await app.page.evaluate(typeAndWait, {
    box: '[data-testid=search-input]',
    echo: '[data-testid=list-count]',
  })
  await app.quit()
  const bareProfile = await freshProfile()
  const floor = await startUntilRow(bareFolder, bareProfile)
  await floor.page.evaluate(() => {
    const row = document.querySelector('#row')
    document.querySelector('#box')?.addEventListener('input', event => {
      if (row && event.target instanceof HTMLInputElement) row.setAttribute('data-query', event.target.value)
    })
  })
  const bare = await floor.page.evaluate(typeAndWait, { box: '#box', echo: '#row' })
  await floor.app.close()
  await removeProfile(bareProfile)
  report('Keystroke to painted result, 10,000 orders', ours, 'bare input that echoes', bare)
})

/** Runs in the page: types words letter by letter and times each until the frame after the list answers it. */
async function typeAndWait({ box, echo }: { box: string; echo: string }): Promise<number[]> {
  const input = document.querySelector(box)
  if (!(input instanceof HTMLInputElement)) throw new Error('Nothing to type into.')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const type = async (text: string) => {
    const begun = performance.now()
    setValue?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    do await frame()
    while (document.querySelector(echo)?.getAttribute('data-query') !== text)
    return performance.now() - begun
  }
  const times: number[] = []
  for (const word of ['gömlek', 'ısı', '2745', 'ayakkabı', 'yok böyle']) {
    for (let length = 1; length <= word.length; length += 1) times.push(await type(word.slice(0, length)))
    await type('')
  }
  return times
}
