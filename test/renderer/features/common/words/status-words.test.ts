import { expect, it } from 'vitest'
import { orderStatusWords, requestStatusWords } from '../../../../../src-renderer/features/common/words/status-words.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'

const { t } = await setupI18n('en')

it('names a known code in our words and keeps the shop’s beside it', () => {
  expect(orderStatusWords({ value: '550', label: 'Teslim edildi' }, t)).toEqual({
    text: 'Delivered',
    tone: 'ok',
    shopLabel: 'Teslim edildi',
  })
  expect(requestStatusWords({ value: 'rejected', label: null }, t).tone).toBe('bad')
})

it('takes a code that every object has a property of for a code of the shop’s own', () => {
  for (const value of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    for (const [wordsOf, tone] of [
      [orderStatusWords, 'plain'],
      [requestStatusWords, 'wait'],
    ] as const)
      expect(wordsOf({ value, label: null }, t)).toEqual({ text: value, tone, shopLabel: undefined })
})
