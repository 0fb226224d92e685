import { expect, it } from 'vitest'
import { installmentsOf } from '../../../src-renderer/features/data/installments.ts'

it('counts more than one instalment, and makes nothing up', () => {
  expect(
    ['3', '3.0', '1', '0', '-2', '2.5', '1e999', '9007199254740993', 'peşin', '', null].map(installmentsOf),
  ).toEqual([3, 3, null, null, null, null, null, null, null, null, null])
})
