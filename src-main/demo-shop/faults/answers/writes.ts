import { htmlPage } from '../../http/env.ts'
import { isFields } from '../../rules/fields.ts'
import { say } from '../../rules/messages.ts'
import { type Call, json, type NamedAnswer, onJson, onText, withBody } from './answer.ts'

/** Good writes with an answer that is not the documented one. */
export const writeAnswers = [
  one('created-201', 'e4', '201 ile nesne', '201 with an object', body => body, 201),
  one('created-array', 'e4', '200 ile tek öğeli dizi', '200 with an array of one', body => [body]),
  one('created-wrapped', 'e5', '{"data": …} içinde', 'Wrapped in {"data": …}', body => ({ data: body })),
  one('created-other-item', 'e4', 'Başka kalemin talebi döner', 'Answers another item’s request', body => ({
    ...asFields(body),
    order_item: 1,
  })),
  one('created-closed', 'e27', 'Talep baştan onaylı', 'Approved from the start', body => ({
    ...asFields(body),
    status: { value: 'approved', label: 'Onaylandı' },
  })),
  many('bulk-200', 'Toplu: 201 yerine 200', 'Bulk: 200 instead of 201', rows => rows, 200),
  many('bulk-fewer-rows', 'Toplu: son kalem yanıtta yok', 'Bulk: the last item is not in the answer', rows =>
    rows.slice(0, -1),
  ),
  many('bulk-reordered', 'Toplu: satırlar ters sırada', 'Bulk: rows in another order', rows => rows.toReversed()),
  many('bulk-other-status', 'Toplu: durumlar farklı', 'Bulk: other statuses', rows =>
    rows.map((row, n) => ({ ...asFields(row), status: otherStatuses[n % otherStatuses.length] })),
  ),
  many('bulk-one-error', 'Toplu: son satır bir hata', 'Bulk: the last row is an error', (rows, call) => [
    ...rows.slice(0, -1),
    { non_field_errors: say('refused', call.language), error_code: 'cancellation_request_100_42' },
  ]),
  many('bulk-empty', 'Toplu: boş dizi', 'Bulk: an empty array', () => []),
  {
    name: 'direct-cancel-fallback',
    parts: 'e28',
    tr: 'Doğrudan iptal olmadı, talep açıldı (200)',
    en: 'Direct cancel failed, requests were made (200)',
    routes: ['direct-cancel'],
    instead: call =>
      json([
        {
          id: 1,
          cancellation_type: 'cancel',
          status: { value: 'open', label: call.language === 'tr' ? 'Açık' : 'Open' },
          order_item: 1,
        },
      ]),
  },
  {
    name: 'trade-in-empty',
    parts: 'e3',
    tr: 'Takas: 200, gövde boş',
    en: 'Trade-in: 200 without a word',
    routes: ['trade-in'],
    after: onText(() => ''),
  },
  {
    name: 'trade-in-json',
    parts: 'e3',
    tr: 'Takas: metin JSON olarak',
    en: 'Trade-in: the text as JSON',
    routes: ['trade-in'],
    after: async response => (response.ok ? json(await response.text()) : response),
  },
  {
    name: 'trade-in-page',
    parts: 'e2',
    tr: 'Takas: 200, HTML sayfası',
    en: 'Trade-in: 200, an HTML page',
    routes: ['trade-in'],
    after: response => {
      if (!response.ok) return response
      const page = withBody(response, htmlPage('Teşekkürler', '<p>Kararınız alındı.</p>'))
      page.headers.set('content-type', 'text/html; charset=utf-8')
      return page
    },
  },
  {
    name: 'trade-in-decided',
    parts: 'e30',
    tr: 'Takas: 404, çoktan karar verilmiş',
    en: 'Trade-in: 404, decided already',
    routes: ['trade-in'],
    instead: call => json({ detail: say('missing', call.language) }, 404),
  },
] as const satisfies readonly NamedAnswer[]

const otherStatuses = [
  { value: 'approved', label: 'Onaylandı' },
  { value: 'rejected', label: 'Reddedildi' },
  { value: 'whatever', label: 'Depoda' },
]

const asFields = (value: unknown) => (isFields(value) ? value : {})

function one<const Name extends string>(
  name: Name,
  parts: string,
  tr: string,
  en: string,
  change: (body: unknown) => unknown,
  status?: number,
) {
  return { name, parts, tr, en, routes: ['create-request'], after: onJson(change, status) } as const
}

function many<const Name extends string>(
  name: Name,
  tr: string,
  en: string,
  change: (rows: readonly unknown[], call: Call) => unknown,
  status?: number,
) {
  const after = onJson((body, call) => (Array.isArray(body) ? change(body, call) : body), status)
  return { name, parts: 'e27', tr, en, routes: ['create-requests'], after } as const
}
