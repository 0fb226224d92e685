import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { type LongOrderShop, longOrderShop } from './harness/long-order.ts'
import { pasteSession } from './harness/order-app.ts'

interface Counts {
  /** Components that were drawn. */
  drawn: number
  /** Transactions that may write to the outbox. */
  writes: number
}

/** As much of a node of React's tree as is looked at. */
interface Fiber {
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

/** Runs in the page before its own code: counts in the way React's developer tools do. */
function countFromHere(): void {
  const counts: Counts = { drawn: 0, writes: 0 }
  const performedWork = 1
  const look = (now: Fiber, before: Fiber | null): void => {
    if (now === before) return
    if ((now.flags & performedWork) !== 0) counts.drawn += 1
    if (now.child === before?.child) return
    for (let child = now.child; child !== null; child = child.sibling) look(child, child.alternate)
  }
  Object.assign(window, {
    counts,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => look(root.current, root.current.alternate),
      onCommitFiberUnmount: () => undefined,
    },
  })
  const transaction = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...asked) {
    if (this.name === 'counterside-outbox' && asked[1] === 'readwrite') counts.writes += 1
    return transaction.apply(this, asked)
  }
}

const few = 10
const many = 500
let shop: LongOrderShop
let profile: string
let app: RunningApp

test.beforeAll(async () => {
  shop = await longOrderShop([few, many])
  profile = await newProfile()
  app = await startApp(profile)
  await app.page.addInitScript(countFromHere)
  await pasteSession(app.page, shop.url, 'pasted-1')
  await app.page.reload()
})
test.afterAll(async () => {
  await app.kill()
  await shop.close()
  await removeProfile(profile)
})

const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }))

async function chooseAll(page: Page, lines: number): Promise<void> {
  await page.locator(`[data-testid=order-row][data-order-number="${shop.numberOf(lines)}"]`).click()
  await expect(page.getByTestId('order-line')).toHaveCount(lines)
  await page.getByTestId('lines-select-all').click()
  await expect(page.getByTestId('request-description')).toBeVisible()
}

/** How many components twenty changes of the description draw. Not by the keyboard: keys as fast as these are a scan. */
async function drawnByTyping(page: Page): Promise<number> {
  const description = page.getByTestId('request-description')
  await description.fill('a')
  const before = await countsOf(page)
  for (let length = 1; length <= 20; length += 1) await description.fill('b'.repeat(length))
  return (await countsOf(page)).drawn - before.drawn
}

test('an order of 500 lines draws no more with a key than one of 10, and is saved in one transaction and sent once each', async () => {
  const { page } = app
  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  await page.getByTestId('nav-orders').click()
  await chooseAll(page, few)
  const atFew = await drawnByTyping(page)
  await page.getByTestId('lines-select-all').click()
  await chooseAll(page, many)
  const atMany = await drawnByTyping(page)
  expect(atFew).toBeGreaterThan(0)
  // Other things are drawn now and then, the age of a list for one; a line for each key would be ten thousand.
  expect(atMany).toBeLessThan(atFew + many)

  await page.getByTestId('request-reason').selectOption({ index: 1 })
  await page.getByTestId('request-review').click()
  await expect(page.getByTestId('request-submit')).toBeVisible()
  // The form takes no submit of a review that was not drawn yet.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 0))))
  const before = await countsOf(page)
  await page.getByTestId('request-submit').click()
  await expect(page.getByTestId('request-saved')).toBeVisible({ timeout: 30_000 })
  expect((await countsOf(page)).writes - before.writes).toBe(1)
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', String(many))

  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0', { timeout: 60_000 })
  expect(shop.posted.map(lines => lines.length)).toEqual(Array(5).fill(100))
  expect(new Set(shop.posted.flat()).size).toBe(many)
})
