import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NoAnswer } from '../../../src-main/base/in-time.ts'
import { setLogSink } from '../../../src-main/base/log.ts'
import { ok, type Reply } from '../../../src-main/contract/failures.ts'
import { appOrigin } from '../../../src-main/desktop/file-for.ts'
import { answer, type CallEvent } from '../../../src-main/ipc/answer.ts'

const frame = (origin: string) => ({ origin })

/** A call from the main frame of a page at this origin. */
const from = (origin: string): CallEvent => {
  const mainFrame = frame(origin)
  return { senderFrame: mainFrame, sender: { mainFrame } }
}

const typed = 'Ayşe Yılmaz, TR33 0006 1005 1978 6457 8413 26'
const link = { url: 'https://shop.example/order/1' }

let called: unknown[]
let logged: string[]
const taking = (input: { readonly url: string }): Reply<undefined> => {
  called.push(input)
  return ok(undefined)
}
const failing = (error: unknown) => (): never => {
  throw error
}
const kindOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.failure.kind)

beforeEach(() => {
  called = []
  logged = []
  setLogSink((_level, line) => logged.push(line))
})
afterEach(() => setLogSink(() => undefined))

describe('who may call', () => {
  it('is the main frame of our own page', async () => {
    expect(await answer('app.openLink', taking, from(appOrigin), link)).toEqual({ ok: true, value: undefined })
    expect(called).toEqual([link])
  })

  it.each([
    ['a frame inside our page', { senderFrame: frame(appOrigin), sender: { mainFrame: frame(appOrigin) } }],
    ['a frame that is gone', { senderFrame: null, sender: { mainFrame: frame(appOrigin) } }],
    ['a page of the web', from('https://shop.example')],
    ['an address that begins like ours', from(`${appOrigin}.example`)],
    ['our name under another scheme', from(appOrigin.replace('app:', 'https:'))],
    ['a page without an origin', from('null')],
    ['no origin at all', from('')],
  ])('not %s: refused, and the handler never runs', async (_who, event) => {
    const reply = await answer('app.openLink', taking, event, link)
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused', errors: [] } })
    expect(called).toEqual([])
    expect(logged).toEqual(['ipc-refused app.openLink'])
  })
})

describe('what is asked', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', typed],
    ['another field', { link: typed }],
    ['another type', { url: 7 }],
    ['a text that is too long', { url: typed.repeat(200) }],
  ])('%s is bad input, named by field and without what was typed', async (_what, raw) => {
    const reply = await answer('app.openLink', taking, from(appOrigin), raw)
    expect(kindOf(reply)).toBe('bad-input')
    expect(called).toEqual([])
    expect(JSON.stringify([reply, logged])).not.toContain('Yılmaz')
  })

  it('names the field that is wrong', async () => {
    const reply = await answer('app.openLink', taking, from(appOrigin), { url: 7 })
    expect(reply).toMatchObject({ ok: false, failure: { errors: [{ field: 'url', text: 'invalid_type' }] } })
  })

  it('loses the fields that the call does not have', async () => {
    await answer('app.openLink', taking, from(appOrigin), { ...link, more: typed })
    expect(called).toEqual([link])
  })

  it('names no more than 20 faults', async () => {
    const commands = Array.from({ length: 100 }, () => 7)
    const reply = await answer('desktop.showCommands', () => ok(undefined), from(appOrigin), { commands })
    expect(!reply.ok && reply.failure.errors.length).toBe(20)
  })
})

describe('a handler that breaks', () => {
  it.each<[string, unknown, string, string | null]>([
    ['an error', new Error(typed), 'bug', null],
    ['a type error', new TypeError(typed), 'bug', null],
    ['a text', typed, 'bug', null],
    ['nothing', undefined, 'bug', null],
    ["the disk's refusal", Object.assign(new Error(typed), { code: 'ENOSPC' }), 'storage', 'ENOSPC'],
    ['a code that is no disk’s', Object.assign(new Error(typed), { code: 'ERR_X' }), 'bug', null],
    ['a part of the system that does not answer', new NoAnswer('printers'), 'no-answer', 'printers'],
  ])('%s becomes a coded failure, without its message', async (_what, error, kind, code) => {
    for (const handler of [failing(error), async () => failing(error)()]) {
      const reply = await answer('app.openLink', handler, from(appOrigin), link)
      expect(reply).toMatchObject({ ok: false, failure: { kind, code, status: null, errors: [] } })
      expect(JSON.stringify([reply, logged])).not.toContain('Yılmaz')
    }
    expect(logged.every(line => line.startsWith('call-threw app.openLink'))).toBe(true)
  })

  it('passes on the failure that a handler gives', async () => {
    const given = { ok: false, failure: { kind: 'offline', status: null, code: null, errors: [], retryAfterMs: null } }
    expect(await answer('app.openLink', async () => given as Reply<never>, from(appOrigin), link)).toEqual(given)
  })
})
