import { describe, expect, it } from 'vitest'
import {
  decimalText,
  readEnum,
  readFlag,
  readId,
  readMoney,
  readReference,
  readRowId,
  readText,
} from '../../../src-main/akinon/values.ts'

const none = { value: null, label: null }

describe('readEnum', () => {
  it.each([
    [
      { value: '200', label: 'Bekliyor' },
      { value: '200', label: 'Bekliyor' },
    ],
    [
      { value: 50, label: null },
      { value: '50', label: null },
    ],
    ['450', { value: '450', label: null }],
    [999, { value: '999', label: null }],
    [
      { name: 'yurtici', label: 'Yurtiçi' },
      { value: 'yurtici', label: 'Yurtiçi' },
    ],
    [
      { pk: 3, name: 'Aras' },
      { value: '3', label: 'Aras' },
    ],
    [['100', 'İptal'], { value: '100', label: 'İptal' }],
    [[{ value: 'open', label: 'Open' }], { value: 'open', label: 'Open' }],
    [{}, none],
    [null, none],
    [undefined, none],
    ['', none],
    [[], none],
    [{ value: {}, label: [] }, none],
  ])('reads %j', (sent, read) => {
    expect(readEnum(sent)).toEqual(read)
  })
})

describe('readMoney', () => {
  it.each([
    ['11.87', '11.87'],
    ['0.00', '0.00'],
    ['-5.00', '-5.00'],
    ['1.234,56', '1.234,56'],
    ['1e3', '1e3'],
    ['NaN', 'NaN'],
    ['123456789012345678901234567890.12', '123456789012345678901234567890.12'],
    [100, '100'],
    [99.99, '99.99'],
    [0, '0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [1.5e21, '1500000000000000000000'],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['', null],
    ['  ', null],
    [null, null],
    [undefined, null],
    [{}, null],
    [false, null],
  ])('reads %j as %j', (sent, read) => {
    expect(readMoney(sent)).toBe(read)
  })
})

describe('decimalText', () => {
  it('reads back as the same number', () => {
    for (const value of [1 / 3, 1e20, 123456.789e-20, 5e-324, Number.MAX_VALUE, -2.5e-8])
      expect(Number(decimalText(value))).toBe(value)
  })
})

describe('flags, ids and texts', () => {
  it.each([
    [true, true],
    ['false', false],
    ['True', true],
    [0, false],
    ['1', true],
    [null, null],
    [undefined, null],
    ['yes', null],
    [2, null],
    [{}, null],
  ])('reads the flag %j as %j', (sent, read) => {
    expect(readFlag(sent)).toBe(read)
  })

  it('reads ids of every kind, and pk where id is missing', () => {
    expect([
      readId(0),
      readId(-1),
      readId(' a/b '),
      readId(''),
      readId(null),
      readId({}),
      readId('x'.repeat(201)),
    ]).toEqual(['0', '-1', 'a/b', null, null, null, null])
    expect([readRowId({ pk: 3 }), readRowId({ id: null, pk: '4' }), readRowId({ id: 1, pk: 2 })]).toEqual([
      '3',
      '4',
      '1',
    ])
  })

  it('reads relations', () => {
    expect([readReference(6471), readReference({ pk: 1 }), readReference({ id: 'x' }), readReference({})]).toEqual([
      '6471',
      '1',
      'x',
      null,
    ])
  })

  it('hides no text of an unexpected shape', () => {
    expect([
      readText({ label: 'Kart' }),
      readText({}),
      readText([]),
      readText(['a']),
      readText({ a: 1 }),
      readText(7),
    ]).toEqual(['Kart', null, null, '["a"]', '{"a":1}', '7'])
  })

  it('takes a text of nothing but spaces for none, so that something else stands in its place', () => {
    expect([readText(''), readText('  '), readText('\n\t'), readText(' a ')]).toEqual([null, null, null, ' a '])
  })
})
