import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { readIfThere, removeFile, replaceFile } from '../base/write-file.ts'
import { autostartEntry, hiddenSwitch } from './arguments.ts'
/** Only an installed copy: one that is run from its sources would be started without them. */
export const canStartWithSystem = (): boolean => app.isPackaged

export async function startsWithSystem(): Promise<boolean> {
  if (!canStartWithSystem()) return false
  if (process.platform === 'linux') return (await readIfThere(entryPath())) !== null
  return app.getLoginItemSettings({ args: [hiddenSwitch] }).openAtLogin || app.getLoginItemSettings().openAtLogin
}

/** Has the system start the app when the person signs in, or no more. Throws what the disk says. */
export async function startWithSystem(wanted: boolean, hidden: boolean): Promise<void> {
  if (!canStartWithSystem()) return
  const args = hidden ? [hiddenSwitch] : []
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: wanted, args })
  if (!wanted) return removeFile(entryPath())
  // An AppImage's own executable is gone after this run; the image stays.
  await replaceFile(entryPath(), autostartEntry(process.env['APPIMAGE'] ?? process.execPath, args), { mode: 0o644 })
}

/** A Mac hands no arguments to what it starts, but says that it did. */
export const isStartedBySystem = (): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin

const entryPath = (): string =>
  join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', 'counterside.desktop')
