import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src-main/desktop/words.ts'
import { type Words, words } from '../../../src-renderer/i18n/words.ts'

type Text = readonly [key: string, text: string]

const flatten = (area: Words, prefix = ''): readonly Text[] =>
  Object.entries(area).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flatten(value, `${prefix}${key}.`),
  )

/** Main's own words, with numbers in those that are made. */
const ofMain = (language: 'tr' | 'en'): readonly Text[] =>
  Object.entries(wordsIn(language)).map(([key, word]) => [`main.${key}`, typeof word === 'string' ? word : word(2)])

const turkish = [...flatten(words.tr), ...ofMain('tr')]
const english = [...flatten(words.en), ...ofMain('en')]
const both = [...turkish, ...english]

const faulty = (texts: readonly Text[], fault: RegExp): readonly string[] =>
  texts.filter(([, text]) => fault.test(text)).map(([key, text]) => `${key}: ${text}`)

const NOT_LETTER_BEFORE = '(?<![\\p{L}\\p{N}])'
const word = (stems: readonly string[]): RegExp => new RegExp(`${NOT_LETTER_BEFORE}(?:${stems.join('|')})`, 'iu')

describe('every text', () => {
  it.each([
    ['straight quotes', /["']/],
    ['three dots', /\.\.\./],
    ['double blanks', / {2}/],
    ['blanks at an end', /^\s|\s$/],
    ['a blank before a stop', /\s[.,;:!?…](?:\s|$)/],
    ['letters of two parts: search would find only one spelling', /\p{M}/u],
    ['exclamations', /!/],
    ['capitals in the middle, as in a title', /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u],
  ])('has no %s', (_name, fault) => {
    expect(faulty(both, fault)).toEqual([])
  })

  it('opens and closes its quotation marks', () => {
    for (const [key, text] of both) expect(text.split('“').length, `${key}: ${text}`).toBe(text.split('”').length)
  })

  it('ends with a stop in both languages or in none', () => {
    const ends = new Map(english)
    const differing = turkish.filter(
      ([key, text]) => /[.…?:]$/.exec(text)?.[0] !== /[.…?:]$/.exec(ends.get(key) ?? '')?.[0],
    )
    expect(differing.map(([key, text]) => `${key}: ${text} / ${ends.get(key)}`)).toEqual([])
  })
})

describe('states', () => {
  it('fit the chip of a narrow column', () => {
    const long = both.filter(([key, text]) => key.startsWith('entry.state.') && text.length > 17)
    expect(long).toEqual([])
  })
})

describe('Turkish texts', () => {
  it('hang no suffix on a value that nobody knows', () => {
    expect(faulty(turkish, /\}['’\p{L}]/u)).toEqual([])
  })

  it('keep to the glossary', () => {
    const banned = word([
      'kalem', // ürün
      'mağazayla kontrol', // mağazadan
      'outbox', // Gönderilecekler
      'şifre(?!l)', // parola
      'kullanıcı ismi', // kullanıcı adı
      'e-?mail', // e-posta
      'değişim', // takas
      'sözcük', // kelime
      'lütfen bekleyiniz',
      'oturum aç(?!ık)', // giriş yap
      'halde', // hâlde
      'hala', // hâlâ
      'arşiv', // eski sipariş
      'login',
      'token(?!\\))', // only behind its Turkish name
      'print',
      'default',
      'teslim alma',
    ])
    expect(faulty(turkish, banned)).toEqual([])
  })

  it('name a place of the app with a capital and an apostrophe', () => {
    expect(faulty(turkish, /(?:önderilecekler|Hareketler|Bekleyenler)(?:de|e|i|den)(?!\p{L})/u)).toEqual([])
  })
})

describe('English texts', () => {
  it('keep to the glossary', () => {
    const banned = word([
      'color',
      'canceled',
      'canceling',
      'organiz',
      'authoriz',
      'license(?!d)',
      'favorite',
      'minimize',
      'email',
      'login',
      'log in',
      'sign-on',
      'meanwhile',
      'if it stays',
      'delivered (?:views?|wording|keys?)',
      'the shop (?:gave|took)',
      'anew',
      'was not (?:read )?yet',
      'please wait',
      'cannot', // can’t; sentences to customers are let through below
      'do not worry',
      'archive',
    ])
    const ours = english.filter(([key]) => !key.startsWith('tell.sentence.'))
    expect(faulty(ours, banned)).toEqual([])
  })
})
