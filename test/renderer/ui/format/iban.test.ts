import { describe, expect, it } from 'vitest'
import { cleanIban, findIbanProblem, groupIban, maskIban } from '../../../../src-renderer/ui/format/private-numbers.ts'

const good = 'TR330006100519786457841326'
const partOf = (text: string) => findIbanProblem(text)?.part ?? null

describe('findIbanProblem', () => {
  it.each([
    good,
    'IBAN: tr33 0006 1005 1978 6457 8413 26',
    'IBAN TR33-0006-1005-1978-6457-8413-26',
    'IBAN NO: TR33 0006 1005 1978 6457 8413 26.',
    'İban numarası: TR33 0006 1005 1978 6457 8413 26',
    'IBANTR330006100519786457841326',
    '\u200eTR33\u00a00006\u00a01005\u00a01978\u00a06457\u00a08413\u00a026\n',
    'IBAN NO93 8601 1117 947',
    'DE89 3704 0044 0532 0130 00',
  ])('takes a good one however it was pasted: %s', text => {
    expect(findIbanProblem(text)).toBeNull()
  })

  it('names the wrong part', () => {
    expect(findIbanProblem(good.slice(0, -1))).toEqual({ part: 'too-short', country: 'TR', length: 25, wanted: 26 })
    expect(findIbanProblem(`${good}1`)).toEqual({ part: 'too-long', country: 'TR', length: 27, wanted: 26 })
    expect(partOf('TR330006100519786457841362')).toBe('check-digits')
    expect(partOf('TR34 0006 1005 1978 6457 8413 26')).toBe('check-digits')
    expect(partOf('TR33 000A 1005 1978 6457 8413 26')).toBe('format')
    expect(partOf('TX33 0006 1005 1978 6457 8413 26')).toBe('country')
    expect(partOf('test-iban')).toBe('not-an-iban')
    expect(partOf('0006 1005 1978 6457 8413 26')).toBe('not-an-iban')
    expect(partOf('__proto__')).toBe('not-an-iban')
  })
})

describe('showing', () => {
  it('groups in fours and masks all but the ends', () => {
    expect(groupIban(good)).toBe('TR33 0006 1005 1978 6457 8413 26')
    expect(groupIban('IBAN: tr3300-06')).toBe('TR33 0006')
    expect(groupIban('')).toBe('')
    expect(cleanIban(groupIban(good))).toBe(good)
    expect(maskIban(good)).toBe('TR33 •••• 26')
    expect(maskIban('12345')).toBe('••••')
  })
})
