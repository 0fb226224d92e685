import { describe, expect, it } from 'vitest'
import { bindings, catalogue, commandIds, keysOf } from '../../../src-renderer/features/commands/catalogue.ts'
import { createCommandCenter } from '../../../src-renderer/features/commands/command-center.ts'
import { isCharacter, isTyped, pressOf, printPress } from '../../../src-renderer/features/commands/keys.ts'
import { giveKey, judgeKey, restoreKeys, takeKeysAway } from '../../../src-renderer/features/commands/rebind.ts'

const pressed = (key: string, code: string, down: readonly ('ctrl' | 'alt' | 'shift' | 'meta')[] = []) =>
  pressOf({
    key,
    code,
    ctrlKey: down.includes('ctrl'),
    altKey: down.includes('alt'),
    shiftKey: down.includes('shift'),
    metaKey: down.includes('meta'),
  })

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
    expect(judgeKey('Ctrl+KeyC', 'record.note', {})).toEqual({ kind: 'kept' })
  })

  it('takes a key over and leaves its owner the others', () => {
    const own = giveKey('F5', 'record.note', {})
    expect(own).toEqual({ 'record.note': ['F5'], 'window.refresh': ['Ctrl+KeyR'] })
    expect(bindings(own).get('F5')).toBe('record.note')
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
