import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../src-renderer/features/common/words/template.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { isolated, joinedTexts, nameOfParts, withoutTurning } from '../../../src-renderer/model/direction.ts'
import { seedOfRun } from '../../seed.ts'

const seed = seedOfRun()
const turned = fc
  .array(fc.constantFrom(...'aş9ق ·\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f'), {
    maxLength: 12,
  })
  .map(signs => signs.join(''))

/** How deep the text leaves the direction of what follows; null where something is closed that was never opened. */
const depthAfter = (text: string): number | null => {
  let depth = 0
  for (const sign of text) {
    if (/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(sign)) depth += 1
    if (/[\u202c\u2069]/.test(sign)) depth -= 1
    if (depth < 0) return null
  }
  return depth
}

describe('a text beside others', () => {
  it.each(['Ali', 'Şule Çağlar', '2/2', 'ORD-9', '', 'x=1 <b>', '😀 9'])(
    'that runs as the screen does stays as it is: %j',
    text => {
      expect(isolated(text)).toBe(text)
    },
  )

  it('that runs the other way is closed off', () => {
    expect(isolated('قميص أبيض')).toBe('\u2068قميص أبيض\u2069')
    expect(isolated('שלום 2')).toBe('\u2068שלום 2\u2069')
    expect(joinedTexts(['Ali', 'قميص', null, '', 2], ' · ')).toBe('Ali · \u2068قميص\u2069 · 2')
  })

  it('leaves nothing open, and closes nothing that is not its own', () => {
    expect(isolated('Ali\u202e')).toBe('Ali')
    expect(isolated('\u2069\u2067Ali\u2069\u2066')).toBe('\u2067Ali\u2069')
    fc.assert(
      fc.property(turned, text => {
        expect(depthAfter(isolated(text))).toBe(0)
        expect(withoutTurning(isolated(text))).toBe(withoutTurning(text))
        expect(withoutTurning(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      }),
      { seed },
    )
  })

  it('may hold texts that are closed off already', () => {
    const inner = joinedTexts(['قميص', '2/2'], ' · ')
    expect(isolated(inner)).toBe(`\u2068${inner}\u2069`)
  })
})

it('a name is one, and no part of it turns the next', () => {
  expect(nameOfParts('Ali\u202e', 'Yılmaz')).toBe('Ali Yılmaz')
  expect(nameOfParts('محمد', 'علي')).toBe('محمد علي')
  expect(nameOfParts(null, undefined)).toBe('')
})

it('a sentence of the screen closes off each text that is put into it', async () => {
  const { t } = await setupI18n('en')
  expect(t('selection.row', { number: 'Ali\u202e' })).toBe('Select Ali')
  expect(t('selection.row', { number: 'قميص' })).toBe('Select \u2068قميص\u2069')
  expect(t('selection.row', { number: '<A&B>' })).toBe('Select <A&B>')
})

it('a sentence to a customer, or to the shop, holds no unseen sign', () => {
  fc.assert(
    fc.property(turned, name => {
      const { text } = fillTemplate('{name}: {order}', { name, order: '12' })
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }),
    { seed },
  )
})
