import { describe, expect, it, onTestFinished } from 'vitest'
import type { CancellationPayload } from '../../../src-main/contract/commands.ts'
import type { Outcome, SendInput } from '../../../src-main/contract/entries.ts'
import type { Reply } from '../../../src-main/contract/failures.ts'
import type { CancellationRequest } from '../../../src-main/contract/resources.ts'
import { startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { demoMain } from './fakes/demo-main.ts'
import type { Answer } from './fakes/fake-shop.ts'
import { account, payloadOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

/** A shop behind main's calls, as the outbox sees it. */
interface ShopSide {
  /** Different items, each of which may be asked for once. */
  readonly payloads: readonly CancellationPayload[]
  readonly send: (send: SendInput) => Promise<Reply<Outcome>>
  readonly sendTogether: (sends: readonly SendInput[]) => Promise<Reply<readonly Outcome[]>>
  readonly requests: (
    page: number,
    limit: number,
  ) => Promise<Reply<{ rows: readonly CancellationRequest[]; more: boolean }>>
  /** What the next POST comes to. */
  readonly next: (answer: Answer) => void | Promise<void>
  /** All is well again, and somebody is signed in. */
  readonly heal: () => Promise<void>
  /** How many POSTs reached the shop. */
  readonly arrived: () => number
}

const fakeSide = async (): Promise<ShopSide> => {
  const { main, rendererLife, shop } = new World()
  shop.hasGuard = true
  const { outbox, commerce } = main.bridgeFor(rendererLife)
  return {
    payloads: ['500', '501', '502'].map(item => payloadOf(item)),
    send: input => outbox.send(input),
    sendTogether: sends => outbox.sendTogether({ accountId: account, sends: [...sends] }),
    requests: (page, limit) => commerce.requests({ accountId: account, page, limit }),
    next: answer => void shop.answers.push(answer),
    heal: async () => undefined,
    arrived: () => shop.posts.length,
  }
}

const demoSide = async (): Promise<ShopSide> => {
  const shop = await startDemoShop({ orders: 30, seed: 7 })
  onTestFinished(() => shop.stop())
  const { client, calls, signIn } = demoMain(shop)
  await signIn()
  const [pages, reasons] = await Promise.all([client.orders(1, 30), client.reasons(1, 50)])
  if (!pages.ok || !reasons.ok) throw new Error('no lists')
  const items = pages.value.rows.flatMap(order => order.orderitem_set).filter(one => one.is_cancellable)
  const reason = reasons.value.rows.find(one => one.cancellation_type === 'cancel' && one.is_active)
  const payloads = items.slice(0, 3).map(item => payloadOf(item.id, { reason: reason?.id ?? '', description: 'x' }))
  let refuses = false
  const asked = (send: SendInput): SendInput => {
    if (!refuses) return send
    const payload = { ...send.command.payload, reason: '999999' }
    return { ...send, command: { ...send.command, payload } }
  }
  const once = { times: 1, method: 'POST' } as const
  return {
    payloads,
    send: async input => calls['outbox.send'](asked(input)),
    sendTogether: async sends => calls['outbox.sendTogether']({ accountId: account, sends: sends.map(asked) }),
    requests: async (page, limit) => client.requests(page, limit),
    next: async answer => {
      if (answer === 'refuse') refuses = true
      if (answer === 'lost-after') shop.breakWith({ kind: 'answer-lost', ...once })
      if (answer === 'lost-before') shop.breakWith({ kind: 'reset-before-effect', ...once })
      if (answer === 'server-error-after') shop.breakWith({ kind: 'server-error-after-effect', ...once })
      if (answer === 'server-error-before') shop.breakWith({ kind: 'server-error-before-effect', ...once })
      if (answer === 'garbage-after') shop.breakWith({ kind: 'html-as-json', ...once })
      if (answer === 'rows-missing') shop.breakWith({ kind: 'bulk-fewer-rows', ...once })
      if (answer === 'throttle') shop.breakWith({ kind: 'throttled', retryAfter: 5, ...once })
      // The writer asks for a new token and tries once more.
      if (answer === 'csrf') shop.breakWith({ kind: 'csrf-broken', ...once, times: 2 })
      if (answer === 'unsigned') shop.breakWith({ kind: 'session-expired' })
      if (answer !== 'unreachable') return
      shop.breakWith({ kind: 'network-down' })
      // Takes the kept connection that was cut; the app's writer closes its own before each write.
      await client.requests(1, 1)
    },
    heal: async () => {
      shop.heal()
      await signIn()
    },
    arrived: () => shop.posts(`${orders}cancellation_requests/`) + shop.posts(`${orders}bulk_cancellation_requests/`),
  }
}

const orders = '/users/orders/'

const sendOf = (payload: CancellationPayload | undefined, n = 1): SendInput => {
  if (payload === undefined) throw new Error('no item to ask for')
  return {
    accountId: account,
    entryId: `e${payload.order_item}`,
    revision: 1,
    attempt: n,
    command: { kind: 'cancellation-request', payload },
    baselineIds: [],
  }
}

/** What came of a POST, in the words that the outbox switches on. */
const endOf = (outcome: Outcome | undefined): string =>
  outcome?.kind === 'confirmed' ? 'confirmed' : `${outcome?.kind} ${outcome?.failure.kind}`

const askedFor = async ({ requests }: ShopSide, payloads: readonly CancellationPayload[]): Promise<string[]> => {
  const reply = await requests(1, 100)
  if (!reply.ok) throw new Error(reply.failure.kind)
  const items = new Set(payloads.map(one => one.order_item))
  return reply.value.rows.map(row => row.order_item ?? '').filter(item => items.has(item))
}

const answers: readonly (readonly [Answer, string, 'kept' | 'not kept'])[] = [
  ['ok', 'confirmed', 'kept'],
  ['lost-after', 'unknown unreachable-after-send', 'kept'],
  ['lost-before', 'unknown unreachable-after-send', 'not kept'],
  ['server-error-after', 'unknown server-error', 'kept'],
  ['server-error-before', 'unknown server-error', 'not kept'],
  ['garbage-after', 'unknown not-json', 'kept'],
  ['refuse', 'rejected rejected', 'not kept'],
  ['throttle', 'not-sent throttled', 'not kept'],
  ['unsigned', 'not-sent signed-out', 'not kept'],
  ['csrf', 'not-sent csrf', 'not kept'],
  ['unreachable', 'not-sent offline', 'not kept'],
]

/** The same for the shop that the outbox's histories are played with and for the demo shop over HTTP. */
describe.each([
  ['the fake shop', fakeSide],
  ['the demo shop', demoSide],
])('%s', (_, makeSide) => {
  it.each(answers)('to one POST: %s', async (answer, end, isKept) => {
    const side = await makeSide()
    const [payload, other] = side.payloads
    if (answer !== 'ok') await side.next(answer)
    const reply = await side.send(sendOf(payload))
    expect(reply.ok ? endOf(reply.value) : reply.failure.kind).toBe(end)
    expect(side.arrived() > 0).toBe(answer !== 'unreachable')
    await side.heal()
    const kept = await askedFor(side, side.payloads)
    expect(kept).toEqual(isKept === 'kept' ? [payload?.order_item] : [])
    // It is for that one POST only.
    if (answer === 'refuse') return
    const next = await side.send(sendOf(other))
    expect(next.ok && endOf(next.value)).toBe('confirmed')
  })

  it.each(answers)('to a bulk call: %s', async (answer, end, isKept) => {
    const side = await makeSide()
    const two = side.payloads.slice(0, 2)
    if (answer !== 'ok') await side.next(answer)
    const reply = await side.sendTogether(two.map(one => sendOf(one)))
    // A refusal of a bulk call is nobody's own.
    const each = answer === 'refuse' ? 'refused-together rejected' : end
    expect(reply.ok ? reply.value.map(endOf) : reply.failure.kind).toEqual([each, each])
    await side.heal()
    const kept = await askedFor(side, two)
    expect(kept.sort()).toEqual(isKept === 'kept' ? two.map(one => one.order_item).sort() : [])
  })

  it('says how long to wait', async () => {
    const side = await makeSide()
    await side.next('throttle')
    const reply = await side.send(sendOf(side.payloads[0]))
    expect(reply).toMatchObject({ ok: true, value: { failure: { status: 429, retryAfterMs: 5_000 } } })
  })

  it('keeps all of a bulk call whose answer leaves one out', async () => {
    const side = await makeSide()
    const two = side.payloads.slice(0, 2)
    await side.next('rows-missing')
    const reply = await side.sendTogether(two.map(one => sendOf(one)))
    expect(reply.ok && reply.value.map(endOf)).toEqual(['confirmed', 'unknown incompatible'])
    expect(await askedFor(side, two)).toHaveLength(2)
  })

  it('refuses a second request for an item, alone and in a bulk call, and keeps none of those', async () => {
    const side = await makeSide()
    const [payload, other] = side.payloads
    await side.send(sendOf(payload))
    const code = 'cancellation_request_100_1'
    const alone = await side.send(sendOf(payload, 2))
    // It may be the echo of our own POST, so it is looked for.
    expect(alone).toMatchObject({
      ok: true,
      value: { kind: 'unknown', failure: { kind: 'conflict', status: 406, code } },
    })
    const reply = await side.sendTogether([sendOf(payload, 3), sendOf(other)])
    const together = { kind: 'refused-together', failure: { kind: 'rejected', status: 400, code } }
    expect(reply).toMatchObject({ ok: true, value: [together, together] })
    expect(await askedFor(side, side.payloads)).toEqual([payload?.order_item])
  })

  it('lists what it has, the newest first, in pages', async () => {
    const side = await makeSide()
    const ids: string[] = []
    for (const payload of side.payloads) {
      const reply = await side.send(sendOf(payload))
      if (reply.ok && reply.value.kind === 'confirmed') ids.unshift(reply.value.request.id)
    }
    expect(ids).toHaveLength(3)
    const [first, second] = await Promise.all([side.requests(1, 2), side.requests(2, 2)])
    if (!first.ok || !second.ok) throw new Error('no list')
    expect([...first.value.rows, ...second.value.rows].map(row => row.id).slice(0, 3)).toEqual(ids)
    expect(first.value.more).toBe(true)
    const [newest] = first.value.rows
    expect(newest).toMatchObject({ order_item: side.payloads[2]?.order_item, cancellation_type: 'cancel' })
    expect(newest?.status.value).toBe('open')
  })

  it('is not asked a second time by an attempt that was made before', async () => {
    const side = await makeSide()
    const send = sendOf(side.payloads[0])
    await side.send(send)
    const arrived = side.arrived()
    expect(await side.send(send)).toMatchObject({ ok: false, failure: { kind: 'conflict', code: 'already-attempted' } })
    expect(side.arrived()).toBe(arrived)
  })
})
