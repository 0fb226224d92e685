import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnswerName, type DemoShop, type RouteName, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { answerGroups, answerNamed, answerNames } from '../../../src-main/demo-shop/faults/answers/answers.ts'
import { answersOf, type Ways, waysOf } from './answer-ways.ts'
import { type Answer, type Caller, type Page, type Row, signedIn } from './client.ts'

let shop: DemoShop
let caller: Caller
let ways: Ways
beforeEach(async () => {
  shop = await startDemoShop({ orders: 130, oldOrders: 4 })
  caller = await signedIn(shop)
  ways = await waysOf(shop, caller)
})
afterEach(() => shop.stop())

interface Expected {
  /** The call it is tried on; the answer's first one when it is left out. */
  readonly on?: RouteName
  readonly status: number
  /** The beginning of the content type; null for none at all. */
  readonly type?: string | null
  readonly body?: unknown
  readonly text?: string | RegExp
}

const json = 'application/json'
const html = 'text/html'
const text = expect.any(String)
const refused = (status: number, body: unknown): Expected => ({ on: 'create-request', status, type: json, body })
const withCode = (nth: number) => ({ non_field_errors: text, error_code: `cancellation_request_100_${nth}` })
const list = (body: unknown): Expected => ({ status: 200, type: json, body })
const page = (more: Row) => expect.objectContaining(more)
const reasonsOf = (type: string) =>
  page({
    results: expect.toSatisfy((rows: Row[]) => rows.length > 0 && rows.every(row => row['cancellation_type'] === type)),
  })
const created = { id: expect.any(Number), order_item: expect.any(Number) }
const rows = (count: number) => expect.toSatisfy((all: unknown) => Array.isArray(all) && all.length === count)

/** What each named answer says, over HTTP. Those that need more than one call are told below. */
const expected: Readonly<Record<AnswerName, Expected>> = {
  'bad-gateway': { status: 502, type: html, text: /Bad Gateway/ },
  unavailable: { status: 503, type: html, text: /Unavailable/ },
  'gateway-timeout': { status: 504, type: html, text: /Timeout/ },
  'throttled-by-date': { status: 429, type: json, body: { detail: text } },
  'throttled-silent': { status: 429, type: json, body: { detail: text } },
  'throttled-absurd': { status: 429, type: json, body: { detail: text } },
  'broken-gzip': { status: 200, type: json },
  'heavy-attributes': { status: 200, type: json, text: /ğ{3000000}/ },
  'html-as-json': { status: 200, type: json, text: /^<!doctype html>/ },
  'empty-body': { status: 200, type: json, text: '' },
  'no-content': { status: 204, text: '' },
  'cut-json': { status: 200, type: json, text: /^\{"count":130.*[^}]$/s },
  bom: { status: 200, type: json, text: /^\uFEFF?\{/ },
  'no-charset': { status: 200, type: 'application/json', text: /Yağcıoğlu/ },
  'wrong-charset': { status: 200, type: 'application/json; charset=iso-8859-1', text: /Yağcıoğlu/ },
  'turkish-bytes': { status: 200, type: 'application/json; charset=windows-1254' },
  'top-null': { status: 200, type: json, text: 'null' },
  'top-string': { status: 200, type: json, text: /^".*"$/ },
  'rows-null': list(page({ results: expect.arrayContaining([null]) })),
  'rows-strings': list(page({ results: expect.arrayContaining(['satır']) })),
  'data-wrapped': list({ data: page({ count: 130 }) }),
  'bare-array': list(rows(12)),
  'single-object': list(page({ number: text })),
  'results-missing': list(expect.not.objectContaining({ results: expect.anything() })),
  'results-null': list(page({ count: 130, results: null })),
  'empty-object': list({}),
  'empty-results': list({ results: [] }),
  'no-next-key': list({ count: 130, results: rows(12) }),
  'count-too-small': list(page({ count: 1, results: rows(12) })),
  'count-too-large': list(page({ count: 397 })),
  'count-missing': list(expect.not.objectContaining({ count: expect.anything() })),
  'count-negative': list(page({ count: -7 })),
  'count-text': list(page({ count: 'yüzlerce' })),
  'count-huge': list(page({ count: 1e30 })),
  'next-on-last-page': list(page({ next: expect.stringContaining('page=2') })),
  'next-loop': list(page({ next: expect.not.stringContaining('page=2') })),
  'next-other-host': list(page({ next: expect.stringMatching(/^https:\/\/baska-magaza\.example/) })),
  'next-internal-host': list(page({ next: expect.stringMatching(/^http:\/\/169\.254\.169\.254/) })),
  'next-odd-query': list(page({ next: expect.stringMatching(/page=2&page=3&format=json$/) })),
  'past-end-empty': list(page({ next: expect.stringContaining('page=2') })),
  'duplicate-ids': list(page({ results: rows(24) })),
  'rows-repeat': list(page({ results: rows(12) })),
  'rows-gap': list(page({ count: 130, results: rows(11) })),
  'status-202': refused(202, { detail: text }),
  'odd-rows': list(page({ results: expect.arrayContaining([page({ number: 'E14-NAN', amount: 'NaN' })]) })),
  'odd-order': { status: 200, type: json, text: /"id":9007199254740993,/ },
  'status-empty': list(page({ results: expect.arrayContaining([page({ status: {} })]) })),
  'other-order': list(page({ number: text })),
  'nothing-waiting': { on: 'staff-orders', status: 200, text: /^(?!.*"cancel_status":"waiting")/ },
  'flags-missing': { status: 200, text: /^(?!.*is_cancellable)(?!.*is_refundable)/ },
  'other-quantity-key': { status: 200, text: /^(?!.*"attributes":\{"quantity":).*"attributes":\{"adet":/ },
  'reasons-empty': list(page({ count: 0, results: [] })),
  'reasons-inactive': { status: 200, text: /^(?!.*"is_active":true,"?}?)(?=.*"is_active":false)/ },
  'reasons-refund-only': list(reasonsOf('refund')),
  'reasons-cancel-only': list(reasonsOf('cancel')),
  'reasons-untranslated': { status: 200, text: /^(?!.*"translations":\{)(?=.*"translations":null)/ },
  'pickup-address-needed': refused(406, withCode(8)),
  'already-requested': refused(406, withCode(1)),
  'no-longer-cancellable': refused(406, withCode(3)),
  'reason-deactivated': refused(400, { reason: [text], code: 'invalid' }),
  'quantity-reduced': refused(400, { quantity: text }),
  'unknown-code': refused(406, withCode(42)),
  'code-alone': refused(406, { error_code: 'cancellation_request_100_7' }),
  'non-field-list': refused(400, { non_field_errors: [text, text], code: 'invalid' }),
  'field-list': refused(400, { description: [text], code: 'invalid' }),
  'every-field': refused(400, page({ quantity: text, description: [text, text], iban: [text], pickup_date: [text] })),
  'nested-field': refused(400, { pickup_date: { date: [text], hour_range: { start: [text] } } }),
  'unknown-field': refused(400, { warehouse_code: [text] }),
  'detail-and-code': refused(400, { detail: text, code: 'parse_error' }),
  'error-key': refused(406, { error: text }),
  'error-strings': refused(400, [text, text]),
  'errors-per-item': { on: 'create-requests', status: 400, type: json, body: [{}, { quantity: text }] },
  'other-language': refused(400, {
    non_field_errors: ['This request is not accepted at the moment.'],
    code: 'invalid',
  }),
  'error-in-200': refused(200, { detail: text, code: 'error' }),
  forbidden: refused(403, { detail: text, code: 'permission_denied' }),
  'not-found': refused(404, { detail: text, code: 'not_found' }),
  'server-error-json': refused(500, { detail: text, code: 'error' }),
  'error-page': { status: 400, type: html, text: /^<!doctype/ },
  'not-found-page': { status: 404, type: html, text: /^<!doctype/ },
  'error-empty': { status: 400, type: null, text: '' },
  'created-201': refused(201, page(created)),
  'created-array': refused(200, [page(created)]),
  'created-wrapped': refused(200, { data: page(created) }),
  'created-other-item': refused(200, page({ order_item: 1 })),
  'created-closed': refused(200, page({ ...created, status: { value: 'approved', label: text } })),
  'bulk-200': { status: 200, type: json, body: rows(2) },
  'bulk-fewer-rows': { status: 201, type: json, body: rows(1) },
  'bulk-reordered': { status: 201, type: json, body: rows(2) },
  'bulk-other-status': {
    status: 201,
    body: [page({ status: page({ value: 'approved' }) }), page({ status: page({ value: 'rejected' }) })],
  },
  'bulk-one-error': { status: 201, body: [page(created), withCode(42)] },
  'bulk-empty': { status: 201, type: json, body: [] },
  'direct-cancel-fallback': { status: 200, type: json, body: [page({ status: page({ value: 'open' }) })] },
  'trade-in-empty': { status: 200, text: '' },
  'trade-in-json': { status: 200, type: json, text: /^".+"$/ },
  'trade-in-page': { status: 200, type: html, text: /^<!doctype/ },
  'trade-in-decided': { status: 404, type: json, body: { detail: text } },
  'login-page': { status: 200, type: html, text: /type="password"/ },
  'redirect-elsewhere': { status: 302, text: '' },
  'session-over': refused(401, { detail: text, code: 'not_authenticated' }),
  'session-over-silent': { status: 401, type: null, text: '' },
  'nobody-forbidden': { status: 200, body: page({ count: 130 }) },
  'csrf-page': { status: 403, type: html, text: /CSRF/ },
  'csrf-page-missing': { status: 404, type: html },
  'session-rotated': { status: 200, body: page({ count: 130 }) },
  'csrf-rotated': { status: 200, body: page({ count: 130 }) },
  'odd-cookies': { status: 200, body: page({ count: 130 }) },
  'folded-cookies': { status: 200, body: page({ count: 130 }) },
  nobody: list({}),
  'login-captcha': list({ redirect_url: expect.stringContaining('captcha') }),
  'login-code': { status: 202, type: json, body: { detail: text } },
  'login-silent': { status: 200, type: null, text: '' },
  'login-code-expired': { status: 406, type: json, body: { non_field_errors: [text] } },
  'staff-key-revoked': { status: 401, type: json, body: { detail: text, code: text } },
  'staff-login-refused': { status: 400, type: json, body: { non_field_errors: [text] } },
  'staff-totp': list({ temp_token: text }),
  'staff-login-page': { status: 200, type: json, text: /^<!doctype/ },
  'i1-absent': { status: 404, type: html },
}

const firstRoute = (name: AnswerName): RouteName => {
  const route = answerNamed(name)?.routes[0]
  if (route === undefined) throw new Error(`${name} has no route`)
  return route
}

describe('every named answer says over HTTP what the table says', () => {
  test.each(answerNames)('%s', async name => {
    const { on = firstRoute(name), status, type, body, text: said } = expected[name]
    shop.breakWith({ kind: name, route: on, times: 1 })
    if (name === 'broken-gzip') return expect(ways[on]()).rejects.toThrow()
    const answer = await ways[on]()
    expect(answer.status).toBe(status)
    const sent = answer.headers.get('content-type')
    if (type === null) expect(sent).toBeNull()
    else if (type !== undefined) expect(sent).toMatch(new RegExp(`^${type}`))
    if (said instanceof RegExp) expect(answer.text).toMatch(said)
    else if (said !== undefined) expect(answer.text).toBe(said)
    if (body !== undefined) expect(answer.body).toEqual(body)
    expect(shop.log.at(-1)).toMatchObject({ faults: [name] })
    expect(shop.faults).toEqual([])
    return undefined
  })

  test('names are used once, and every kind is offered on calls that exist', () => {
    expect(new Set(answerNames).size).toBe(answerNames.length)
    for (const answer of Object.values(answerGroups).flat())
      expect(answer.routes.length, answer.name).toBeGreaterThan(0)
  })
})

describe('what takes effect and what does not', () => {
  test('a refusal makes no request; an odd yes has made one', async () => {
    shop.breakWith({ kind: 'unknown-code', times: 1 })
    await ways['create-request']()
    expect(shop.log.at(-1)?.effect).toBe(false)
    shop.breakWith({ kind: 'created-other-item' })
    await ways['create-request']()
    expect(shop.log.at(-1)).toMatchObject({ effect: true, requestIds: [expect.any(Number)] })
  })

  test('a trade-in that is said to be decided was not decided, one that is answered with a page was', async () => {
    shop.breakWith({ kind: 'trade-in-decided', times: 1 })
    await ways['trade-in']()
    expect(shop.log.at(-1)?.effect).toBe(false)
    shop.breakWith({ kind: 'trade-in-page', times: 1 })
    await ways['trade-in']()
    expect(shop.log.at(-1)?.effect).toBe(true)
  })

  test('all rows of a short bulk answer were made', async () => {
    shop.breakWith({ kind: 'bulk-fewer-rows' })
    await ways['create-requests']()
    expect(shop.log.at(-1)?.requestIds).toHaveLength(2)
  })
})

describe('pages', () => {
  const orders = (number: number) => caller.get<Page>(`/users/orders/?limit=50&page=${number}`)
  const ids = (answer: Answer<Page>) => answer.body.results.map(row => row.id)

  test('the last page too has a next; behind it is a 404 or an empty array', async () => {
    shop.breakWith({ kind: 'next-on-last-page' })
    expect((await orders(3)).body.next).toContain('page=4')
    expect((await orders(4)).status).toBe(404)
    shop.heal()
    shop.breakWith({ kind: 'past-end-empty' })
    expect((await orders(3)).body.next).toContain('page=4')
    const behind = await orders(4)
    expect([behind.status, behind.body]).toEqual([200, []])
  })

  test('a row that moved is on two pages, a row that was lost on none', async () => {
    const [one, two] = [ids(await orders(1)), ids(await orders(2))]
    shop.breakWith({ kind: 'rows-repeat' })
    expect(ids(await orders(2))).toEqual([one.at(-1), ...two.slice(0, -1)])
    shop.heal()
    shop.breakWith({ kind: 'rows-gap' })
    expect(ids(await orders(1))).toEqual(one.slice(0, -1))
  })
})

describe('bytes and cookies', () => {
  test('a BOM is there, and Turkish letters are one byte each in windows-1254', async () => {
    const bytesOf = async (kind: AnswerName) => {
      shop.breakWith({ kind, route: 'orders', times: 1 })
      const headers = { cookie: `osessionid=${caller.cookies.get('osessionid')}` }
      return Buffer.from(await (await fetch(`${shop.commerceUrl}/users/orders/`, { headers })).arrayBuffer())
    }
    expect((await bytesOf('bom')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const turkish = await bytesOf('turkish-bytes')
    expect(new TextDecoder('windows-1254').decode(turkish)).toContain('Yağcıoğlu')
    expect(turkish.includes(Buffer.from('ğ'))).toBe(false)
  })

  test('an answer without a content type has none', async () => {
    shop.breakWith({ kind: 'no-content-type', route: 'orders' })
    const answer = await ways.orders()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, null])
    expect(answersOf<Page>(answer).count).toBe(130)
  })

  test('a throttle’s Retry-After is a date, missing, or absurd', async () => {
    const retryAfter = async (kind: AnswerName) => {
      shop.breakWith({ kind, route: 'orders', times: 1 })
      return (await ways.orders()).headers.get('retry-after')
    }
    expect(Date.parse((await retryAfter('throttled-by-date')) ?? '')).toBeGreaterThan(Date.now())
    expect(await retryAfter('throttled-silent')).toBeNull()
    expect(await retryAfter('throttled-absurd')).toBe('3153600000')
  })

  test('a rotated session takes the place of the one before', async () => {
    const before = caller.cookies.get('osessionid') ?? ''
    shop.breakWith({ kind: 'session-rotated', route: 'orders', times: 1 })
    await ways.orders()
    expect(caller.cookies.get('osessionid')).not.toBe(before)
    expect((await ways.orders()).status).toBe(200)
    caller.cookies.set('osessionid', before)
    expect((await ways.orders()).status).toBe(401)
  })

  test('without a session, a shop that forbids says 403 without a code', async () => {
    shop.breakWith({ kind: 'nobody-forbidden' })
    shop.breakWith({ kind: 'session-expired' })
    for (const call of ['orders', 'current-user', 'create-request'] as const) {
      const answer = await ways[call]()
      expect([answer.status, answer.body]).toEqual([403, { detail: text }])
    }
  })

  test.each(['csrf-rotated', 'odd-cookies', 'folded-cookies'] as const)(
    '%s hands out a token that works',
    async kind => {
      const before = caller.cookies.get('csrftoken')
      shop.breakWith({ kind, route: 'orders', times: 1 })
      await ways.orders()
      expect(caller.cookies.get('csrftoken')).not.toBe(before)
      expect((await ways['create-request']()).status).toBe(200)
    },
  )

  test('the redirect leads to another origin, which is the shop under its other name', async () => {
    shop.breakWith({ kind: 'redirect-elsewhere', route: 'orders' })
    expect((await ways.orders()).headers.get('location')).toBe(`http://localhost:${shop.port}/elsewhere/`)
  })
})

describe('odd rows', () => {
  const lists = ['orders', 'requests', 'reasons', 'old-orders', 'staff-orders', 'addresses'] as const
  test.each(lists)('the first page of %s begins with them, and the count has them', async route => {
    const whole = answersOf<Page>(await ways[route]())
    shop.breakWith({ kind: 'odd-rows' })
    const odd = answersOf<Page>(await ways[route]())
    const added = odd.results.length - whole.results.length
    expect(added).toBeGreaterThan(4)
    expect(odd.count).toBe(whole.count + added)
    expect(odd.results.slice(added)).toEqual(whole.results)
    const names = JSON.stringify(odd.results.slice(0, added))
    expect(names).toMatch(/"(?:E|A)\d+-/)
  })

  test('an odd order, its return view and an odd old order open; others are still not there', async () => {
    shop.breakWith({ kind: 'odd-rows' })
    const { results } = answersOf<Page>(await ways.orders())
    const nan = results.find(row => row.number === 'E14-NAN')
    for (const path of [`/users/orders/${nan?.id}/`, `/users/orders/${nan?.id}/cancellation/`])
      expect((await caller.get(path)).body).toMatchObject({ id: nan?.id, amount: 'NaN' })
    expect((await caller.get('/users/orders/9007199254740993/')).text).toContain('"id":9007199254740993,')
    expect((await caller.get(`/users/orders/${encodeURIComponent('SİP/17')}/`)).status).toBe(200)
    expect((await caller.get('/users/orders/-1/')).body['id']).toBe(-1)
    expect((await caller.get('/users/old-orders/900003/')).body['number']).toBe('E21-QUANTITY-NULL')
    expect((await caller.get('/users/orders/899999/')).status).toBe(404)
  })

  test('no row is polluted on its way: a key named __proto__ is data', async () => {
    shop.breakWith({ kind: 'odd-rows' })
    expect((await ways.orders()).text).toContain('"__proto__":{"polluted":true}')
  })
})

test('an installation without /api/i1 still answers /api/v1', async () => {
  shop.breakWith({ kind: 'i1-absent' })
  expect((await ways['staff-login']()).status).toBe(404)
  const { body } = await caller.post<{ key: string }>('/api/v1/auth/login/', shop.staff)
  const answer = await caller.get<Page>('/api/v1/orders/', { authorization: `Token ${body.key}` })
  expect([answer.status, answer.body.results.length > 0]).toEqual([200, true])
})
