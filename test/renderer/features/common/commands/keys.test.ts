import { describe, expect, it } from 'vitest'
import {
  bindings,
  catalogue,
  commandIds,
  keysOf,
} from '../../../../../src-renderer/features/common/commands/catalogue.ts'
import { createCommandCenter } from '../../../../../src-renderer/features/common/commands/command-center.ts'
import {
  giveKey,
  judgeKey,
  keySettingsSchema,
  restoreKeys,
  takeKeysAway,
} from '../../../../../src-renderer/features/common/commands/key-settings.ts'
import {
  bareKey,
  commandAt,
  isCharacter,
  isFieldsOwn,
  isTyped,
  pressOf,
  printPress,
} from '../../../../../src-renderer/features/common/commands/keys.ts'
import { acceleratorOf } from '../../../../../src-renderer/features/desk/shell/use-menu.ts'

type Modifier = 'ctrl' | 'alt' | 'shift' | 'meta' | 'altgr'

const eventOf = (key: string, code: string, down: readonly Modifier[] = [], more: { isComposing?: boolean } = {}) => ({
  key,
  code,
  ctrlKey: down.includes('ctrl'),
  altKey: down.includes('alt'),
  shiftKey: down.includes('shift'),
  metaKey: down.includes('meta'),
  isComposing: false,
  defaultPrevented: false,
  getModifierState: (name: string) => name === 'AltGraph' && down.includes('altgr'),
  ...more,
})
const pressed = (key: string, code: string, down: readonly Modifier[] = []) => pressOf(eventOf(key, code, down))

/** Turkish F: what the keys of these places print. */
const turkishF = new Map([
  ['KeyQ', 'f'],
  ['KeyF', 'a'],
  ['KeyA', 'u'],
  ['KeyX', 'ö'],
  ['KeyC', 'v'],
  ['KeyV', 'c'],
  ['KeyZ', 'j'],
  ['KeyS', 'i'],
  ['KeyI', 'n'],
])
const french = new Map([
  ['KeyQ', 'a'],
  ['KeyW', 'z'],
  ['KeyA', 'q'],
  ['KeyZ', 'w'],
])
const commandOn = (layout: ReadonlyMap<string, string>, ...event: Parameters<typeof eventOf>) =>
  commandAt(eventOf(...event), bindings({}, layout))

describe('a press', () => {
  it('is the place of a letter, whatever a Turkish F keyboard prints there', () => {
    expect(pressed('k', 'KeyJ')).toBe('KeyJ')
    expect(pressed('ı', 'KeyI')).toBe('KeyI')
    expect(pressed('İ', 'Quote', ['shift'])).toBe('Shift+Quote')
  })

  it('is the sign that is printed, wherever a Turkish Q keyboard has it', () => {
    expect(pressed('/', 'Digit7', ['shift'])).toBe('/')
    expect(pressed('?', 'Minus', ['shift'])).toBe('?')
    expect(pressed('/', 'NumpadDivide')).toBe('/')
  })

  it('takes Command for Ctrl, and the number block for the row of digits', () => {
    expect(pressed('k', 'KeyK', ['meta'])).toBe('Ctrl+KeyK')
    expect(pressed('1', 'Numpad1', ['ctrl'])).toBe('Ctrl+Digit1')
  })

  it('is none while only modifiers are down', () => {
    expect(pressed('Shift', 'ShiftLeft', ['shift'])).toBeNull()
    expect(pressed('AltGraph', 'AltRight', ['ctrl', 'alt'])).toBeNull()
  })

  it('is what the number block does without NumLock, whatever digit its key bears', () => {
    const unlocked = [
      ['End', 'Numpad1'],
      ['ArrowDown', 'Numpad2'],
      ['PageDown', 'Numpad3'],
      ['ArrowLeft', 'Numpad4'],
      ['Clear', 'Numpad5'],
      ['ArrowRight', 'Numpad6'],
      ['Home', 'Numpad7'],
      ['ArrowUp', 'Numpad8'],
      ['PageUp', 'Numpad9'],
      ['Insert', 'Numpad0'],
      ['Delete', 'NumpadDecimal'],
    ] as const
    for (const [key, code] of unlocked) {
      expect(pressed(key, code), code).toBe(key)
      expect(pressed(key, code, ['ctrl', 'shift']), code).toBe(`Ctrl+Shift+${key}`)
      expect(commandAt(eventOf(key, code), bindings({})), code).toBeUndefined()
    }
    expect(pressed('End', 'Numpad1', ['ctrl'])).toBe(pressed('End', 'End', ['ctrl']))
    expect(commandAt(eventOf('PageDown', 'Numpad3', ['ctrl']), bindings({}))).toBe('window.nextTab')
  })

  it('is one for twin keys, with every modifier', () => {
    for (const down of [[], ['ctrl'], ['shift'], ['alt'], ['meta'], ['ctrl', 'shift']] as const) {
      expect(pressed('Enter', 'NumpadEnter', down)).toBe(pressed('Enter', 'Enter', down))
      for (let digit = 0; digit <= 9; digit += 1)
        expect(pressed(`${digit}`, `Numpad${digit}`, down)).toBe(pressed(`${digit}`, `Digit${digit}`, down))
    }
    expect(commandAt(eventOf('Enter', 'NumpadEnter', ['ctrl']), bindings({}))).toBe('request.review')
    expect(pressed('+', 'NumpadAdd')).toBe(pressed('+', 'Equal', ['shift']))
    expect(pressed('-', 'NumpadSubtract')).toBe(pressed('-', 'Minus'))
    expect(pressed('*', 'NumpadMultiply')).toBe(pressed('*', 'Minus'))
    expect(pressed(',', 'NumpadDecimal')).toBe(pressed(',', 'Backslash'))
    expect(pressed('.', 'NumpadDecimal')).toBe(pressed('.', 'Period'))
    expect(pressed(',', 'NumpadDecimal', ['ctrl'])).toBe(pressed(',', 'Comma', ['ctrl']))
    expect(pressed('-', 'NumpadSubtract', ['ctrl'])).toBe(pressed('-', 'Minus', ['ctrl']))
    for (const [key, left, right] of [
      ['Control', 'ControlLeft', 'ControlRight'],
      ['Shift', 'ShiftLeft', 'ShiftRight'],
      ['Alt', 'AltLeft', 'AltRight'],
      ['Meta', 'MetaLeft', 'MetaRight'],
    ] as const)
      expect([pressed(key, left), pressed(key, right)]).toEqual([null, null])
  })

  it('is the place of a sign, too, where a person bound the place', () => {
    const bound = bindings({ 'record.slip': ['Minus'], 'record.note': ['Digit6'] })
    expect(commandAt(eventOf('-', 'Minus'), bound)).toBe('record.slip')
    expect(commandAt(eventOf('-', 'Digit6'), bound)).toBe('record.note')
    expect(commandAt(eventOf('-', 'Minus'), bindings({ ...{ 'record.slip': ['Minus'] }, 'record.note': ['-'] }))).toBe(
      'record.note',
    )
  })

  it('is never a command by place where the printed letter edits text', () => {
    const everything = bindings(
      Object.fromEntries(
        commandIds.map((id, place) => {
          const letter = String.fromCharCode(65 + (place % 26))
          return [id, [`Ctrl+Key${letter}`, `Ctrl+Shift+Key${letter}`]]
        }),
      ),
    )
    for (const down of ['ctrl', 'meta'] as const)
      for (let place = 65; place <= 90; place += 1) {
        const code = `Key${String.fromCharCode(place)}`
        for (const letter of 'acvxyz')
          expect(commandAt(eventOf(letter, code, [down]), everything), `${letter} ${code}`).toBeUndefined()
        for (const letter of 'ZV')
          expect(commandAt(eventOf(letter, code, [down, 'shift']), everything), `${letter} ${code}`).toBeUndefined()
        // With Caps Lock.
        expect(commandAt(eventOf('A', code, [down]), everything)).toBeUndefined()
      }
    expect(commandOn(turkishF, 'a', 'KeyF', ['ctrl'])).toBeUndefined()
    expect(commandOn(french, 'z', 'KeyW', ['ctrl'])).toBeUndefined()
    // Letters of another alphabet edit by their place.
    expect(pressed('с', 'KeyC', ['ctrl'])).toBe(pressed('c', 'KeyC', ['ctrl']))
  })

  it('goes by its letter where its place is taken by an edit key, and is printed so', () => {
    expect(commandOn(turkishF, 'f', 'KeyQ', ['ctrl'])).toBe('find.inList')
    expect(printPress('Ctrl+KeyF', turkishF)).toEqual(['Ctrl', 'F'])
    expect(acceleratorOf('Ctrl+KeyF', turkishF)).toBe('CmdOrCtrl+F')
    expect(commandOn(french, 'w', 'KeyZ', ['ctrl'])).toBe('window.closeTab')
    expect(printPress('Ctrl+KeyW', french)).toEqual(['Ctrl', 'W'])
    expect(judgeKey('Ctrl+KeyQ', 'record.note', {}, turkishF)).toEqual({ kind: 'taken', by: 'find.inList' })
    expect(giveKey('Ctrl+KeyQ', 'record.note', {}, turkishF)['find.inList']).toEqual([])
  })

  it('is none while a letter is being made: composition, a dead key, AltGr', () => {
    expect(pressOf(eventOf('a', 'KeyR', [], { isComposing: true }))).toBeNull()
    expect(pressed('Process', 'KeyR')).toBeNull()
    expect(pressed('Dead', 'BracketLeft')).toBeNull()
    expect(pressed('€', 'KeyE', ['altgr'])).toBeNull()
    expect(pressed('@', 'KeyQ', ['altgr'])).toBeNull()
    expect(pressed('i', 'KeyI', ['altgr'])).toBeNull()
    expect(pressed('/', 'Digit7', ['altgr'])).toBe('/')
    expect(pressed('/', 'Slash', ['alt'])).toBe('Alt+Slash')
  })

  it('is a text field’s own where it types, edits or moves in it', () => {
    const isOwn = (key: string, code: string, down: readonly Modifier[] = [], isMac = false) => {
      const event = eventOf(key, code, down)
      return isFieldsOwn(event, pressOf(event) ?? '', isMac)
    }
    expect(isOwn('j', 'KeyJ')).toBe(true)
    expect(isOwn('ArrowLeft', 'ArrowLeft', ['ctrl'])).toBe(true)
    expect(isOwn('Backspace', 'Backspace', ['ctrl'])).toBe(true)
    expect(isOwn('Delete', 'NumpadDecimal', ['ctrl'])).toBe(true)
    expect(isOwn('@', 'KeyQ', ['ctrl', 'alt'])).toBe(true)
    expect(isOwn('k', 'KeyK', ['ctrl'])).toBe(false)
    expect(isOwn('k', 'KeyK', ['ctrl', 'alt'])).toBe(false)
    expect(isOwn('Enter', 'NumpadEnter', ['ctrl'])).toBe(false)
    expect(isOwn('ArrowLeft', 'ArrowLeft', ['alt'])).toBe(false)
    // On a Mac Option types and moves by words, and Ctrl edits; Command is for commands.
    expect(isOwn('ArrowLeft', 'ArrowLeft', ['alt'], true)).toBe(true)
    expect(isOwn('ø', 'KeyO', ['alt'], true)).toBe(true)
    expect(isOwn('k', 'KeyK', ['ctrl'], true)).toBe(true)
    expect(isOwn('k', 'KeyK', ['meta'], true)).toBe(false)
  })

  it('is bare without modifiers, and while nobody else has taken it', () => {
    expect(bareKey(eventOf('ArrowDown', 'Numpad2'))).toBe('ArrowDown')
    for (const down of ['ctrl', 'alt', 'shift', 'meta'] as const)
      expect(bareKey(eventOf('ArrowDown', 'ArrowDown', [down]))).toBeNull()
    expect(bareKey(eventOf('Enter', 'Enter', [], { isComposing: true }))).toBeNull()
    expect(bareKey({ ...eventOf('Enter', 'Enter'), defaultPrevented: true })).toBeNull()
  })

  it('knows which keys are text', () => {
    expect(['KeyJ', '/', 'Shift+KeyR', 'Enter'].map(isTyped)).toEqual([true, true, true, true])
    expect(['Ctrl+KeyK', 'Alt+ArrowLeft', 'F5', 'Shift+F10'].map(isTyped)).toEqual([false, false, false, false])
  })

  it('knows which keys the off switch is about', () => {
    expect(['KeyJ', 'Shift+KeyX', '/', '?', 'Digit1', 'Quote'].every(isCharacter)).toBe(true)
    expect(['Escape', 'Enter', 'Shift+Enter', 'ArrowDown', 'Delete', 'F1', 'Ctrl+KeyK'].some(isCharacter)).toBe(false)
  })

  it('is printed as the keyboard prints it', () => {
    expect(printPress('Ctrl+KeyJ', new Map([['KeyJ', 'k']]))).toEqual(['Ctrl', 'K'])
    expect(printPress('Ctrl+Enter', null)).toEqual(['Ctrl', '↵'])
    expect(printPress('?', null)).toEqual(['?'])
  })

  it('is printed with the Turkish capitals of a Turkish layout, and of no other', () => {
    const turkish = new Map([
      ['KeyI', 'ı'],
      ['Quote', 'i'],
    ])
    expect(printPress('KeyI', turkish)).toEqual(['I'])
    expect(printPress('Quote', turkish)).toEqual(['İ'])
    expect(printPress('KeyI', new Map([['KeyI', 'i']]))).toEqual(['I'])
  })
})

describe('the catalogue', () => {
  it('gives no key to two commands', () => {
    const all = commandIds.flatMap(id => keysOf(id, {}))
    expect(new Set(all).size).toBe(all.length)
  })

  it('lets an own key win over its delivered owner, and none take it away', () => {
    const taken = 'KeyR'
    expect(catalogue['record.refund'].keys).toContain(taken)
    const found = bindings({ 'record.note': [taken], 'record.slip': [] })
    expect(found.get(taken)).toBe('record.note')
    expect([...found.values()]).not.toContain('record.slip')
  })
})

describe('changing keys', () => {
  it('says who has a key, and that keys for moving and typing are nobody’s', () => {
    expect(judgeKey('KeyR', 'record.note', {})).toEqual({ kind: 'taken', by: 'record.refund' })
    expect(judgeKey('KeyN', 'record.note', {})).toEqual({ kind: 'free' })
    expect(judgeKey('KeyR', 'record.note', { 'record.refund': [] })).toEqual({ kind: 'free' })
    expect(judgeKey('Escape', 'record.note', {})).toEqual({ kind: 'kept' })
    expect(judgeKey(pressed('c', 'KeyC', ['ctrl']) ?? '', 'record.note', {})).toEqual({ kind: 'kept' })
    expect(judgeKey(pressed('a', 'KeyF', ['ctrl']) ?? '', 'record.note', {})).toEqual({ kind: 'kept' })
  })

  it('takes a key over and leaves its owner the others', () => {
    const own = giveKey('F5', 'record.note', {})
    expect(own).toEqual({ 'record.note': ['F5'], 'window.refresh': ['Ctrl+KeyR'] })
    expect(bindings(own).get('F5')).toBe('record.note')
  })

  it('reads what an earlier version kept: a key of the number block is its twin, and a kept key stays free', () => {
    const read = keySettingsSchema.parse({
      singleKeys: true,
      own: { 'record.slip': ['NumpadAdd'], 'record.note': ['NumpadEnter'], 'list.export': ['Ctrl+NumpadEnter'] },
    })
    expect(read.own).toEqual({ 'record.slip': ['+'], 'record.note': [], 'list.export': ['Ctrl+Enter'] })
  })

  it('puts delivered keys back, from whoever has them now', () => {
    const own = giveKey('KeyR', 'record.note', giveKey('KeyN', 'record.refund', {}))
    const back = restoreKeys('record.refund', own)
    expect(bindings(back).get('KeyR')).toBe('record.refund')
    expect(keysOf('record.note', back)).toEqual([])
    expect(keysOf('record.refund', takeKeysAway('record.refund', back))).toEqual([])
  })
})

describe('the command center', () => {
  it('runs the newest registration, and the one before when it leaves', () => {
    const center = createCommandCenter()
    const ran: string[] = []
    center.register('list.next', () => ran.push('below'))
    const leave = center.register('list.next', () => ran.push('above'))
    center.run('list.next')
    leave()
    center.run('list.next')
    expect(ran).toEqual(['above', 'below'])
  })

  it('says what can be run, and that nobody can', () => {
    const center = createCommandCenter()
    const leave = center.register('record.refund', () => undefined)
    expect([...center.available.snapshot()]).toEqual(['record.refund'])
    leave()
    expect(center.run('record.refund')).toBe(false)
    expect(center.available.snapshot().size).toBe(0)
  })
})
