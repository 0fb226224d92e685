import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, partsOf, unknownVariables } from '../../../../../src-renderer/features/common/words/template.ts'
import { seedOfRun } from '../../../../seed.ts'

describe('a template', () => {
  it('is filled in, and names what is missing', () => {
    const filled = fillTemplate('Sayın {customerName}, {orderNumber} no.lu { reason } {customerName}', {
      customerName: 'Işıl Yağcıoğlu',
      orderNumber: null,
      reason: '  ',
    })
    expect(filled.text).toBe('Sayın Işıl Yağcıoğlu, {orderNumber} no.lu {reason} Işıl Yağcıoğlu')
    expect(filled.holes).toEqual(['orderNumber', 'reason'])
  })

  it('never fills in twice: a value with braces is only text', () => {
    expect(fillTemplate('{a}', { a: '{b}', b: 'x' }).text).toBe('{b}')
  })

  it('leaves a hole for what every object has: another version kept the note', () => {
    expect(fillTemplate('{constructor} {toString}', {}).holes).toEqual(['constructor', 'toString'])
  })

  it('names unknown variables once', () => {
    expect(unknownVariables('{a} {b} {b} {} {1}', ['a'])).toEqual(['b'])
  })

  it('loses no text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const back = partsOf(text).map(part => (part.kind === 'text' ? part.text : '{}'))
        expect(back.join('')).toBe(text.replaceAll(/\{\s*[a-zA-Z]+\s*\}/g, '{}'))
      }),
      { numRuns: 300, seed: seedOfRun() },
    )
  })
})
