import { describe, expect, it } from 'vitest'
import type { EntryState } from '../../../../../src-main/contract/entries.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { type NextFacts, nextWords } from '../../../../../src-renderer/features/common/words/entry-words.ts'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import { entry } from '../../../fakes/screen-rows.ts'

const { t } = await setupI18n('en')
const facts: NextFacts = {
  entry: entry('e1', 'QUEUED', { nextAt: null }),
  connection: { shop: 'answering', failure: null, session: 'signed-in', lastAnswerAt: null, closed: null },
  paused: false,
  closed: null,
  storageBroken: false,
  waitsBehind: null,
  now: 1_000,
  time: at => `<${at}>`,
}
const said = (more: Partial<NextFacts>) => nextWords({ ...facts, ...more }, t)

describe('what happens next with a queued entry', () => {
  it('is the shop’s wait, with its end', () => {
    expect(said({ closed: { gate: 'throttled', until: 9_000, why: null } })).toContain('<9000>')
  })

  it('names another user before a mere sign-out', () => {
    const connection = { ...facts.connection, session: 'signed-out' } as const
    expect(said({ connection, closed: { gate: 'other-user', until: null, why: null } })).toMatch(
      /^Another user is signed in/,
    )
    expect(said({ connection, closed: { gate: 'signed-out', until: null, why: null } })).toMatch(/^Signed out/)
  })

  it('is a sign-in that the shop wants although the session looks good', () => {
    expect(said({ closed: { gate: 'auth', until: null, why: null } })).toMatch(/^The shop wants a sign-in/)
  })

  it('is never “its turn” while the queue stands still, and says why and until when', () => {
    const gates = ['storage', 'paused', 'gone', 'signed-out', 'other-user', 'auth', 'throttled', 'offline'] as const
    for (const gate of gates)
      for (const why of [null, failure('rejected', { status: 403 })])
        expect(said({ closed: { gate, until: 9_000, why } })).not.toBe(t('entry.next.soon'))
    const why = failure('moved', { status: 302 })
    expect(said({ closed: { gate: 'offline', until: 9_000, why } })).toContain(t('failure.moved.title'))
    const csrf = failure('csrf', { status: 403 })
    const words = said({ closed: { gate: 'auth', until: 9_000, why: csrf } })
    expect(words).toContain(t('failure.csrf.title'))
    expect(words).toContain('<9000>')
  })

  it('is the request of the same line that has to be over first', () => {
    const behind = (state: EntryState) => said({ waitsBehind: state })
    expect(behind('REJECTED')).toMatch(/^An earlier request of the same line was refused/)
    expect(behind('NEEDS_REVIEW')).toMatch(/needs your decision/)
    expect(behind('UNKNOWN')).toMatch(/is being checked/)
    expect(behind('SENDING')).toMatch(/is being sent/)
    expect(behind('QUEUED')).toMatch(/^Waits for an earlier request/)
  })

  it('is its own next try, with what went wrong', () => {
    const waiting = entry('e1', 'QUEUED', { nextAt: 9_000, lastFailure: failure('server-error', { status: 500 }) })
    expect(said({ entry: waiting })).toBe(`${t('failure.server-error.title')}. Next try at <9000>.`)
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

describe('what happens next with an entry that waits to be checked', () => {
  it('is what its account waits for: no check happens before', () => {
    const checked = (gate: 'signed-out' | 'paused' | 'offline') =>
      said({
        entry: entry('e1', 'UNKNOWN', { nextAt: 9_000 }),
        closed: { gate, until: null, why: null },
      })
    expect(checked('signed-out')).toMatch(/We check after you sign in/)
    expect(checked('paused')).toMatch(/We check when you resume/)
    expect(checked('offline')).toMatch(/We check when the shop can be reached/)
  })
})
