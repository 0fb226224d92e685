import { expect, it } from 'vitest'
import { readNumber } from '../../../src-renderer/ui/inputs.tsx'

it('reads whole numbers, and nothing that a native number field would take for one', () => {
  for (const [text, value] of [
    ['2', 2],
    [' 12 ', 12],
    ['007', 7],
    ['０３', 3],
    ['0', 0],
  ] as const)
    expect(readNumber(text), text).toBe(value)
  for (const text of ['', ' ', '-1', '+2', '1e3', '2.5', '2,0', '1.000', '0x1', '١', 'üç', '1 2', '1234567890'])
    expect(readNumber(text), text).toBeNull()
})
