import { describe, expect, it } from 'vitest'
import { type Clicked, contextTemplate } from '../../../src-main/desktop/menu-template.ts'
import { wordsIn } from '../../../src-main/desktop/words.ts'

const nothing: Clicked = {
  isEditable: false,
  selectionText: '',
  linkURL: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
}
const done: string[] = []
const offered = (at: Partial<Clicked>, language: 'tr' | 'en' = 'en') =>
  contextTemplate({ ...nothing, ...at }, wordsIn(language), {
    replace: word => done.push(`replace ${word}`),
    learn: word => done.push(`learn ${word}`),
    copyText: text => done.push(`copy ${text}`),
  })
const labels = (at: Partial<Clicked>, language?: 'tr' | 'en') =>
  offered(at, language).map(({ label, type }) => label ?? type)

describe('a right click', () => {
  it('on nothing offers nothing', () => {
    expect(labels({})).toEqual([])
    expect(labels({ selectionText: '  ' })).toEqual([])
  })

  it('in a field edits, in both languages', () => {
    expect(labels({ isEditable: true })).toEqual(['Cut', 'Copy', 'Paste', 'Select all'])
    expect(labels({ isEditable: true }, 'tr')).toEqual(['Kes', 'Kopyala', 'Yapıştır', 'Tümünü seç'])
    expect(offered({ isEditable: true }).map(({ enabled }) => enabled)).toEqual([false, false, true, true])
  })

  it('on a word that is not in the dictionary offers others', () => {
    const at = { isEditable: true, misspelledWord: 'teslimt', dictionarySuggestions: ['teslimat', 'teslimi'] }
    expect(labels(at, 'tr').slice(0, 4)).toEqual(['teslimat', 'teslimi', 'Sözlüğe ekle', 'separator'])
    done.length = 0
    for (const item of offered(at).slice(0, 3)) item.click?.({} as never, undefined, {} as never)
    expect(done).toEqual(['replace teslimat', 'replace teslimi', 'learn teslimt'])
    expect(labels({ ...at, dictionarySuggestions: [] })[0]).toBe('No suggestions')
  })

  it('on a link copies its address, when it is one that may be opened', () => {
    expect(labels({ linkURL: 'https://shop.example/a' })).toEqual(['Copy the link’s address'])
    expect(labels({ linkURL: 'javascript:alert(1)' })).toEqual([])
    expect(labels({ linkURL: 'https://shop.example/a', selectionText: 'a' })).toEqual([
      'Copy',
      'separator',
      'Copy the link’s address',
    ])
  })
})
