import { type KeyboardLayout, type Press, placedOn } from './keys.ts'

/** The groups of the cheat sheet, in order. */
export const commandGroups = ['find', 'go', 'list', 'record', 'request', 'entry', 'window'] as const
export type CommandGroup = (typeof commandGroups)[number]

interface CatalogueEntry {
  readonly group: CommandGroup
  /** The default keys; hints show the first. */
  readonly keys: readonly Press[]
}

const entry = (group: CommandGroup, ...keys: readonly Press[]): CatalogueEntry => ({ group, keys })

/** Every command. Its label is the text `command.<id>`. Components register what it does while they can do it. */
export const catalogue = {
  'find.box': entry('find', 'Ctrl+KeyK', '/'),
  'find.inList': entry('find', 'Ctrl+KeyF'),

  'go.orders': entry('go', 'Ctrl+Digit1'),
  'go.requests': entry('go', 'Ctrl+Digit2'),
  'go.pending': entry('go', 'Ctrl+Digit3'),
  'go.old-orders': entry('go', 'Ctrl+Digit4'),
  'go.outbox': entry('go', 'Ctrl+Digit5'),
  'go.activity': entry('go', 'Ctrl+Digit6'),
  'go.several': entry('go', 'Ctrl+Digit7'),
  'go.summary': entry('go', 'Ctrl+Digit8'),
  'go.readiness': entry('go', 'Ctrl+Digit9'),
  'go.settings': entry('go', 'Ctrl+Comma'),
  'go.back': entry('go', 'Alt+ArrowLeft'),
  'go.forward': entry('go', 'Alt+ArrowRight'),
  'go.account': entry('go'),

  'list.next': entry('list', 'KeyJ'),
  'list.previous': entry('list', 'KeyK'),
  'list.open': entry('list', 'Enter'),
  'list.select': entry('list', 'KeyX'),
  'list.selectAll': entry('list', 'Shift+KeyX'),
  'list.leave': entry('list', 'Escape'),
  'list.export': entry('list', 'KeyE'),
  'list.columns': entry('list'),
  'list.saveView': entry('list'),

  'record.refund': entry('record', 'KeyR'),
  'record.cancel': entry('record', 'KeyC'),
  'record.lines': entry('record', 'KeyL'),
  'record.selectLines': entry('record', 'KeyA'),
  'record.copyNumber': entry('record', 'KeyY'),
  'record.tell': entry('record', 'KeyT'),
  'record.note': entry('record', 'KeyN'),
  'record.customer': entry('record', 'KeyU'),
  'record.slip': entry('record', 'KeyP'),
  'record.readAgain': entry('record', 'Shift+KeyR'),
  'record.openTab': entry('record', 'KeyO'),

  'request.review': entry('request', 'Ctrl+Enter'),
  'request.macro': entry('request', 'KeyM'),
  'request.leave': entry('request'),
  'macro.1': entry('request', 'Digit1'),
  'macro.2': entry('request', 'Digit2'),
  'macro.3': entry('request', 'Digit3'),
  'macro.4': entry('request', 'Digit4'),
  'macro.5': entry('request', 'Digit5'),
  'macro.6': entry('request', 'Digit6'),
  'macro.7': entry('request', 'Digit7'),
  'macro.8': entry('request', 'Digit8'),
  'macro.9': entry('request', 'Digit9'),

  'entry.checkNow': entry('entry', 'KeyV'),
  'entry.edit': entry('entry', 'KeyI'),
  'entry.retry': entry('entry', 'KeyG'),
  'entry.sendAgain': entry('entry', 'Shift+KeyG'),
  'entry.discard': entry('entry', 'KeyD'),
  'entry.undo': entry('entry', 'KeyZ'),

  'window.help': entry('window', '?', 'F1'),
  'window.refresh': entry('window', 'F5', 'Ctrl+KeyR'),
  'window.nextTab': entry('window', 'Ctrl+Tab', 'Ctrl+PageDown'),
  'window.previousTab': entry('window', 'Ctrl+Shift+Tab', 'Ctrl+PageUp'),
  'window.closeTab': entry('window', 'Ctrl+KeyW'),
  'window.reopenTab': entry('window', 'Ctrl+Shift+KeyT'),
  'window.moveTabBack': entry('window', 'Ctrl+Shift+PageUp'),
  'window.moveTabForward': entry('window', 'Ctrl+Shift+PageDown'),
  'window.theme': entry('window'),
  'window.language': entry('window'),
} as const satisfies Readonly<Record<string, CatalogueEntry>>

export type CommandId = keyof typeof catalogue
export const commandIds = Object.keys(catalogue) as readonly CommandId[]

/** Commands that only move. A key held down repeats them. */
export const repeatable: ReadonlySet<CommandId> = new Set(['list.next', 'list.previous', 'go.back', 'go.forward'])

/** Keys that a person changed. `[]`: no key. Absent: the default keys. */
export type OwnKeys = Readonly<Partial<Record<CommandId, readonly Press[]>>>

export const keysOf = (id: CommandId, own: OwnKeys): readonly Press[] => own[id] ?? catalogue[id].keys

/** What each press runs on this layout. A person's choice beats the defaults. */
export const bindings = (own: OwnKeys, layout: KeyboardLayout | null = null): ReadonlyMap<Press, CommandId> => {
  const found = new Map<Press, CommandId>()
  const isOwn = (id: CommandId) => own[id] !== undefined
  for (const id of [...commandIds].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b))))
    for (const press of keysOf(id, own)) found.set(placedOn(press, layout), id)
  return found
}
