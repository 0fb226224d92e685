import type { Json } from '../../json/address-json.ts'
import { isFields } from '../../rules/fields.ts'
import { isRoute } from '../../rules/routes.ts'
import { oddOrder, oddTwin } from '../odd-rows/odd-order.ts'
import { type OddList, oddRows } from '../odd-rows/odd-rows.ts'
import { bodyOf, type Call, isPage, json, jsonText, type NamedAnswer, onJson, onPage, withBody } from './answer.ts'

const orderLists = ['orders', 'staff-orders', 'old-orders'] as const
const oddLists = ['orders', 'requests', 'reasons', 'old-orders', 'staff-orders', 'addresses'] as const
const ones = [
  ['order', 'orders', '/users/orders/?limit=1'],
  ['cancellation-view', 'orders', '/users/orders/?limit=1'],
  ['old-order', 'old-orders', '/users/old-orders/?limit=1'],
] as const

/** What the rows themselves are like. */
export const rowAnswers = [
  {
    name: 'odd-rows',
    parts: 'e12-e25',
    tr: 'Tuhaf satırlar: her tuhaflıktan bir tane (açılabilir)',
    en: 'Odd rows: one of each oddity (they open)',
    routes: [...oddLists, 'order', 'cancellation-view', 'old-order'],
    after: withOddRows,
  },
  {
    name: 'odd-order',
    parts: 'e12-e24',
    tr: 'İlk sipariş her bakımdan tuhaf',
    en: 'The first order is odd in every way at once',
    routes: [...orderLists, 'order', 'cancellation-view', 'old-order'],
    after: onJson(body => {
      if (!isFields(body)) return body
      if (!isPage(body)) return 'number' in body ? oddOrder(body) : body
      const [first, ...rest] = body.results
      return isOrder(first) ? { ...body, results: [oddOrder(first), oddTwin(first), ...rest] } : body
    }),
  },
  {
    name: 'status-empty',
    parts: 'e12',
    tr: 'Her satırda status {}',
    en: 'status {} on every row',
    routes: [...orderLists, 'requests'],
    after: onPage(page => ({
      ...page,
      results: page.results.map(row => (isFields(row) ? { ...row, status: {} } : row)),
    })),
  },
  {
    name: 'other-order',
    parts: 'e16',
    tr: 'Hep en yeni sipariş döner (misafir oturumu)',
    en: 'Always the newest order (a guest session)',
    routes: ['order', 'cancellation-view'],
    after: onJson(async (body, call) => (await firstOf('/users/orders/?limit=1', call)) ?? body),
  },
  {
    name: 'nothing-waiting',
    parts: 'e22',
    tr: 'Personel listesinde bekleyen kalem yok',
    en: 'No waiting line in the whole staff list',
    routes: ['staff-orders'],
    after: onPage(page => ({ ...page, results: page.results.map(row => withLines(row, { cancel_status: null })) })),
  },
  {
    name: 'flags-missing',
    parts: 'e19',
    tr: 'is_cancellable, is_refundable yok',
    en: 'No is_cancellable, no is_refundable',
    routes: ['orders', 'order', 'cancellation-view'],
    after: onJson(body => (isPage(body) ? { ...body, results: body.results.map(withoutFlags) } : withoutFlags(body))),
  },
  {
    name: 'other-quantity-key',
    parts: 'e19',
    tr: 'Birleştirilmiş satırlarda adet alanı: adet',
    en: 'The quantity of merged lines is under the key adet',
    routes: ['orders', 'order', 'cancellation-view', 'staff-orders'],
    after: onJson(body => (isPage(body) ? { ...body, results: body.results.map(withOtherKey) } : withOtherKey(body))),
  },
  reasons('reasons-empty', 'Neden listesi boş', 'No reasons at all', () => []),
  reasons('reasons-inactive', 'Hiçbir neden etkin değil', 'Every reason is inactive', rows =>
    rows.map(row => ({ ...row, is_active: false })),
  ),
  reasons('reasons-refund-only', 'Yalnızca iade nedenleri', 'Reasons of refunds only', rows =>
    rows.filter(row => row['cancellation_type'] === 'refund'),
  ),
  reasons('reasons-cancel-only', 'Yalnızca iptal nedenleri', 'Reasons of cancellations only', rows =>
    rows.filter(row => row['cancellation_type'] === 'cancel'),
  ),
  reasons('reasons-untranslated', 'Çeviriler null', 'Translations are null', rows =>
    rows.map(row => ({ ...row, translations: null })),
  ),
] as const satisfies readonly NamedAnswer[]

function reasons<const Name extends string>(name: Name, tr: string, en: string, change: (rows: Json[]) => Json[]) {
  const after = onPage(page => {
    const results = change(page.results.filter(isFields))
    return { ...page, count: results.length, results }
  })
  return { name, parts: 'e20', tr, en, routes: ['reasons'], after } as const
}

/** Lists begin with the odd rows; an order or an old order that only these lists know can be opened too. */
async function withOddRows(response: Response, call: Call): Promise<Response> {
  const { pathname, searchParams } = call.url
  const one = ones.find(([route]) => isRoute(route, call.method, pathname))
  if (one) return response.status === 404 ? oddOne(response, call, one[1], one[2]) : response
  const list = oddLists.find(route => isRoute(route, call.method, pathname))
  const body = await bodyOf(response)
  if (list === undefined || !isPage(body) || Number(searchParams.get('page') ?? 1) !== 1) return response
  const [good] = body.results
  if (!isFields(good)) return response
  const odd = oddRows(list, good)
  return withBody(
    response,
    jsonText({ ...body, count: Number(body['count']) + odd.length, results: [...odd, ...body.results] }),
  )
}

async function oddOne(missing: Response, call: Call, list: OddList, address: string): Promise<Response> {
  const asked = decodeURIComponent(call.url.pathname.split('/')[3] ?? '')
  const good = await firstOf(address, call)
  const found = good && oddRows(list, good).find(row => jsonText(row['id']).replaceAll('"', '') === asked)
  return found ? json(found) : missing
}

async function firstOf(address: string, call: Call): Promise<Json | undefined> {
  const page = await call.again(address)
  const row = isPage(page) ? page.results[0] : undefined
  return isFields(row) ? row : undefined
}

function isOrder(row: unknown): row is Json {
  return isFields(row) && 'number' in row
}

function withLines(row: unknown, changes: Json): unknown {
  if (!isFields(row) || !Array.isArray(row['orderitem_set'])) return row
  return { ...row, orderitem_set: row['orderitem_set'].map(line => (isFields(line) ? { ...line, ...changes } : line)) }
}

function withOtherKey(order: unknown): unknown {
  if (!isFields(order) || !Array.isArray(order['orderitem_set'])) return order
  const lines = order['orderitem_set'].map(line => {
    if (!isFields(line) || !isFields(line['attributes']) || !('quantity' in line['attributes'])) return line
    const { quantity: adet, ...attributes } = line['attributes']
    return { ...line, attributes: { ...attributes, adet } }
  })
  return { ...order, orderitem_set: lines }
}

function withoutFlags(order: unknown): unknown {
  // Undefined is left out when the answer is written.
  const none = { is_cancellable: undefined, is_refundable: undefined }
  const bare = withLines(order, none)
  return isFields(bare) ? { ...bare, ...none } : bare
}
