import { type BrowserWindow, dialog, type MessageBoxOptions, type SaveDialogOptions } from 'electron'
import { failed, failure, ok } from '../contract/failures.ts'
import { askWhere } from '../desktop/ask-where.ts'
import type { Exports } from '../desktop/exports.ts'
import type { PreferenceStore } from '../desktop/preferences.ts'
import { onWhite, pdfOf, printPage } from '../desktop/print-page.ts'
import { saveFile } from '../desktop/save-file.ts'
import { wordsIn } from '../desktop/words.ts'
import { handle } from './handle.ts'

interface FileParts {
  readonly window: () => BrowserWindow | null
  readonly preferences: PreferenceStore
  readonly exports: Exports
}

/** The calls that take something out of the window: to a file or to paper. */
export function setupFileCalls({ window, preferences, exports }: FileParts): void {
  const say = () => wordsIn(preferences.language)
  const parts = {
    exports,
    askWhere: askWhere({
      say,
      show: (options: SaveDialogOptions) => {
        const over = window()
        return over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options)
      },
      mayReplace: async name => {
        const over = window()
        const options: MessageBoxOptions = {
          type: 'warning',
          message: say().replaceFile(name),
          detail: say().replaceFileDetail,
          buttons: [say().replace, say().anotherName],
          defaultId: 1,
          cancelId: 1,
          noLink: true,
        }
        const { response } = await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options))
        return response === 0
      },
    }),
  }
  handle('app.saveFile', ({ name, data }) => saveFile(name, () => data, parts))
  handle('app.savePdf', async ({ name, page }) => {
    const over = window()
    return over
      ? saveFile(name, () => onWhite(over, () => pdfOf(over.webContents, page)), parts)
      : failed(failure('refused'))
  })
  handle('app.print', async page => {
    const over = window()
    return over ? ok(await onWhite(over, () => printPage(over.webContents, page))) : failed(failure('refused'))
  })
}
