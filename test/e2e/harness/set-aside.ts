import type { RunningApp } from './app.ts'
import { button } from './by-name.ts'

/** Asks for the new beginning. The app ends by itself; the test is the one that starts it again. */
export async function setAside(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ app: electronApp }) => {
    electronApp.relaunch = () => undefined
  })
  const gone = app.electron.waitForEvent('close')
  await button(app.page, 'vault.aside.action').click()
  await button(app.page, 'vault.aside.confirm').click()
  await gone
}
