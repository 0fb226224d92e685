/**
 * One press: modifiers, then the key. Letters, digits and named keys go by where they lie on the keyboard
 * (`KeyJ`, `Digit1`, `F5`), so that Turkish layouts keep their places. Signs (`/`, `?`) go by what they print, for they
 * move from layout to layout, and so do the chords that edit text (`Ctrl+A`), for the system reads them so.
 */
export type Press = string

type Layout = ReadonlyMap<string, string>

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'isComposing' | 'getModifierState'>>

/** Those that a number block has, too, and those that commands have. */
const signs = new Set(['/', '?', '+', '-', '*', ',', '.', '='])
const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

/** Letters that edit text, or quit the app, with Ctrl; the second set with Ctrl and Shift. */
const editing = new Set('acvxyzq')
const editingWithShift = new Set('zv')

/** The keys of the main block that a number block repeats; with Ctrl or Alt they go by place. */
const twins: ReadonlyMap<string, string> = new Map([
  ['+', 'Equal'],
  ['=', 'Equal'],
  ['-', 'Minus'],
  ['/', 'Slash'],
  [',', 'Comma'],
  ['.', 'Period'],
])

/** A key of the number block is the key of the main block that does or prints the same. */
const placeOf = ({ key, code }: PressedKey): string => {
  if (code === '') return key
  if (!code.startsWith('Numpad')) return code
  // Enter, and without NumLock End, Home, the arrows and the rest.
  if (key.length > 1) return key
  return /^\d$/.test(key) ? `Digit${key}` : (twins.get(key) ?? code)
}

/** The letter that the system goes by: on a Cyrillic or a Greek keyboard it is the Latin one of that place. */
const latinLetter = ({ key, code }: PressedKey): string => {
  const isForeign = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)
  return (isForeign ? code.replace(/^Key(?=.$)/, '') : key).toLowerCase()
}

/** Every name of a press, the one that counts first; none while a letter is being made or only modifiers are down. */
const pressesOf = (event: PressedKey): readonly Press[] => {
  const { key, altKey, shiftKey } = event
  if (event.isComposing === true || key === 'Process' || modifierKeys.has(key)) return []
  const control = event.ctrlKey || event.metaKey
  if (key === 'Dead' && !control && !altKey) return []
  // What AltGr prints is a letter or a sign of its own.
  if (key.length === 1 && event.getModifierState?.('AltGraph') === true) return signs.has(key) ? [key] : []
  const shift = shiftKey ? 'Shift+' : ''
  if (control && !altKey) {
    const letter = latinLetter(event)
    if ((shiftKey ? editingWithShift : editing).has(letter)) return [`Ctrl+${shift}${letter.toUpperCase()}`]
  }
  const byPlace = `${control ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift}${placeOf(event)}`
  // A sign may need Shift on one layout and not on another.
  return signs.has(key) && !control && !altKey ? [key, byPlace] : [byPlace]
}

/** Null while only modifiers are down, and while a letter is being made. Command on a Mac counts as Ctrl. */
export const pressOf = (event: PressedKey): Press | null => pressesOf(event)[0] ?? null

/** The command that an event is for. A sign's place counts where nobody has the sign. */
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

/** A stored press in today's names: earlier versions told the number block from its twins. */
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
 * Where a chord lies on this layout. A place whose letter edits text there is no place for a command: the chord goes by
 * its letter then, as `Ctrl+F` does on a Turkish F keyboard, where the place of F prints an A.
 */
export const placedOn = (press: Press, layout: Layout | null): Press => {
  const [, modifiers, letter] = /^(Ctrl\+(?:Shift\+)?)Key([A-Z])$/.exec(press) ?? []
  if (layout === null || modifiers === undefined || letter === undefined) return press
  const blocked = modifiers === 'Ctrl+' ? editing : editingWithShift
  if (!blocked.has(layout.get(`Key${letter}`) ?? '')) return press
  const [code] = [...layout].find(([, printed]) => printed === letter.toLowerCase()) ?? []
  return code === undefined ? press : `${modifiers}${code}`
}

/** The key by itself, for lists that are walked by it; null with a modifier, or when it is somebody else's already. */
export const bareKey = (event: PressedKey & Pick<KeyboardEvent, 'defaultPrevented'>): string | null => {
  const isBare = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
  return isBare && event.isComposing !== true && !event.defaultPrevented ? event.key : null
}

/** No Ctrl, no Alt, no function key. */
export const isTyped = (press: Press): boolean => !/^(?:Ctrl|Alt)\+|^(?:Shift\+)?F\d+$/.test(press)

/** Keys that move the caret or edit by more than a letter. */
const caretChord = /^(?:Ctrl|Alt)\+(?:Shift\+)?(?:Backspace|Delete|Insert|Home|End|Arrow\w+)$/

/** Whether a text field does something of its own with a press: it types, edits or moves in the text. */
export const isFieldsOwn = (event: PressedKey, press: Press, isMac: boolean): boolean => {
  if (isTyped(press)) return true
  const { key, code, ctrlKey, altKey, metaKey } = event
  const isPrinted = key.length === 1
  // On a Mac Option types and moves by words, and Ctrl with a letter edits.
  if (isMac && !metaKey && (altKey || ctrlKey)) return isPrinted || key === 'Dead' || caretChord.test(press)
  // Ctrl and Alt together are AltGr on Windows.
  if (ctrlKey && altKey && isPrinted)
    return key.toLowerCase() !== code.replace(/^(?:Key|Digit)(?=.$)/, '').toLowerCase()
  return press.startsWith('Ctrl+') && caretChord.test(press)
}

const named = /^(?:Escape|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|Arrow\w+|Page\w+|F\d+)$/

/** A letter, a digit or a sign without Ctrl or Alt: what a stray touch or a voice program can set off. */
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

/** A letter as its key is printed: a layout that has an ı is a Turkish one, whose i is printed İ. The system's language plays no part. */
export const capOf = (letter: string, layout: Layout | null): string =>
  letter.toLocaleUpperCase([...(layout?.values() ?? [])].includes('ı') ? 'tr' : 'en')

/** What stands on the keys, by the person's own layout where the system tells it. */
export const printPress = (press: Press, layout: Layout | null): readonly string[] => {
  if (signs.has(press)) return [press]
  const parts = placedOn(press, layout).split('+')
  const key = parts.at(-1) ?? ''
  const letter = layout?.get(key) ?? key.replace(/^(?:Key|Digit)/, '')
  return [...parts.slice(0, -1), printed.get(key) ?? (letter.length === 1 ? capOf(letter, layout) : letter)]
}
