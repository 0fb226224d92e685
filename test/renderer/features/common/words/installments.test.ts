import { expect, it } from 'vitest'
import { installmentWords } from '../../../../../src-renderer/features/common/words/record-words.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'

const { t } = await setupI18n('tr')

it('names more than one instalment, is silent about one, and shows what is no number of them as it came', () => {
  const words = (text: string | null) => installmentWords(text, t)
  expect(['3', '3.0', '12'].map(words)).toEqual(['3 taksit', '3 taksit', '12 taksit'])
  expect(['1', '0', '', null].map(words)).toEqual([null, null, null, null])
  for (const odd of ['-2', '2.5', '1e999', '9007199254740993', 'peşin']) expect(words(odd)).toBe(odd)
})
