import { describe, expect, it } from 'vitest'
import { sendTimeOf } from '../../../../../src-renderer/features/request/form/send-time.ts'
import type { OutboxGate } from '../../../../../src-renderer/outbox/types.ts'
import { words } from '../../../fakes/draw.tsx'

const well = { shop: 'answering', session: 'signed-in' } as const
const at = (gate: OutboxGate | null, more: Partial<{ shop: 'not-answering'; session: 'signed-out' }> = {}) =>
  sendTimeOf(false, gate && { gate, until: null, why: null }, { ...well, ...more })

describe('the button of a request', () => {
  it('promises to send only when nothing is in the way', () => {
    expect(at(null)).toBe('now')
    expect(sendTimeOf(false, null, { shop: 'unknown', session: 'signed-in' })).toBe('now')
    expect(at(null, { shop: 'not-answering' })).toBe('offline')
    expect(at(null, { session: 'signed-out' })).toBe('signedOut')
    expect(sendTimeOf(true, null, well)).toBe('paused')
    const gates: readonly OutboxGate[] = [
      'storage',
      'paused',
      'gone',
      'signed-out',
      'other-user',
      'auth',
      'throttled',
      'offline',
    ]
    for (const gate of gates) expect(at(gate), gate).not.toBe('now')
  })

  it('says what it does in both languages, one request or several', () => {
    const said = (['en', 'tr'] as const).flatMap(language =>
      (['now', 'offline', 'paused', 'signedOut', 'throttled', 'storage'] as const).flatMap(time =>
        [1, 3].flatMap(count => [
          words[language].t(`form.submit.${time}`, { count }),
          words[language].t(`form.goes.${time}`, { count, time: '10:30' }),
        ]),
      ),
    )
    for (const text of said) expect(text).not.toMatch(/form\.|\{\{/)
    expect(words.en.t('form.submit.now', { count: 1 })).toBe('Send request')
    expect(words.tr.t('form.submit.now', { count: 1 })).toBe('Talebi gönder')
    expect(words.en.t('form.submit.offline', { count: 1 })).toBe('Save, send when online')
    expect(words.tr.t('form.submit.offline', { count: 1 })).toBe('Kaydet, bağlanınca gönder')
  })
})
