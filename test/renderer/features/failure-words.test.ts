import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { failureWords, readKinds } from '../../../src-renderer/features/data/failure-words.ts'
import { isSaidAbove } from '../../../src-renderer/features/data/read-trouble.tsx'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import type { SignalState } from '../../../src-renderer/workspace/types.ts'

const well: SignalState = { shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt: 1 }

describe('words for a failed read', () => {
  it.each(['tr', 'en'] as const)('say nothing about sending (%s)', async language => {
    const { t } = await setupI18n(language)
    for (const kind of readKinds) {
      const { title, advice } = failureWords(failure(kind), t, 'read')
      expect(`${title} ${advice}`, kind).not.toMatch(/failureRead\.|was sent|gönderilmedi|correct it|düzeltip/i)
    }
    expect(failureWords(failure('throttled', { retryAfterMs: 5000 }), t, 'read').advice).toContain('5')
  })

  it('are left to the banner when it has the same reason', () => {
    const offline: SignalState = { ...well, shop: 'not-answering', failure: failure('offline') }
    expect(isSaidAbove(failure('offline'), offline)).toBe(true)
    expect(isSaidAbove(failure('server-error'), offline)).toBe(false)
    expect(isSaidAbove(failure('offline'), well)).toBe(false)
    expect(isSaidAbove(failure('signed-out'), { ...well, session: 'signed-out' })).toBe(true)
    expect(isSaidAbove(failure('signed-out'), well)).toBe(false)
  })
})
