import { describe, expect, it } from 'vitest'
import { stepTo } from '../../../../../src-renderer/features/common/navigation/walk.tsx'

describe('stepTo', () => {
  it('goes one row on or back and stops at the ends', () => {
    expect(stepTo({ count: 3, index: 1, gap: 1 }, 1)).toBe(2)
    expect(stepTo({ count: 3, index: 1, gap: 1 }, -1)).toBe(0)
    expect(stepTo({ count: 3, index: 2, gap: 2 }, 1)).toBeNull()
    expect(stepTo({ count: 3, index: 0, gap: 0 }, -1)).toBeNull()
    expect(stepTo({ count: 30, index: 25, gap: 25 }, 10)).toBe(29)
  })

  it('begins at the first row when none is open', () => {
    expect(stepTo({ count: 3, index: -1, gap: 0 }, 1)).toBe(0)
    expect(stepTo({ count: 0, index: -1, gap: 0 }, 1)).toBeNull()
  })

  it('goes on from where a row was that left the list', () => {
    expect(stepTo({ count: 3, index: -1, gap: 1 }, 1)).toBe(1)
    expect(stepTo({ count: 3, index: -1, gap: 1 }, -1)).toBe(0)
    expect(stepTo({ count: 3, index: -1, gap: 3 }, 1)).toBe(2)
    expect(stepTo({ count: 3, index: -1, gap: 2 }, 10)).toBe(2)
  })
})
