import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../contract/events.ts'
import { wordsIn } from './words.ts'

export type MenuCommand = EventPayload<'menu.command'>['command']

/** The window's menu in the user's language; call again when the language changes. */
export function setupMenu(language: 'tr' | 'en', run: (command: MenuCommand) => void): void {
  const say = wordsIn(language)
  const item = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => run(command),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: say.file,
      submenu: [
        item(say.refresh, 'F5', 'refresh'),
        item(say.settings, 'CmdOrCtrl+,', 'settings'),
        line,
        { role: 'quit', label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        line,
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
        line,
        item(say.find, 'CmdOrCtrl+F', 'find'),
      ],
    },
    {
      label: say.view,
      submenu: [
        item(say.orders, 'CmdOrCtrl+1', 'orders'),
        item(say.outbox, 'CmdOrCtrl+2', 'outbox'),
        line,
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        { role: 'resetZoom', label: say.resetZoom },
        { role: 'togglefullscreen', label: say.fullScreen },
        ...(app.isPackaged ? [] : [line, { role: 'toggleDevTools', label: say.devTools } as const]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
