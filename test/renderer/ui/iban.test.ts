import { describe, expect, it } from 'vitest'
import { cleanIban, findIbanProblem, groupIban, maskIban } from '../../../src-renderer/ui/format/iban.ts'

const good = 'TR330006100519786457841326'

describe('findIbanProblem', () => {
  it('takes a good one however it was pasted', () => {
    expect(findIbanProblem(good)).toBeNull()
    expect(findIbanProblem('IBAN: tr33 0006 1005 1978 6457 8413 26')).toBeNull()
  })

  it('names the wrong part', () => {
    expect(findIbanProblem(good.slice(0, -1))).toBe('too-short')
    expect(findIbanProblem(`${good}1`)).toBe('too-long')
    expect(findIbanProblem('TR330006100519786457841362')).toBe('checksum')
    expect(findIbanProblem('test-iban')).toBe('not-an-iban')
  })
})

describe('showing', () => {
  it('groups in fours and masks all but the ends', () => {
    expect(groupIban(good)).toBe('TR33 0006 1005 1978 6457 8413 26')
    expect(cleanIban(groupIban(good))).toBe(good)
    expect(maskIban(good)).toBe('TR33 •••• 26')
    expect(maskIban('12345')).toBe('••••')
  })
})
