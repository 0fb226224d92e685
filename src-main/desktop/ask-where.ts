import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import type { Words } from './words.ts'

/** Gives the path that a person chose, or null when they think better of it. */
export type AskWhere = (name: string) => Promise<string | null>

interface AskParts {
  /** The system's save dialog. */
  readonly show: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  /** Whether the file of this name may be replaced. */
  readonly mayReplace: (name: string) => Promise<boolean>
  readonly say: () => Words
}

/**
 * Asks with the system's dialog. Systems differ in what they do with a name without an ending: it gets the one of `name`,
 * and when that makes it the name of a file that is there, the person is asked, for the system asked about another.
 */
export const askWhere =
  ({ show, mayReplace, say }: AskParts): AskWhere =>
  async name => {
    const ending = extname(name).toLowerCase()
    const filters = ending === '' ? [] : [{ name: kindOf(ending, say()), extensions: [ending.slice(1)] }]
    let defaultPath = name
    for (;;) {
      const chosen = await show({
        defaultPath,
        filters,
        // Without this, GTK replaces a file without a question.
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (chosen.canceled || chosen.filePath === '') return null
      const path = chosen.filePath.toLowerCase().endsWith(ending) ? chosen.filePath : `${chosen.filePath}${ending}`
      if (path === chosen.filePath || !existsSync(path) || (await mayReplace(basename(path)))) return path
      defaultPath = path
    }
  }

function kindOf(ending: string, words: Words): string {
  switch (ending) {
    case '.csv':
      return words.csvFile
    case '.xlsx':
      return words.xlsxFile
    case '.pdf':
      return words.pdfFile
    default:
      return words.otherFile
  }
}
