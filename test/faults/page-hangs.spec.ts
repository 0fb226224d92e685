import { answerBox, holdBoxes } from '../e2e/harness/message-box.ts'
import { expect, test } from './harness/desk.ts'
import { pageProcess } from './harness/page-process.ts'

test('a page that hangs is asked about when its window is closed, and drains the queue once it is started again', async ({
  desk,
}) => {
  const { electron } = desk.app
  const items = await desk.queueOffline(2)
  await holdBoxes(electron)
  const page = pageProcess(electron)
  await page.stop()
  await page.close()
  const asked = await answerBox(electron, 'Start again')
  expect(asked.message).toBe('Quit with 2 unsent requests?')
  expect(asked.detail).toContain('are kept on this computer')
  await desk.shop.start()
  await expect.poll(() => desk.posted, { timeout: 60_000 }).toEqual(items.toSorted())
  await expect.poll(() => page.read('status-unsent', 'data-count')).toBe('0')
  expect(desk.posted).toHaveLength(items.length)

  // Nothing is unsent: a page that hangs holds nobody up.
  await page.stop()
  const closed = electron.waitForEvent('close')
  await electron.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await closed
})

test('an app whose page hangs asks before it quits, and then quits', async ({ desk }) => {
  const { electron } = desk.app
  await desk.queueOffline(1)
  await holdBoxes(electron)
  await pageProcess(electron).stop()
  await electron.evaluate(({ app }) => app.quit())
  const closed = electron.waitForEvent('close')
  expect((await answerBox(electron, 'Quit')).message).toBe('Quit with 1 unsent request?')
  await closed
})
