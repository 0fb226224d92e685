import type { ElectronApplication } from '@playwright/test'

/** Kills Chromium's network process, as a crash of it would; Electron starts another. */
export async function killNetworkProcess(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async ({ app }) => {
    const network = () => app.getAppMetrics().find(one => one.type === 'Utility' && one.name === 'Network Service')
    const before = network()
    if (!before) throw new Error('no network process')
    const gone = new Promise<void>(resolve => app.once('child-process-gone', () => resolve()))
    process.kill(before.pid, 'SIGKILL')
    await gone
  })
}
