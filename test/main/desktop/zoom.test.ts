import { describe, expect, it } from 'vitest'
import { zoomed, zoomMoveOf } from '../../../src-main/desktop/zoom.ts'

const down = (key: string, code: string, more: object = {}) =>
  zoomMoveOf({ type: 'keyDown', key, ...{ code }, control: true, meta: false, alt: false, ...more })

describe('zoom', () => {
  it('goes by steps, ends where the layout ends, and comes back to where it began', () => {
    let factor = 1
    for (let n = 0; n < 20; n += 1) factor = zoomed(factor, 'in')
    expect(factor).toBe(3)
    for (let n = 0; n < 40; n += 1) factor = zoomed(factor, 'out')
    expect(factor).toBe(0.5)
    expect(zoomed(factor, 'reset')).toBe(1)
    expect(zoomed(zoomed(1, 'in'), 'out')).toBe(1)
    expect(zoomed(1.37, 'out')).toBe(1.25)
  })

  it('hears plus, minus and zero wherever they are printed, and on the number block', () => {
    expect(down('+', 'Digit4')).toBe('in')
    expect(down('=', 'Equal')).toBe('in')
    expect(down('+', 'NumpadAdd')).toBe('in')
    expect(down('-', 'Equal')).toBe('out')
    expect(down('-', 'NumpadSubtract')).toBe('out')
    expect(down('0', 'Digit0')).toBe('reset')
    expect(down('0', 'Numpad0')).toBe('reset')
  })

  it('leaves other keys to the page', () => {
    expect(down('1', 'Digit1')).toBeNull()
    // Without NumLock it copies, as Ctrl and Insert do everywhere.
    expect(down('Insert', 'Numpad0')).toBeNull()
    expect(down('0', 'Digit0', { control: false })).toBeNull()
    expect(down('+', 'NumpadAdd', { alt: true })).toBeNull()
    expect(down('+', 'NumpadAdd', { type: 'keyUp' })).toBeNull()
  })
})
