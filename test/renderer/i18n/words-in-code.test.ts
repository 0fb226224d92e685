import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsInCode } from './words-in-code.ts'

const root = join(import.meta.dirname, '../../../src-renderer')
const screens = ['features', 'app', 'ui'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx'))
    .map(name => join(folder, name)),
)
const inside = (jsx: string) => wordsInCode('planted.tsx', `export const Planted = () => ${jsx}`)

describe('words in code', () => {
  it('are found as text, in what people hear, and in either way of a choice', () => {
    expect(inside('<p>Sipariş <b>{n}</b></p>')).toEqual(['Sipariş'])
    expect(inside("<p>{open ? 'Close' : null}</p>")).toEqual(['Close'])
    expect(inside('<p>{"orders " + n}</p>')).toEqual(['orders'])
    expect(inside('<button aria-label="Close" />')).toEqual(['Close'])
    expect(inside("<Field label={late && 'Too late'} />")).toEqual(['Too late'])
  })

  it('are not: what the language files give, names, signs and what only machines read', () => {
    expect(inside("<p className='muted' data-testid='a'>{t('order.title')}: #{id} · <kbd>Ctrl</kbd></p>")).toEqual([])
    expect(inside("<p title={t('order.title')}>{state === 'open' ? n : '–'}</p>")).toEqual([])
  })

  it('stand on no screen', () => {
    expect(screens.length).toBeGreaterThan(150)
    const found = screens.flatMap(name =>
      wordsInCode(name, readFileSync(join(root, name), 'utf8')).map(text => `${name}: ${text}`),
    )
    expect(found).toEqual([])
  })
})
