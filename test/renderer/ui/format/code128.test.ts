import { describe, expect, it } from 'vitest'
import { code128Bars } from '../../../../src-renderer/ui/format/code128.ts'

/** ISO/IEC 15417: widths of bars and spaces of the values 0 to 105; the stop symbol has a bar more. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'
).split(' ')
const stop = '2331112'
const [toC, toB, startB, startC] = [99, 100, 104, 105]

const widthsOf = (text: string): string => {
  const symbol = code128Bars(text)
  if (symbol === null) return ''
  return symbol.bars
    .map(({ x, width }, place) => {
      const next = symbol.bars[place + 1]
      return next ? `${width}${next.x - x - width}` : `${width}`
    })
    .join('')
}

/** Reads the bars as a scanner does, checksum included. */
const scan = (text: string): string => {
  const widths = widthsOf(text)
  expect(widths.slice(-stop.length)).toBe(stop)
  const values = (widths.slice(0, -stop.length).match(/.{6}/g) ?? []).map(pattern => patterns.indexOf(pattern))
  expect(values).not.toContain(-1)
  const check = values.pop()
  const [start = 0, ...data] = values
  expect(data.reduce((sum, value, place) => sum + value * (place + 1), start) % 103).toBe(check)
  let set = start
  let read = ''
  for (const value of data) {
    if (value === toB && set === startC) set = startB
    else if (value === toC && set === startB) set = startC
    else read += set === startC ? String(value).padStart(2, '0') : String.fromCharCode(value + 32)
  }
  return read
}

describe('code128Bars', () => {
  it.each(['KI-4482-9017', '1234567890', '7', 'a B~1', 'X^029', 'IADE00123456789X'])('can be scanned: %s', text => {
    expect(scan(text)).toBe(text)
  })

  it('is as wide as its bars', () => {
    const symbol = code128Bars('KI-4482-9017')
    const last = symbol?.bars.at(-1)
    expect(symbol?.bars[0]).toEqual({ x: 0, width: 2 })
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBe(symbol?.width)
  })

  it('has none for what scanners could not read', () => {
    for (const text of ['', 'İADE-1', 'a\nb', 'x'.repeat(49)]) expect(code128Bars(text)).toBeNull()
  })
})
