import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { type NextFacts, nextWords } from '../../../src-renderer/features/outbox/next-words.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { entry } from './fake-rows.ts'

const { t } = await setupI18n('en')
const facts: NextFacts = {
  entry: entry('e1', 'QUEUED', { nextAt: null }),
  signals: { shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt: null },
  paused: false,
  standstill: null,
  storageBroken: false,
  now: 1_000,
  time: at => `<${at}>`,
}
const said = (more: Partial<NextFacts>) => nextWords({ ...facts, ...more }, t)

describe('what happens next with a queued entry', () => {
  it('is the shop’s wait, with its end', () => {
    expect(said({ standstill: { gate: 'throttled', until: 9_000 } })).toContain('<9000>')
  })

  it('names another user before a mere sign-out', () => {
    const signals = { ...facts.signals, session: 'signed-out' } as const
    expect(said({ signals, standstill: { gate: 'other-user', until: null } })).toMatch(/^Another user is signed in/)
    expect(said({ signals, standstill: { gate: 'signed-out', until: null } })).toMatch(/^Signed out/)
  })

  it('is a sign-in that the shop wants although the session looks good', () => {
    expect(said({ standstill: { gate: 'auth', until: null } })).toMatch(/^The shop wants a sign-in/)
  })

  it('is its turn when nothing stands in the way', () => {
    expect(said({})).toBe(t('entry.next.soon'))
  })
})

describe('what happens next with an entry that is checked', () => {
  it('says that no answer came only when none came', () => {
    const checked = (status: number | null) =>
      said({ entry: entry('e1', 'UNKNOWN', { lastFailure: failure('server-error', { status }), nextAt: 9_000 }) })
    expect(checked(null)).toMatch(/^No answer came.*<9000>/)
    expect(checked(500)).toMatch(/^What the shop answered.*<9000>/)
  })
})
