import { capOf, type Press, placedOn } from './keys.ts'

const named: ReadonlyMap<string, string> = new Map([
  ['ArrowDown', 'Down'],
  ['ArrowUp', 'Up'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['Enter', 'Return'],
  ['Escape', 'Esc'],
  ['Comma', ','],
  ['Period', '.'],
])
/** What Electron's accelerators have and the contract lets through. */
const writable =
  /^(?:[A-Z0-9,./]|F\d{1,2}|Up|Down|Left|Right|Return|Tab|Space|Esc|Home|End|PageUp|PageDown|Insert|Delete)$/

/** A press as a menu writes it, by the person's layout where its letter is a plain one; null when a menu can't. */
export const acceleratorOf = (press: Press, layout: ReadonlyMap<string, string> | null): string | null => {
  const parts = placedOn(press, layout).split('+')
  const key = parts.at(-1) ?? ''
  const letter = layout?.get(key)
  const onKey = letter === undefined ? undefined : capOf(letter, layout)
  const plain = onKey !== undefined && /^[A-Z0-9]$/.test(onKey) ? onKey : key.replace(/^(?:Key|Digit)(?=.$)/, '')
  const name = named.get(key) ?? plain
  if (!writable.test(name)) return null
  return [...parts.slice(0, -1).map(part => (part === 'Ctrl' ? 'CmdOrCtrl' : part)), name].join('+')
}
