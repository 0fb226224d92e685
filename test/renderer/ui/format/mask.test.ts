import { describe, expect, it } from 'vitest'
import { maskCardStart, maskIdentity } from '../../../../src-renderer/ui/format/private-numbers.ts'

describe('masks', () => {
  it('leaves two digits of an identity number, and none of a short one', () => {
    expect(maskIdentity('10000000146')).toBe('•••• 46')
    expect(maskIdentity(' 1 2 3 4 ')).toBe('••••')
  })

  it('leaves four digits of a card', () => {
    expect(maskCardStart('554960')).toBe('5549••••')
  })
})
