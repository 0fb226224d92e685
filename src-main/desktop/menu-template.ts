import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../contract/desktop.ts'
import { safeLink } from './links.ts'
import type { Words } from './words.ts'
import type { ZoomMove } from './zoom.ts'

type Item = MenuItemConstructorOptions

export interface MenuParts {
  readonly say: Words
  /** The commands that the page has sent; empty until then. */
  readonly commands: readonly MenuCommand[]
  readonly isMac: boolean
  readonly devTools: boolean
  /** Whether the demo shop runs, and so has a panel. */
  readonly demoPanel: boolean
  readonly run: (id: string) => void
  readonly zoom: (move: ZoomMove) => void
  readonly minimize: () => void
  readonly openDataFolder: () => void
  readonly openLogFolder: () => void
  readonly openDemoPanel: () => void
  readonly about: () => void
}

const line: Item = { type: 'separator' }

/**
 * A command's item. Its key is only shown: the page acts on it, where people can change it. On a Mac the menu hears keys
 * all the same, and ignores them here.
 */
const commandItem = ({ id, label, accelerator, can }: MenuCommand, { isMac, run }: MenuParts): Item => {
  // On a Mac the menu would take a bare letter from the text that a person types.
  const shown = accelerator !== null && isMac && !/^(?:CmdOrCtrl|Alt|F\d)/.test(accelerator) ? null : accelerator
  return {
    id,
    label,
    enabled: can,
    registerAccelerator: false,
    ...(shown === null ? {} : { accelerator: shown }),
    click: (_item, _window, event) => {
      if (event.triggeredByAccelerator !== true) run(id)
    },
  }
}

const zoomItem = (label: string, accelerator: string, move: ZoomMove, { zoom }: MenuParts): Item => ({
  label,
  accelerator,
  // setupZoom hears the keys, those of the number block as well.
  registerAccelerator: false,
  click: (_item, _window, event) => {
    if (event.triggeredByAccelerator !== true) zoom(move)
  },
})

/** Blocks with a line between those that hold something. */
const blocks = (...all: readonly (readonly Item[])[]): Item[] =>
  all.filter(block => block.length > 0).flatMap((block, at) => (at === 0 ? block : [line, ...block]))

/** The window's menu. A menu that would be empty is left out. */
export function menuTemplate(parts: MenuParts): Item[] {
  const { say, commands, isMac, devTools } = parts
  const of = (menu: CommandMenu, group?: string) =>
    commands
      .filter(({ id }) => menuOf(id) === menu && (group === undefined || id.startsWith(`${group}.`)))
      .toSorted((one, other) => byPlace(one.id, other.id))
      .map(command => commandItem(command, parts))
  const quit: Item = { role: 'quit', label: say.quit }
  const about: Item = { label: say.about, click: parts.about }
  const menus: readonly (readonly [label: string, items: Item[]])[] = [
    ...(isMac ? [['Counterside', blocks([about], [{ role: 'services' }], macHiding(say), [quit])] as const] : []),
    [
      say.file,
      blocks(
        of('file', 'window'),
        of('file', 'list').concat(of('file', 'record')),
        of('file', 'go'),
        isMac ? [] : [quit],
      ),
    ],
    [say.edit, blocks(...editing(say), of('edit'))],
    [
      say.view,
      blocks(
        of('view', 'list'),
        commands
          .filter(({ id }) => menuOf(id) === 'view' && !id.startsWith('list.'))
          .map(command => commandItem(command, parts)),
        [
          zoomItem(say.zoomIn, 'CmdOrCtrl+Plus', 'in', parts),
          zoomItem(say.zoomOut, 'CmdOrCtrl+-', 'out', parts),
          zoomItem(say.resetZoom, 'CmdOrCtrl+0', 'reset', parts),
        ],
        [{ role: 'togglefullscreen', label: say.fullScreen }],
        devTools ? [{ role: 'toggleDevTools', label: say.devTools }] : [],
      ),
    ],
    [say.go, of('go')],
    [say.record, blocks(of('record', 'record'), of('record', 'request'), of('record', 'entry'))],
    [say.window, blocks(of('window'), [{ label: say.minimize, click: parts.minimize }])],
    [say.help, blocks(of('help'), ...helping(parts), isMac ? [] : [about])],
  ]
  return menus.filter(([, items]) => items.length > 0).map(([label, submenu]) => ({ label, submenu }))
}

const macHiding = (say: Words): Item[] => [
  { role: 'hide', label: say.hide },
  { role: 'hideOthers', label: say.hideOthers },
  { role: 'unhide', label: say.showAll },
]

const editing = (say: Words): Item[][] => [
  [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
  ],
  [
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    { role: 'delete', label: say.delete },
    { role: 'selectAll', label: say.selectAll },
  ],
]

const helping = ({ say, demoPanel, openDataFolder, openLogFolder, openDemoPanel }: MenuParts): Item[][] => [
  [
    { label: say.dataFolder, click: openDataFolder },
    { label: say.logFolder, click: openLogFolder },
  ],
  demoPanel ? [{ label: say.demoPanel, click: openDemoPanel }] : [],
]

/** The menus between the system's own; commands are put in by the first part of their id. */
const commandMenus = ['file', 'edit', 'view', 'go', 'record', 'window', 'help'] as const
type CommandMenu = (typeof commandMenus)[number]

const menuOfGroup: Readonly<Record<string, CommandMenu>> = {
  find: 'edit',
  list: 'view',
  go: 'go',
  record: 'record',
  request: 'record',
  entry: 'record',
  window: 'window',
}

/** Commands that people expect in another menu than their group's, in their order there. */
const elsewhere: Readonly<Record<string, CommandMenu>> = {
  'window.refresh': 'file',
  'list.export': 'file',
  'record.slip': 'file',
  'go.settings': 'file',
  'window.theme': 'view',
  'window.language': 'view',
  'window.help': 'help',
}

/** Commands that only have keys: steps in a list, and macros. */
const keysOnly = /^(?:list\.(?:next|previous|open|leave)|macro\..+)$/

const firstIds = Object.keys(elsewhere)

/** Sorts commands of one menu: those of `elsewhere` in its order, before the others, which stay as they come. */
const byPlace = (one: string, other: string): number => placeIn(one) - placeIn(other)

const placeIn = (id: string): number => {
  const index = firstIds.indexOf(id)
  return index < 0 ? firstIds.length : index
}

/** The menu that shows a command; null for one that only has keys. An unknown group goes under View. */
export function menuOf(id: string): CommandMenu | null {
  if (keysOnly.test(id)) return null
  return elsewhere[id] ?? menuOfGroup[id.slice(0, id.indexOf('.'))] ?? 'view'
}

export interface Clicked
  extends Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL' | 'misspelledWord'> {
  readonly dictionarySuggestions: readonly string[]
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}

export interface ContextActions {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
  readonly copyText: (text: string) => void
}

/** What a right click offers there: spelling, cut and paste, a link's address. Empty where there is nothing to offer. */
export function contextTemplate(at: Clicked, say: Words, act: ContextActions): Item[] {
  const { misspelledWord: word, editFlags: can } = at
  const link = safeLink(at.linkURL)
  const spelling: Item[] = at.dictionarySuggestions
    .slice(0, 5)
    .map(suggestion => ({ label: suggestion, click: () => act.replace(suggestion) }))
  if (word !== '' && spelling.length === 0) spelling.push({ label: say.noSuggestion, enabled: false })
  return blocks(
    word === '' ? [] : [...spelling, { label: say.learnWord, click: () => act.learn(word) }],
    at.isEditable
      ? [
          { role: 'cut', label: say.cut, enabled: can.canCut },
          { role: 'copy', label: say.copy, enabled: can.canCopy },
          { role: 'paste', label: say.paste, enabled: can.canPaste },
          { role: 'selectAll', label: say.selectAll, enabled: can.canSelectAll },
        ]
      : at.selectionText.trim() === ''
        ? []
        : [{ role: 'copy', label: say.copy }],
    link === null ? [] : [{ label: say.copyLink, click: () => act.copyText(link) }],
  )
}
