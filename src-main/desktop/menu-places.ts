/** The menus between the system's own; commands are put in by the first part of their id. */
const commandMenus = ['file', 'edit', 'view', 'go', 'record', 'window', 'help'] as const
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

/** Where people look for these, whatever group they belong to, in the order they stand there. */
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

const firstIds = Object.keys(elsewhere)

/** Sorts commands of one menu: those of `elsewhere` in its order, before the others, which stay as they come. */
export const byPlace = (one: string, other: string): number => placeIn(one) - placeIn(other)

const placeIn = (id: string): number => {
  const index = firstIds.indexOf(id)
  return index < 0 ? firstIds.length : index
}

/** The menu that shows a command; null for one that only has keys. A group nobody knows goes under View. */
export function menuOf(id: string): CommandMenu | null {
  if (keysOnly.test(id)) return null
  return elsewhere[id] ?? menuOfGroup[id.slice(0, id.indexOf('.'))] ?? 'view'
}
