import type { ElectronApplication } from '@playwright/test'

/** The person's answer to "where to"; null thinks better of it. */
export const saveInto = (electron: ElectronApplication, path: string | null): Promise<void> =>
  electron.evaluate(
    ({ dialog }, given) => {
      dialog.showSaveDialog = async () => given
    },
    { canceled: path === null, filePath: path ?? '' },
  )
