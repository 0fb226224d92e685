import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../../src-main/akinon/json.ts'
import { FieldList, matchFields, OtherFields } from '../../../../../src-renderer/features/common/parts/fold.tsx'
import {
  type Drawn,
  type OtherField,
  otherFields,
} from '../../../../../src-renderer/features/common/parts/other-fields.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'

const linesOf = (row: object, drawn: Drawn = {}) => otherFields(row, drawn).map(({ path, text }) => `${path}: ${text}`)

describe('otherFields', () => {
  it('says the way to each value', () => {
    const row = { basket: 529, bank: { slug: 'garanti', more: { deep: [{ code: 'x' }, ['y', false]] } } }
    expect(linesOf(row)).toEqual([
      'basket: 529',
      'bank.slug: garanti',
      'bank.more.deep[0].code: x',
      'bank.more.deep[1][0]: y',
      'bank.more.deep[1][1]: false',
    ])
  })

  it('leaves out what the screen draws, and only that', () => {
    const row = { number: '1', bank: { name: 'A', slug: 'a' }, rows: [{ name: 'B', left: 0 }] }
    const drawn = { number: true, bank: { name: true }, rows: { name: true } } as const
    expect(linesOf(row, drawn)).toEqual(['bank.slug: a', 'rows[0].left: 0'])
  })

  it('shows a value that came where parts were drawn', () => {
    expect(linesOf({ bank: 'Garanti' }, { bank: { name: true } })).toEqual(['bank: Garanti'])
  })

  it('has no room for what is empty', () => {
    expect(linesOf({ a: null, b: '', c: {}, d: [], e: { f: null, g: [[]] } })).toEqual([])
  })

  it('masks what the screens mask, however deep, and hides the address of a machine', () => {
    const row = {
      bin_number: '554960',
      remote_addr: '61.61.61.61',
      set: [{ iban: 'TR330006100519786457841326', identity_number: 10000000146, logged_ip: '61.61.61.61' }],
      also: { iban: ['TR330006100519786457841326'] },
    }
    expect(linesOf(row)).toEqual([
      'bin_number: 5549••••',
      'set[0].iban: TR33 •••• 26',
      'set[0].identity_number: •••• 46',
      'also.iban[0]: TR33 •••• 26',
    ])
  })

  it('takes keys that JavaScript has meanings for as any other', () => {
    const parsed = parseJson('{"__proto__": {"a": 1}, "constructor": "c", "toString": {"hasOwnProperty": 2}}')
    expect(parsed.ok && linesOf(parsed.value as object, { number: true })).toEqual([
      '__proto__.a: 1',
      'constructor: c',
      'toString.hasOwnProperty: 2',
    ])
  })

  it('takes an id that turns into no text as any other field', () => {
    const id: unknown = Object.assign(Object.create(null), { a: 1 })
    expect(linesOf({ id, pk: '7' }, { id: true })).toEqual(['pk: 7'])
  })
})

const i18n = await setupI18n('en')
const draw = (node: React.ReactNode) => renderToStaticMarkup(<I18nextProvider i18n={i18n}>{node}</I18nextProvider>)
const many = (count: number): readonly OtherField[] =>
  Array.from({ length: count }, (_, n) => ({ path: `field_${n}`, text: `value ${n}` }))

describe('the fold', () => {
  it('is closed, says how much is in it, and builds nothing before it is opened', () => {
    const markup = draw(<OtherFields row={{ a: 'inside', b: 2 }} drawn={{}} />)
    expect(markup).toContain('Other fields (2)')
    expect(markup).not.toContain('inside')
    expect(markup).not.toContain(' open')
  })

  it('is not there when there is nothing in it', () => {
    expect(draw(<OtherFields row={{ a: 'drawn', b: null }} drawn={{ a: true }} />)).toBe('')
  })

  it('shows markup and addresses as text', () => {
    const markup = draw(<FieldList fields={otherFields({ x: '<img src=x>', image: 'https://img.test/1.jpg' }, {})} />)
    expect(markup).toContain('&lt;img src=x&gt;')
    expect(markup).toContain('https://img.test/1.jpg')
    expect(markup).not.toMatch(/<(?:img|a)\b|(?:src|href)="/)
  })

  it('can be searched once it is long, and says what it leaves out', () => {
    expect(draw(<FieldList fields={many(9)} />)).not.toContain('type="search"')
    const markup = draw(<FieldList fields={many(1000)} />)
    expect(markup).toContain('type="search"')
    expect(markup).toContain('700 more')
  })

  it('is searched by name and value, without regard to case and Turkish letters', () => {
    const fields = otherFields({ extra_field: { note: 'IŞIK Çiçek' }, basket: 529 }, {})
    const found = (text: string) => matchFields(fields, text).map(({ path }) => path)
    expect(found('işik')).toEqual(['extra_field.note'])
    expect(found('EXTRA cicek')).toEqual(['extra_field.note'])
    expect(found('529')).toEqual(['basket'])
    expect(found(' ')).toHaveLength(2)
    expect(found('basket note')).toEqual([])
  })
})
