import { type BrowserWindow, clipboard, Menu } from 'electron'
import { logRejection } from '../base/log.ts'
import { type ContextActions, contextTemplate } from './context-template.ts'
import { wordsIn } from './words.ts'

/** Right click in the page: the system's own menu, in the user's language. */
export function setupContextMenu(window: BrowserWindow, language: () => 'tr' | 'en'): void {
  const contents = window.webContents
  const actions: ContextActions = {
    replace: word => contents.replaceMisspelling(word),
    learn: word => contents.session.addWordToSpellCheckerDictionary(word),
    // Asynchronous in newer Electrons only.
    copyText: text => {
      Promise.resolve(clipboard.writeText(text)).catch(logRejection)
    },
  }
  contents.on('context-menu', (_event, at) => {
    const template = contextTemplate(at, wordsIn(language()), actions)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
