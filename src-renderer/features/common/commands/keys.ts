/**
 * One press as text: modifiers, then the key. Letters, digits and named keys are named by their position on the keyboard
 * (`KeyJ`, `Digit1`, `F5`), so that shortcuts stay in place on Turkish layouts. Signs (`/`, `?`) are named by what they
 * print, because their position depends on the layout. So are the shortcuts that edit text (`Ctrl+A`), because the
 * system reads them that way.
 */
export type Press = string

/** What each key prints, by its position: `KeyQ` → `q`. */
export type KeyboardLayout = ReadonlyMap<string, string>

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'isComposing' | 'getModifierState'>>

/** Signs that the number block has as well, and signs that commands use. */
const signs = new Set(['/', '?', '+', '-', '*', ',', '.', '='])
const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

/** Letters that edit text or quit the app: with Ctrl, and with Ctrl and Shift. */
const editing = new Set('acvxyzq')
const editingWithShift = new Set('zv')

/** Keys of the main block that the number block repeats. With Ctrl or Alt they are named by position. */
const mainBlockKeys: ReadonlyMap<string, string> = new Map([
  ['+', 'Equal'],
  ['=', 'Equal'],
  ['-', 'Minus'],
  ['/', 'Slash'],
  [',', 'Comma'],
  ['.', 'Period'],
])

/** The position of a key. A key of the number block counts as the main block's key that does or prints the same. */
const positionOf = ({ key, code }: PressedKey): string => {
  if (code === '') return key
  if (!code.startsWith('Numpad')) return code
  // Enter; without NumLock also End, Home, the arrows and others.
  if (key.length > 1) return key
  return /^\d$/.test(key) ? `Digit${key}` : (mainBlockKeys.get(key) ?? code)
}

/** The letter that the system reads. On a Cyrillic or Greek keyboard that is the Latin letter of the same position. */
const latinLetter = ({ key, code }: PressedKey): string => {
  const isForeign = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)
  return (isForeign ? code.replace(/^Key(?=.$)/, '') : key).toLowerCase()
}

/** All names of a press, the preferred one first; none while a letter is being composed or only modifiers are down. */
const pressesOf = (event: PressedKey): readonly Press[] => {
  const { key, altKey, shiftKey } = event
  if (event.isComposing === true || key === 'Process' || modifierKeys.has(key)) return []
  const control = event.ctrlKey || event.metaKey
  if (key === 'Dead' && !control && !altKey) return []
  // AltGr makes a different letter or sign.
  if (key.length === 1 && event.getModifierState?.('AltGraph') === true) return signs.has(key) ? [key] : []
  const shift = shiftKey ? 'Shift+' : ''
  if (control && !altKey) {
    const letter = latinLetter(event)
    if ((shiftKey ? editingWithShift : editing).has(letter)) return [`Ctrl+${shift}${letter.toUpperCase()}`]
  }
  const byPosition = `${control ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift}${positionOf(event)}`
  // A sign may need Shift on one layout and not on another.
  return signs.has(key) && !control && !altKey ? [key, byPosition] : [byPosition]
}

/** Null while only modifiers are down or a letter is being composed. Command on a Mac counts as Ctrl. */
export const pressOf = (event: PressedKey): Press | null => pressesOf(event)[0] ?? null

/** The command that an event runs. A sign's position counts where no command has the sign. */
export const commandAt = <Id>(event: PressedKey, bound: ReadonlyMap<Press, Id>): Id | undefined => {
  const press = pressesOf(event).find(each => bound.has(each))
  return press === undefined ? undefined : bound.get(press)
}

export const isOneOf = (event: PressedKey, presses: readonly Press[]): boolean =>
  pressesOf(event).some(press => presses.includes(press))

const signOfBlock: ReadonlyMap<string, string> = new Map([
  ['NumpadAdd', '+'],
  ['NumpadSubtract', '-'],
  ['NumpadMultiply', '*'],
  ['NumpadDivide', '/'],
])

/** Renames a stored press: earlier versions had separate names for the keys of the number block. */
export const asToday = (press: Press): Press => {
  const sign = signOfBlock.get(press)
  return (
    sign ??
    press
      .replace(/NumpadEnter$/, 'Enter')
      .replace(/NumpadAdd$/, 'Equal')
      .replace(/NumpadSubtract$/, 'Minus')
  )
}

/**
 * The press that a shortcut has on this layout. When its key would edit text here, the shortcut moves to the key that
 * prints its letter: on a Turkish F keyboard the F position prints an A, so `Ctrl+F` moves to where F is printed.
 */
export const placedOn = (press: Press, layout: KeyboardLayout | null): Press => {
  const [, modifiers, letter] = /^(Ctrl\+(?:Shift\+)?)Key([A-Z])$/.exec(press) ?? []
  if (layout === null || modifiers === undefined || letter === undefined) return press
  const blocked = modifiers === 'Ctrl+' ? editing : editingWithShift
  if (!blocked.has(layout.get(`Key${letter}`) ?? '')) return press
  const [code] = [...layout].find(([, printed]) => printed === letter.toLowerCase()) ?? []
  return code === undefined ? press : `${modifiers}${code}`
}

/** The key alone, for moving through lists; null with a modifier, or when the event is already handled. */
export const bareKey = (event: PressedKey & Pick<KeyboardEvent, 'defaultPrevented'>): string | null => {
  const isBare = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
  return isBare && event.isComposing !== true && !event.defaultPrevented ? event.key : null
}

/** Without Ctrl or Alt, and not a function key. */
export const isTyped = (press: Press): boolean => !/^(?:Ctrl|Alt)\+|^(?:Shift\+)?F\d+$/.test(press)

/** Shortcuts that move the caret or delete by more than a letter. */
const caretChord = /^(?:Ctrl|Alt)\+(?:Shift\+)?(?:Backspace|Delete|Insert|Home|End|Arrow\w+)$/

/** Whether a text field uses the press itself: to type, edit or move in the text. */
export const isFieldsOwn = (event: PressedKey, press: Press, isMac: boolean): boolean => {
  if (isTyped(press)) return true
  const { key, code, ctrlKey, altKey, metaKey } = event
  const isPrinted = key.length === 1
  // On a Mac, Option types and moves by words, and Ctrl with a letter edits.
  if (isMac && !metaKey && (altKey || ctrlKey)) return isPrinted || key === 'Dead' || caretChord.test(press)
  // On Windows, Ctrl and Alt together are AltGr.
  if (ctrlKey && altKey && isPrinted)
    return key.toLowerCase() !== code.replace(/^(?:Key|Digit)(?=.$)/, '').toLowerCase()
  return press.startsWith('Ctrl+') && caretChord.test(press)
}

const named = /^(?:Escape|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|Arrow\w+|Page\w+|F\d+)$/

/** A letter, digit or sign without Ctrl or Alt: a stray touch or a voice program can trigger it. */
export const isCharacter = (press: Press): boolean => isTyped(press) && !named.test(press.replace(/^Shift\+/, ''))

const printed: ReadonlyMap<string, string> = new Map([
  ['ArrowDown', '↓'],
  ['ArrowUp', '↑'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['Enter', '↵'],
  ['Escape', 'Esc'],
  ['Delete', 'Del'],
  ['Comma', ','],
  ['Period', '.'],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
])

/** A letter as printed on its key. A layout with an ı is Turkish and prints İ for i, whatever the system's language. */
export const capOf = (letter: string, layout: KeyboardLayout | null): string =>
  letter.toLocaleUpperCase([...(layout?.values() ?? [])].includes('ı') ? 'tr' : 'en')

/** The names printed on the keys, by the keyboard's layout where it is known. */
export const printPress = (press: Press, layout: KeyboardLayout | null): readonly string[] => {
  if (signs.has(press)) return [press]
  const parts = placedOn(press, layout).split('+')
  const key = parts.at(-1) ?? ''
  const letter = layout?.get(key) ?? key.replace(/^(?:Key|Digit)/, '')
  return [...parts.slice(0, -1), printed.get(key) ?? (letter.length === 1 ? capOf(letter, layout) : letter)]
}
