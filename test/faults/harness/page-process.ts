import type { ElectronApplication } from '@playwright/test'

/** The page seen through main, because the runner lets go of a page whose process has ended. */
export const pageProcess = (electron: ElectronApplication) => {
  const signal = (name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') =>
    electron.evaluate(({ BrowserWindow }, sent) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents) process.kill(contents.getOSProcessId(), sent)
    }, name)
  return {
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGSTOP'),
    close: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    isGone: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed() ?? true),
    /** An attribute in the page; null while there is none to ask, or it does not answer. */
    read: (testId: string, attribute: string): Promise<string | null> =>
      electron.evaluate(
        ({ BrowserWindow }, wanted) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (!contents || contents.isCrashed() || contents.isLoading()) return null
          const [id, name] = wanted.map(each => JSON.stringify(each))
          const asked = contents.executeJavaScript(
            `document.querySelector('[data-testid=' + ${id} + ']')?.getAttribute(${name}) ?? null`,
          )
          // Electron may never settle the question when the page ends or is loaded anew.
          return new Promise<string | null>((resolve, reject) => {
            const leave = () => resolve(null)
            contents.once('render-process-gone', leave)
            contents.once('did-start-loading', leave)
            asked.then(resolve, reject).finally(() => {
              contents.off('render-process-gone', leave)
              contents.off('did-start-loading', leave)
            })
          })
        },
        [testId, attribute] as const,
      ),
  }
}
