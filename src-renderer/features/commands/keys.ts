/**
 * One press: modifiers, then the key. Letters, digits and named keys go by where they lie on the keyboard
 * (`KeyJ`, `Digit1`, `F5`), so that Turkish layouts keep their places; signs (`/`, `?`) go by what they print,
 * for they move from layout to layout.
 */
export type Press = string

const signs = new Set(['/', '?'])
const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/** Null while only modifiers are down. Command on a Mac counts as Ctrl. */
export const pressOf = (event: PressedKey): Press | null => {
  if (modifierKeys.has(event.key)) return null
  const control = event.ctrlKey || event.metaKey
  // A sign may need Shift or AltGr on one layout and not on another.
  if (signs.has(event.key) && !control) return event.key
  const key = event.code === '' ? event.key : event.code.replace(/^Numpad(?=\d)/, 'Digit')
  return `${control ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`
}

/** Whether text fields must be left alone: no Ctrl, no Alt, no function key. */
export const isTyped = (press: Press): boolean => !/^(?:Ctrl|Alt)\+|^(?:Shift\+)?F\d+$/.test(press)

const named = /^(?:Escape|Enter|NumpadEnter|Tab|Space|Backspace|Delete|Insert|Home|End|Arrow\w+|Page\w+|F\d+)$/

/** A letter, a digit or a sign without Ctrl or Alt: what a stray touch or a voice program can set off. */
export const isCharacter = (press: Press): boolean => isTyped(press) && !named.test(press.replace(/^Shift\+/, ''))

const printed: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  NumpadEnter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Comma: ',',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
}

/** A letter as its key is printed: a layout that has an ı is a Turkish one, whose i is printed İ. The system's language plays no part. */
export const capOf = (letter: string, layout: ReadonlyMap<string, string> | null): string =>
  letter.toLocaleUpperCase([...(layout?.values() ?? [])].includes('ı') ? 'tr' : 'en')

/** What stands on the keys, by the person's own layout where the system tells it. */
export const printPress = (press: Press, layout: ReadonlyMap<string, string> | null): readonly string[] => {
  if (signs.has(press)) return [press]
  const parts = press.split('+')
  const key = parts.at(-1) ?? ''
  const letter = layout?.get(key) ?? key.replace(/^(?:Key|Digit)/, '')
  return [...parts.slice(0, -1), printed[key] ?? (letter.length === 1 ? capOf(letter, layout) : letter)]
}
