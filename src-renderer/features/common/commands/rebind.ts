import { bindings, type CommandId, catalogue, commandIds, keysOf, type OwnKeys } from './catalogue.ts'
import { type Press, placedOn } from './keys.ts'

type Layout = ReadonlyMap<string, string>

/** Moving through a page, leaving, and the edit keys of every text field: taken from nobody. */
export const kept: ReadonlySet<Press> = new Set([
  'Tab',
  'Shift+Tab',
  'Escape',
  'Enter',
  'Space',
  'ArrowUp',
  'ArrowDown',
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Y',
  'Ctrl+Z',
  'Ctrl+Q',
  'Ctrl+Shift+V',
  'Ctrl+Shift+Z',
])

type Rebinding =
  | { readonly kind: 'free' }
  /** Another command has it; taking it over leaves that one without. */
  | { readonly kind: 'taken'; readonly by: CommandId }
  | { readonly kind: 'kept' }

/** What stands in the way of a key for a command. */
export const judgeKey = (press: Press, id: CommandId, own: OwnKeys, layout: Layout | null = null): Rebinding => {
  if (kept.has(press)) return { kind: 'kept' }
  const by = bindings(own, layout).get(press)
  return by === undefined || by === id ? { kind: 'free' } : { kind: 'taken', by }
}

/** The command has this key and no other; who had it before keeps the rest of its keys. */
export const giveKey = (press: Press, id: CommandId, own: OwnKeys, layout: Layout | null = null): OwnKeys => {
  const by = bindings(own, layout).get(press)
  const before =
    by === undefined || by === id ? {} : { [by]: keysOf(by, own).filter(each => placedOn(each, layout) !== press) }
  return { ...own, ...before, [id]: [press] }
}

export const takeKeysAway = (id: CommandId, own: OwnKeys): OwnKeys => ({ ...own, [id]: [] })

/** As delivered again; a delivered key that another command was given meanwhile comes back from it. */
export const restoreKeys = (id: CommandId, own: OwnKeys): OwnKeys => {
  const delivered = new Set<Press>(catalogue[id].keys)
  const others = commandIds.filter(other => other !== id && own[other] !== undefined)
  return Object.fromEntries(others.map(other => [other, keysOf(other, own).filter(press => !delivered.has(press))]))
}
