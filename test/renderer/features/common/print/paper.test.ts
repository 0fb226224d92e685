import { describe, expect, it } from 'vitest'
import { calls } from '../../../../../src-main/contract/calls.ts'
import { isTooLarge, longestPageMicrons } from '../../../../../src-main/contract/desktop.ts'
import { fileName } from '../../../../../src-renderer/features/common/parts/save-file.tsx'
import { rollPage } from '../../../../../src-renderer/features/common/print/paper.ts'

const pixelsOf = (mm: number) => (mm / 25.4) * 96
const taken = (page: unknown) => calls['app.print'].input.safeParse(page).success

describe('a roll', () => {
  it.each([0, 1, 150, 4990, 5000, 5100, 12_000, 100_000])('of %i mm is a page that main takes', mm => {
    expect(taken(rollPage(pixelsOf(mm)))).toBe(true)
  })

  it('is cut behind its content while that fits on one page', () => {
    expect(rollPage(pixelsOf(163)).heightMicrons / 1000).toBeCloseTo(165, 0)
  })

  it('is cut into pages of about one length when it does not, with room for a part that moves to the next one', () => {
    const { heightMicrons } = rollPage(pixelsOf(5100))
    expect(heightMicrons).toBeLessThan(longestPageMicrons * 0.6)
    expect(heightMicrons * 2).toBeGreaterThan(5_100_000 + 2 * 150_000)
  })
})

describe('a file that leaves the app', () => {
  it('has a name that main takes, however long the number in it is', () => {
    const name = `${fileName(`slip-${'9'.repeat(400)}`)}.xlsx`
    expect(calls['app.saveFile'].input.safeParse({ name, data: '' }).success).toBe(true)
  })

  it('that is larger than main takes is known to be so before it crosses', () => {
    const large = new Uint8Array(200_000_001)
    expect(isTooLarge(large)).toBe(true)
    expect(calls['app.saveFile'].input.safeParse({ name: 'a.csv', data: large }).success).toBe(false)
    expect(isTooLarge(new Uint8Array(10))).toBe(false)
    expect(isTooLarge('x'.repeat(10))).toBe(false)
  })
})
