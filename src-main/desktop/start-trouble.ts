import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { diskCodeOf } from '../base/error-codes.ts'
import { logEvent, logRejection } from '../base/log.ts'
import type { FolderTrouble } from './data-folder.ts'
import { beginAgain } from './main-errors.ts'
import { systemLanguage } from './preferences.ts'
import { againAddress, startTroublePage, startTroubleText } from './start-trouble-page.ts'
import { wordsIn } from './words.ts'

/** The folder that the app was told to use. Electron quietly takes another one where this can't be made. */
export const wantedFolder = (): string => app.commandLine.getSwitchValue('user-data-dir') || app.getPath('userData')

/**
 * Starts with nothing but the sentence that says why: in a window of its own, over a folder for this run, for Chromium
 * can't work in the real one. To be called before the app is ready.
 */
export function startWithTrouble(trouble: FolderTrouble): void {
  const scratch = scratchFolder()
  if (scratch !== null) {
    app.setPath('userData', scratch)
    process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  }
  app
    .whenReady()
    .then(() => (scratch === null ? boxAndLeave(trouble) : tellStartTrouble(trouble)))
    .catch(sayAndLeave)
}

/** A start that failed leaves no window and would hold the lock: says so, with the cause when it is the disk's, and ends. */
export function sayAndLeave(error: unknown): void {
  logRejection(error)
  const code = diskCodeOf(error)
  if (code !== null) {
    tellStartTrouble({ folder: wantedFolder(), code }).catch(() => app.exit(1))
    return
  }
  const said = error instanceof Error ? `\n\n${error.message}` : ''
  dialog.showErrorBox('Counterside', `${wordsIn(systemLanguage()).startFailed}${said}`)
  app.exit(1)
}

async function tellStartTrouble(trouble: FolderTrouble): Promise<void> {
  logEvent('error', 'start-failed', trouble.code)
  const window = new BrowserWindow({
    width: 640,
    height: 460,
    title: 'Counterside',
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, javascript: false, partition: 'start-trouble' },
  })
  window.webContents.on('will-navigate', (event, url) => {
    event.preventDefault()
    if (url === againAddress) beginAgain()
    else app.exit(1)
  })
  window.once('closed', () => app.exit(1))
  const page = startTroublePage(trouble, systemLanguage())
  await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(page).toString('base64')}`)
}

/** Where there is no room for a window's own files either. */
function boxAndLeave(trouble: FolderTrouble): void {
  dialog.showErrorBox('Counterside', startTroubleText(trouble, systemLanguage()).join('\n\n'))
  app.exit(1)
}

function scratchFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'counterside-start-'))
  } catch {
    return null
  }
}
