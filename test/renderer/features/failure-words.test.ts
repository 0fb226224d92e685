import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { shownFields } from '../../../src-renderer/features/cancellation/form.ts'
import {
  codeLine,
  errorOfField,
  failureWords,
  otherErrors,
  readKinds,
} from '../../../src-renderer/features/data/failure-words.ts'
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

describe('an answer that was neither JSON nor a page', () => {
  it.each(['empty-answer', 'broken-answer'])('%s sends nobody to look for a portal', async code => {
    const { t } = await setupI18n('en')
    const { title, advice } = failureWords(failure('not-json', { code }), t, 'read')
    expect(`${title} ${advice}`).not.toMatch(/page|failure\./)
    expect(failureWords(failure('not-json'), t, 'read').title).toMatch(/page/)
  })
})

describe('a long wait', () => {
  it.each([
    ['tr', 90_000, '90 saniye'],
    ['tr', 900_000, '15 dakika'],
    ['en', 1_000, '1 second'],
    ['en', 900_000, '15 minutes'],
  ] as const)('is told in a unit that people use (%s, %i ms)', async (language, retryAfterMs, wait) => {
    const { t } = await setupI18n(language)
    expect(failureWords(failure('throttled', { retryAfterMs }), t).advice).toContain(wait)
  })
})

describe('the shop’s words', () => {
  const errors = [
    { field: 'description', text: 'Kısa.' },
    { field: 'description', text: 'Boş olamaz.' },
    { field: 'pickup_date.hour_range.start', text: 'Bu saatte alım yok.' },
    { field: 'iban', text: 'Hatalı.' },
    { field: 'warehouse_code', text: 'Seçilmedi.' },
    { field: null, text: 'Olmadı.' },
  ]
  const why = failure('rejected', { status: 400, code: 'invalid', errors })

  it('stand beside their field, all of them, and those of a part of a field as well', () => {
    expect(errorOfField(why, 'description')).toBe('Kısa. Boş olamaz.')
    expect(errorOfField(why, 'pickup_date')).toBe('Bu saatte alım yok.')
    expect(errorOfField(why, 'pickup')).toBeNull()
  })

  it('stand above a form without the field, under the name that the form would give it', async () => {
    const { t } = await setupI18n('tr')
    const shown = shownFields('cancel')
    expect(otherErrors(why, t, shown)).toEqual([
      'Başlangıç: “Bu saatte alım yok.”',
      'IBAN: “Hatalı.”',
      'warehouse_code: “Seçilmedi.”',
      '“Olmadı.”',
    ])
    expect(otherErrors(why, t, shownFields('refund'))).toEqual(['warehouse_code: “Seçilmedi.”', '“Olmadı.”'])
  })

  it('stand beside the field when the shop names the item first', () => {
    for (const field of ['cancel_order_items.0.quantity', '1.quantity'])
      expect(errorOfField(failure('rejected', { errors: [{ field, text: 'Fazla.' }] }), 'quantity')).toBe('Fazla.')
  })

  it('come with the code and the status', () => {
    expect([codeLine(why), codeLine(failure('offline'))]).toEqual(['invalid · HTTP 400', ''])
  })
})
