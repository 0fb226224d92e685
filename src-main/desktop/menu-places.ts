/** The menus between the system's own; commands are put in by the first part of their id. */
export const commandMenus = ['file', 'edit', 'view', 'go', 'record', 'window', 'help'] as const
export type CommandMenu = (typeof commandMenus)[number]

const menuOfGroup: Readonly<Record<string, CommandMenu>> = {
  find: 'edit',
  list: 'view',
  go: 'go',
  record: 'record',
  request: 'record',
  entry: 'record',
  window: 'window',
}

/** Where people look for these, whatever group they belong to. */
const elsewhere: Readonly<Record<string, CommandMenu>> = {
  'window.refresh': 'file',
  'list.export': 'file',
  'record.slip': 'file',
  'go.settings': 'file',
  'window.theme': 'view',
  'window.language': 'view',
  'window.help': 'help',
}

/** Steps in a list, and macros by their place: a menu is no way to them. */
const keysOnly = /^(?:list\.(?:next|previous|open|leave)|macro\..+)$/

/** The menu that shows a command; null for one that only has keys. A group nobody knows goes under View. */
export function menuOf(id: string): CommandMenu | null {
  if (keysOnly.test(id)) return null
  return elsewhere[id] ?? menuOfGroup[id.slice(0, id.indexOf('.'))] ?? 'view'
}
