import { type BrowserWindow, dialog } from 'electron'
import { failed, failure, ok } from '../contract/failures.ts'
import { pdfOf, printPage } from '../desktop/print-page.ts'
import { saveFile } from '../desktop/save-file.ts'
import { handle } from './handle.ts'

/** The calls that take something out of the window: to a file or to paper. */
export function setupFileCalls(window: () => BrowserWindow | null): void {
  const askWhere = async (name: string) => {
    const over = window()
    const { canceled, filePath } = await (over
      ? dialog.showSaveDialog(over, { defaultPath: name })
      : dialog.showSaveDialog({ defaultPath: name }))
    return canceled || filePath === '' ? null : filePath
  }
  handle('app.saveFile', ({ name, data }) => saveFile(name, () => data, askWhere))
  handle('app.savePdf', async ({ name, page }) => {
    const over = window()
    return over ? saveFile(name, () => pdfOf(over.webContents, page), askWhere) : failed(failure('refused'))
  })
  handle('app.print', async page => {
    const over = window()
    return over ? ok(await printPage(over.webContents, page)) : failed(failure('refused'))
  })
}
