import { isFields } from '../../rules/fields.ts'
import { type Call, json, type NamedAnswer, onJson, onPage, type PageJson } from './answer.ts'

const lists = ['orders', 'reasons', 'requests', 'old-orders', 'addresses', 'staff-orders'] as const
const listsAndOnes = [...lists, 'order', 'cancellation-view', 'old-order', 'current-user'] as const

/** What a list comes in: its envelope, its count and its next page. */
export const envelopeAnswers = [
  {
    name: 'data-wrapped',
    parts: 'e5',
    tr: '{"data": …} içinde',
    en: 'Wrapped in {"data": …}',
    routes: [...listsAndOnes],
    after: onJson(body => ({ data: body })),
  },
  list('bare-array', 'e5', 'Zarfsız dizi', 'A bare array', page => page.results),
  list('single-object', 'e5', 'Liste yerine tek nesne', 'One object instead of a list', page => page.results[0] ?? {}),
  list('results-missing', 'e5', 'results yok', 'results is missing', ({ results: _, ...rest }) => rest),
  list('results-null', 'e5', 'results null', 'results is null', page => ({ ...page, results: null })),
  list('empty-object', 'e5', '“Kayıt yok” yerine {}', '{} for “nothing”', () => ({})),
  list('empty-results', 'e5', 'results içinde []', '[] inside results, no count', () => ({ results: [] })),
  list(
    'no-next-key',
    'e5',
    'next ve previous yok',
    'No next, no previous',
    ({ next: _, previous: __, ...rest }) => rest,
  ),
  list('count-too-small', 'e6', 'count 1, satır çok', 'count says 1', page => ({ ...page, count: 1 })),
  list('count-too-large', 'e6', 'count fazla', 'count says too many', page => ({
    ...page,
    count: Number(page['count']) * 3 + 7,
  })),
  list('count-missing', 'e6', 'count yok', 'count is missing', ({ count: _, ...rest }) => rest),
  list('count-negative', 'e6', 'count eksi', 'count is negative', page => ({ ...page, count: -7 })),
  list('count-text', 'e6', 'count bir metin', 'count is text', page => ({ ...page, count: 'yüzlerce' })),
  list('count-huge', 'e6', 'count devasa', 'count is huge', page => ({ ...page, count: 1e30 })),
  list(
    'next-on-last-page',
    'e6 e7',
    'Son sayfada da next var; sonrası 404',
    'next on the last page too; then 404',
    nextAlways,
  ),
  list('next-loop', 'e6', 'next aynı sayfayı gösterir', 'next is the same page', (page, call) => ({
    ...page,
    next: call.url.href,
  })),
  list('next-other-host', 'e6', 'next başka bir sunucuda', 'next on another host', page => ({
    ...page,
    next: 'https://baska-magaza.example/users/orders/?page=2',
  })),
  list('next-internal-host', 'e6', 'next iç ağda, http ile', 'next on an internal host, by http', page => ({
    ...page,
    next: 'http://169.254.169.254/users/orders/?page=2',
  })),
  list(
    'next-odd-query',
    'e6',
    'next’te çift page ve format=json',
    'next with page twice and format=json',
    (page, call) => ({
      ...page,
      next: page['next'] && `${call.url.href}&page=2&page=3&format=json`,
    }),
  ),
  {
    name: 'past-end-empty',
    parts: 'e7',
    tr: 'Son sayfada da next var; sonrası []',
    en: 'next on the last page too; then []',
    routes: [...lists],
    after: async (response, call) => (response.status === 404 ? json([]) : onPage(nextAlways)(response, call)),
  },
  list('duplicate-ids', 'e8', 'Her satır iki kez', 'Every row twice', page => ({
    ...page,
    results: page.results.flatMap(row => [row, row]),
  })),
  list(
    'rows-repeat',
    'e8',
    'Araya sipariş girdi: satır sonraki sayfada da',
    'A row again on the next page',
    rowsRepeat,
  ),
  list('rows-gap', 'e8', 'Sayfa arasında bir satır kayıp', 'A row lost between pages', page => ({
    ...page,
    results: page['next'] === null ? page.results : page.results.slice(0, -1),
  })),
  {
    name: 'status-202',
    parts: 'e4',
    tr: '202 ile hata gibi bir gövde',
    en: '202 with an error-like body',
    routes: ['create-request', 'create-requests', 'orders', 'order', 'trade-in'],
    instead: call => json({ detail: call.language === 'tr' ? 'İşleme alındı.' : 'Accepted for later.' }, 202),
  },
] as const satisfies readonly NamedAnswer[]

function list<const Name extends string>(
  name: Name,
  parts: string,
  tr: string,
  en: string,
  change: (page: PageJson, call: Call) => unknown,
) {
  return { name, parts, tr, en, routes: lists, after: onPage(change) } as const
}

function nextAlways(page: PageJson, call: Call): PageJson {
  return { ...page, next: pageUrl(call, pageOf(call) + 1) }
}

/** As when an order arrives between two pages: what was the last row of a page is the first of the next one. */
async function rowsRepeat(page: PageJson, call: Call): Promise<unknown> {
  if (pageOf(call) === 1) return page
  const before = await call.again(pageUrl(call, pageOf(call) - 1))
  const rows = isFields(before) && Array.isArray(before['results']) ? before['results'] : []
  return { ...page, results: [...rows.slice(-1), ...page.results.slice(0, -1)] }
}

const pageOf = (call: Call): number => Number(call.url.searchParams.get('page') ?? 1)

function pageUrl(call: Call, page: number): string {
  const url = new URL(call.url)
  url.searchParams.set('page', String(page))
  return url.href
}
