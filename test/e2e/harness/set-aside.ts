import type { RunningApp } from './app.ts'

/** Asks for the new beginning. The app ends by itself; the test is the one that starts it again. */
export async function setAside(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ app: electronApp }) => {
    electronApp.relaunch = () => undefined
  })
  const gone = app.electron.waitForEvent('close')
  await app.page.getByTestId('vault-set-aside').click()
  await app.page.getByTestId('vault-set-aside-confirm').click()
  await gone
}
