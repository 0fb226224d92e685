import { describe, expect, it } from 'vitest'
import { cancellationPayloadSchema } from '../../../../../src-main/contract/commands.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { limits } from '../../../../../src-main/contract/limits.ts'
import type { ConnectionState } from '../../../../../src-renderer/connection/connection.ts'
import { isShownInBanner } from '../../../../../src-renderer/features/common/parts/read-trouble.tsx'
import {
  codeLine,
  errorOfField,
  failureWords,
  otherErrors,
  readKinds,
} from '../../../../../src-renderer/features/common/words/failure-words.ts'
import { shownFields } from '../../../../../src-renderer/features/request/form/form.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { causes } from '../../../../../src-renderer/model/causes.ts'
import { badInput } from '../../../../../src-renderer/outbox/enqueue.ts'

const { t } = await setupI18n('tr')
const well: ConnectionState = { shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt: 1, closed: null }

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
    const offline: ConnectionState = { ...well, shop: 'not-answering', failure: failure('offline') }
    expect(isShownInBanner(failure('offline'), offline)).toBe(true)
    expect(isShownInBanner(failure('server-error'), offline)).toBe(false)
    expect(isShownInBanner(failure('offline'), well)).toBe(false)
    expect(isShownInBanner(failure('signed-out'), { ...well, session: 'signed-out' })).toBe(true)
    expect(isShownInBanner(failure('signed-out'), well)).toBe(false)
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

describe('what is wrong on the way to the shop', () => {
  const certificate = (code: string) => failure('certificate', { code })

  it.each(['tr', 'en'] as const)(
    'has words of its own for every cause, and no cause has those of another (%s)',
    async language => {
      const { t } = await setupI18n(language)
      const titles = causes.map(cause => t(`cause.${cause}.title`))
      expect(new Set(titles).size).toBe(causes.length)
      for (const cause of causes) expect(t(`cause.${cause}.advice`), cause).not.toContain('cause.')
    },
  )

  it('names this computer’s date and time for a certificate whose date does not fit, and no firewall', async () => {
    const { t } = await setupI18n('en')
    const { advice } = failureWords(certificate('ERR_CERT_DATE_INVALID'), t)
    expect(advice).toMatch(/this computer’s date and time/)
    expect(advice).not.toMatch(/firewall|portal/)
    expect(failureWords(certificate('ERR_CERT_AUTHORITY_INVALID'), t).advice).toMatch(/firewall/)
    expect(failureWords(certificate('ERR_CERT_SOMETHING_NEW'), t).title).toBe(t('failure.certificate.title'))
  })

  it('is told from the code that Chromium gives', async () => {
    const { t } = await setupI18n('en')
    const offline = (code: string) => failureWords(failure('offline', { code }), t, 'read').title
    expect(offline('ERR_NAME_NOT_RESOLVED')).toMatch(/address was not found/)
    expect(offline('ERR_CONNECTION_REFUSED')).toMatch(/refuses connections/)
    expect(offline('ERR_INTERNET_DISCONNECTED')).toMatch(/computer is offline/)
    expect(offline('ERR_PROXY_CONNECTION_FAILED')).toMatch(/proxy could not be used/)
    expect(failureWords(failure('offline', { status: 407 }), t).title).toMatch(/proxy wants a sign-in/)
  })

  it('leaves open what is open when the connection broke on the way', async () => {
    const { t } = await setupI18n('en')
    const words = failureWords(failure('unreachable-after-send', { code: 'ERR_CONNECTION_RESET' }), t)
    expect(words.title).toBe(t('failure.unreachable-after-send.title'))
    expect(words.advice).toContain(t('failure.unreachable-after-send.advice'))
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
    expect(errorOfField(why, 'description', t)).toBe('Kısa. Boş olamaz.')
    expect(errorOfField(why, 'pickup_date', t)).toBe('Bu saatte alım yok.')
    expect(errorOfField(why, 'pickup', t)).toBeNull()
  })

  it('stand above a form without the field, under the name that the form would give it', () => {
    const shown = shownFields('cancel')
    expect(otherErrors(why, t, shown)).toEqual([
      'Başlangıç: “Bu saatte alım yok.”',
      'warehouse_code: “Seçilmedi.”',
      '“Olmadı.”',
    ])
    expect(otherErrors(why, t, shownFields('refund'))).toEqual(['warehouse_code: “Seçilmedi.”', '“Olmadı.”'])
  })

  it('stand beside the field when the shop names the item first', () => {
    for (const field of ['cancel_order_items.0.quantity', '1.quantity'])
      expect(errorOfField(failure('rejected', { errors: [{ field, text: 'Fazla.' }] }), 'quantity', t)).toBe('Fazla.')
  })

  it('come with the code and the status', () => {
    expect([codeLine(why), codeLine(failure('offline'))]).toEqual(['invalid · HTTP 400', ''])
  })
})

describe('our own check of the input', () => {
  /** Every code that a schema can answer with. */
  const codes = [
    'invalid_type',
    'too_big',
    'too_small',
    'invalid_format',
    'not_multiple_of',
    'unrecognized_keys',
    'invalid_union',
    'invalid_key',
    'invalid_element',
    'invalid_value',
    'custom',
  ]

  it.each(['tr', 'en'] as const)(
    'is said in words, never in the codes and the English of a schema (%s)',
    async language => {
      const { t: say } = await setupI18n(language)
      const parsed = cancellationPayloadSchema.safeParse({
        order_item: '',
        cancellation_type: 'other',
        reason: '5',
        quantity: 1.5,
        description: 'x'.repeat(limits.description + 1),
        pickup_date: 7,
      })
      const refused = badInput(parsed.error?.issues ?? [])
      const made = failure('bad-input', { errors: codes.map(text => ({ field: 'iban', text })) })
      for (const why of [refused, made]) {
        expect(why.errors.length).toBeGreaterThan(4)
        const words = [...otherErrors(why, say), errorOfField(why, 'iban', say), errorOfField(why, 'description', say)]
        expect(words.join(' ')).not.toMatch(/[a-z]_[a-z]|badInput|custom|expected|Invalid|“/)
      }
    },
  )
})
