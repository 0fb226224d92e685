import { describe, expect, it } from 'vitest'
import { decodeText, parseJson, parseJsonBytes, writeJson } from '../../../src-main/akinon/json.ts'

const value = (text: string) => {
  const parsed = parseJson(text)
  return parsed.ok ? parsed.value : 'not-json'
}

describe('parseJson', () => {
  it('keeps every digit of long numbers, as text', () => {
    expect(value('{"id":12345678901234567890,"n":[9007199254740993,-1234567890123456.5]}')).toEqual({
      id: '12345678901234567890',
      n: ['9007199254740993', '-1234567890123456.5'],
    })
    expect(value('98765432109876543210')).toBe('98765432109876543210')
  })

  it('leaves short numbers numbers, and long digits inside strings alone', () => {
    expect(value('{"a":1.5,"b":"2745403029312170","c":123456789012345}')).toEqual({
      a: 1.5,
      b: '2745403029312170',
      c: 123456789012345,
    })
  })

  it('keeps a number too large for a double as text', () => {
    expect(value('{"a":1e400,"b":2}')).toEqual({ a: '1e400', b: 2 })
  })

  it('takes the last of two equal keys on both paths', () => {
    expect(value('{"a":1,"a":2}')).toEqual({ a: 2 })
    expect(value('{"a":1,"a":2,"b":12345678901234567}')).toEqual({ a: 2, b: '12345678901234567' })
  })

  it.each(['{"__proto__":{"evil":1},"a":1}', '{"__proto__":{"evil":1},"a":12345678901234567}'])(
    'takes __proto__ for an ordinary key: %s',
    text => {
      const parsed = value(text) as Record<string, unknown>
      expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
      expect(parsed['evil']).toBeUndefined()
      expect(Object.keys(parsed)).toEqual(['__proto__', 'a'])
    },
  )

  it('refuses what is too deep instead of overflowing', () => {
    expect(parseJson('['.repeat(100_000))).toEqual({ ok: false })
    expect(parseJson(`${'['.repeat(201)}1${']'.repeat(201)}`)).toEqual({ ok: false })
    expect(parseJson(`${'['.repeat(201)}12345678901234567${']'.repeat(201)}`)).toEqual({ ok: false })
    expect(parseJson(`"${'['.repeat(1000)}\\""`).ok).toBe(true)
  })

  it.each(['', ' ', '<html>', '{"a":', 'undefined', '{"a":1}x', '\u0000'])('calls %j not JSON', text => {
    expect(parseJson(text)).toEqual({ ok: false })
  })

  it('reads scalars and null at the top', () => {
    expect([value('null'), value('"x"'), value('3')]).toEqual([null, 'x', 3])
  })
})

describe('bodies', () => {
  const turkish = '{"name":"ıİşğ Şükrü"}'
  const expected = { ok: true, value: { name: 'ıİşğ Şükrü' } }

  it.each([null, 'application/json', 'text/html; charset=iso-8859-9', 'application/json; charset="nonsense"'])(
    'reads UTF-8 under the content type %s',
    type => {
      expect(parseJsonBytes(Buffer.from(turkish), type)).toEqual(expected)
    },
  )

  it('drops a BOM', () => {
    expect(parseJsonBytes(Buffer.from(`\ufeff${turkish}`), 'application/json')).toEqual(expected)
    expect(parseJson(`\ufeff${turkish}`)).toEqual(expected)
  })

  it('uses a declared charset for bytes that are not UTF-8', () => {
    const latin5 = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xfd, 0xdd, 0xfe, 0xf0, 0x22, 0x7d])
    expect(parseJsonBytes(latin5, 'application/json; charset=iso-8859-9')).toEqual({ ok: true, value: { a: 'ıİşğ' } })
    expect(parseJsonBytes(latin5, 'application/json').ok).toBe(true)
  })

  it('reads UTF-16 by its mark or its declaration', () => {
    const bytes = Buffer.from(turkish, 'utf16le')
    expect(parseJsonBytes(bytes, 'application/json; charset=utf-16le')).toEqual(expected)
    expect(parseJsonBytes(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]), null)).toEqual(expected)
  })

  it('never throws on any bytes', () => {
    expect(parseJsonBytes(new Uint8Array(), null)).toEqual({ ok: false })
    expect(decodeText(new Uint8Array([0xc3]), 'charset=')).toBe('\ufffd')
  })
})

describe('writeJson', () => {
  const ids = new Set(['reason', 'order_item'])

  it('writes integer ids as numbers with all their digits', () => {
    expect(writeJson({ order_item: '12345678901234567890', reason: '-1', quantity: 2 }, ids)).toBe(
      '{"order_item":12345678901234567890,"reason":-1,"quantity":2}',
    )
  })

  it.each(['abc', '007', '1.5', '', '1e3', '-0'])('writes the id %j as a string', id => {
    expect(JSON.parse(writeJson({ reason: id }, ids))).toEqual({ reason: id })
  })

  it('leaves out what is undefined and keeps nested values', () => {
    const row = { description: 'a "b"', iban: undefined, pickup_date: { date: '2024-01-01' } }
    expect(JSON.parse(writeJson(row, ids))).toEqual({ description: 'a "b"', pickup_date: { date: '2024-01-01' } })
  })
})

describe('text that is nearly JSON', () => {
  it.each(['NaN', 'Infinity', '-Infinity', 'undefined', '-NaN', 'nan', '+1', '01', '.5', '1.', '0x1F', 'None'])(
    'reads %s as an unknown value, and everything beside it',
    token => {
      expect(value(`{"a":1,"amount":${token},"list":[${token},2],"b":"${token}"}`)).toEqual({
        a: 1,
        amount: null,
        list: [null, 2],
        b: token,
      })
    },
  )

  it('keeps long ids exact beside a token that is no value', () => {
    expect(value('{"id":9007199254740993123,"amount":NaN}')).toEqual({ id: '9007199254740993123', amount: null })
  })

  it.each([
    ['{"a":[1,2,],"b":2,}', { a: [1, 2], b: 2 }],
    ['\uFEFF {"a":1}', { a: 1 }],
    ['\uFEFF{"a":NaN}', { a: null }],
    ['{"a":1,"a":2,"n":NaN}', { a: 2, n: null }],
    ['{"note":"one\ntwo\ttwo\u0000"}', { note: 'one\ntwo\ttwo\u0000' }],
    ['{"note":"it\\\'s \\x 5"}', { note: "it\\'s \\x 5" }],
    ['{"note":"\\u00e7 \\u12 \\n","n":NaN}', { note: 'ç \\u12 \n', n: null }],
    ['{"note":"NaN, ]","n":NaN}', { note: 'NaN, ]', n: null }],
    ['{"half":"\\ud800","n":NaN}', { half: '\ud800', n: null }],
    ['{"big":1e999,"n":NaN}', { big: '1e999', n: null }],
  ])('reads %j', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each([
    'NaN',
    '<html>{"a":1}</html>',
    'oops {"a":1}',
    '{"results":[{"id":1},{"id":2',
    '{"a":"cut sho',
    '{a: 1}',
    "{'a': 1}",
    '{"a" 1}',
    '{"a":1} trailing words',
    '[1 2]',
  ])('does not take %j for JSON', text => {
    expect(parseJson(text).ok).toBe(false)
  })

  it('is read in a time that grows with its length', () => {
    const long = `[${'"a\\",NaN,'.repeat(200_000)}]`
    expect(parseJson(long).ok).toBe(false)
    expect((value(`[${'NaN,'.repeat(200_000)}]`) as unknown[]).length).toBe(200_000)
  })
})
