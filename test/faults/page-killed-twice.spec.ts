import { startAgain } from '../e2e/harness/app.ts'
import { answerBox, holdBoxes, openBoxes } from '../e2e/harness/message-box.ts'
import { type Desk, expect, test } from './harness/desk.ts'
import { pageProcess } from './harness/page-process.ts'

async function killTwice(desk: Desk) {
  const page = pageProcess(desk.app.electron)
  await page.kill()
  // The first time it is started again at once.
  await expect.poll(() => page.read('status-unsent', 'data-count'), { timeout: 30_000 }).toBe('2')
  await page.kill()
  await expect.poll(page.isGone).toBe(true)
  return page
}

test('a page killed twice is asked about, keeps the count, and drains the queue once it is started again', async ({
  desk,
  profile,
}) => {
  const { electron } = desk.app
  const items = await desk.queueOffline(2)
  await holdBoxes(electron)
  const page = await killTwice(desk)
  const asked = await answerBox(electron, 'Not now')
  expect(asked.message).toBe('Counterside’s window has stopped working.')
  expect(asked.detail).toContain('2 requests')

  // Quitting asks, from the count that main keeps.
  await electron.evaluate(({ app }) => app.quit())
  expect((await answerBox(electron, 'Cancel')).message).toBe('Quit with 2 unsent requests?')
  expect(await page.isGone()).toBe(true)

  // A second start of the app is answered by the question.
  await startAgain(profile)
  await desk.shop.start()
  await answerBox(electron, 'Start again')
  await expect.poll(() => desk.posted, { timeout: 60_000 }).toEqual(items.toSorted())
  await expect.poll(() => page.read('status-unsent', 'data-count')).toBe('0')
  expect(desk.posted).toHaveLength(items.length)
  expect(await openBoxes(electron)).toEqual([])
})

test('an app whose page is gone quits when the person says so, and the requests go out at the next start', async ({
  desk,
}) => {
  const { electron } = desk.app
  const items = await desk.queueOffline(2)
  await holdBoxes(electron)
  await killTwice(desk)
  const closed = electron.waitForEvent('close')
  await answerBox(electron, 'Quit')
  await closed
  await desk.shop.start()
  await desk.restart()
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0', { timeout: 60_000 })
  expect(desk.posted).toEqual(items.toSorted())
})
