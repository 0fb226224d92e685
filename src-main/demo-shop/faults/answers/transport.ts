import { htmlPage } from '../../http/env.ts'
import { isFields } from '../../rules/fields.ts'
import { routeNames } from '../../rules/routes.ts'
import { type NamedAnswer, onJson, onPage, onText, withBody } from './answer.ts'
import { throttled } from './pages.ts'

const everywhere = routeNames
const reads = ['orders', 'order', 'cancellation-view', 'reasons', 'requests', 'old-orders', 'staff-orders'] as const
const anHour = 3_600_000
const heavyLetters = 3_000_000

/** Gateways, throttles and bodies that arrive broken. */
export const transportAnswers = [
  gateway(502, 'Bad Gateway', 'bad-gateway'),
  gateway(503, 'Service Unavailable', 'unavailable'),
  gateway(504, 'Gateway Timeout', 'gateway-timeout'),
  {
    name: 'throttled-by-date',
    parts: 'e9',
    tr: '429, tarih ile “bir saat sonra gel”',
    en: '429, come back at a date in an hour',
    routes: everywhere,
    instead: ({ language }) => throttled(new Date(Date.now() + anHour).toUTCString(), language),
  },
  {
    name: 'throttled-silent',
    parts: 'e9',
    tr: '429, ne zaman gelineceği yazmıyor',
    en: '429 without Retry-After',
    routes: everywhere,
    instead: ({ language }) => throttled(null, language),
  },
  {
    name: 'throttled-absurd',
    parts: 'e9',
    tr: '429, yüz yıl sonra gel',
    en: '429, come back in a hundred years',
    routes: everywhere,
    instead: ({ language }) => throttled(3_153_600_000, language),
  },
  {
    name: 'broken-gzip',
    parts: 'e9',
    tr: 'gzip denir ama değildir',
    en: 'Says gzip, is none',
    routes: everywhere,
    after: async (response: Response) => {
      const broken = withBody(response, await response.arrayBuffer(), 200)
      broken.headers.set('content-encoding', 'gzip')
      return broken
    },
  },
  {
    name: 'heavy-attributes',
    parts: 'e9',
    tr: 'Megabaytlarca ürün özniteliği',
    en: 'Megabytes of product attributes',
    routes: ['orders', 'order', 'cancellation-view'],
    after: onJson(heavy),
  },
  {
    name: 'html-as-json',
    parts: 'e2',
    tr: 'JSON denir, HTML gelir',
    en: 'Says JSON, is HTML',
    routes: everywhere,
    after: onText(() => htmlPage('Bakım', '<p>Birazdan dönüyoruz.</p>')),
  },
  {
    name: 'empty-body',
    parts: 'e2 e3',
    tr: '200, gövde boş',
    en: '200 with an empty body',
    routes: everywhere,
    after: onText(() => ''),
  },
  {
    name: 'no-content',
    parts: 'e3',
    tr: '204, gövde yok',
    en: '204 without a body',
    routes: everywhere,
    after: response => (response.ok ? withBody(response, null, 204) : response),
  },
  {
    name: 'cut-json',
    parts: 'e2',
    tr: 'JSON ortasında biter',
    en: 'The JSON ends in the middle',
    routes: reads,
    after: onText(text => text.slice(0, Math.floor(text.length / 2))),
  },
  {
    name: 'bom',
    parts: 'e2',
    tr: 'Başında BOM var',
    en: 'A BOM in front',
    routes: reads,
    after: onText(text => `\uFEFF${text}`),
  },
  {
    name: 'no-charset',
    parts: 'e2',
    tr: 'charset yok (ı İ ş ğ kalmalı)',
    en: 'No charset (ı İ ş ğ must survive)',
    routes: reads,
    after: retyped('application/json'),
  },
  {
    name: 'wrong-charset',
    parts: 'e2',
    tr: 'Latin-1 denir, UTF-8’dir',
    en: 'Says Latin-1, is UTF-8',
    routes: reads,
    after: retyped('application/json; charset=iso-8859-1'),
  },
  {
    name: 'turkish-bytes',
    parts: 'e2',
    tr: 'windows-1254 baytları',
    en: 'Bytes in windows-1254',
    routes: reads,
    after: async response => {
      if (!response.ok) return response
      const turkish = withBody(response, turkishBytes(await response.text()))
      turkish.headers.set('content-type', 'application/json; charset=windows-1254')
      return turkish
    },
  },
  {
    name: 'top-null',
    parts: 'e3',
    tr: 'Yanıt yalnızca null',
    en: 'The answer is null',
    routes: everywhere,
    after: onJson(() => null),
  },
  {
    name: 'top-string',
    parts: 'e3',
    tr: 'Yanıt yalnızca bir metin',
    en: 'The answer is a JSON string',
    routes: everywhere,
    after: onJson(() => 'Tamamdır, işiniz görüldü.'),
  },
  {
    name: 'rows-null',
    parts: 'e5',
    tr: 'Her üçüncü satır null',
    en: 'Every third row is null',
    routes: reads,
    after: onPage(page => ({ ...page, results: page.results.map((row, n) => (n % 3 === 0 ? null : row)) })),
  },
  {
    name: 'rows-strings',
    parts: 'e5',
    tr: 'Her üçüncü satır bir metin',
    en: 'Every third row is text',
    routes: reads,
    after: onPage(page => ({ ...page, results: page.results.map((row, n) => (n % 3 === 0 ? 'satır' : row)) })),
  },
] as const satisfies readonly NamedAnswer[]

function gateway<const Name extends string>(status: number, title: string, name: Name) {
  return {
    name,
    parts: 'e9 e32',
    tr: `${status} sayfası (aradaki sunucudan)`,
    en: `A gateway’s page with ${status}`,
    routes: everywhere,
    instead: () =>
      new Response(htmlPage(`${status} ${title}`, '<hr><p>cdn</p>'), {
        status,
        headers: { 'content-type': 'text/html' },
      }),
  } as const
}

/** A body, or the first row of a page, whose first product has millions of letters of attributes. */
function heavy(body: unknown): unknown {
  if (!isFields(body)) return body
  const [row, ...rest] = Array.isArray(body['results']) ? body['results'] : []
  if (row !== undefined) return { ...body, results: [heavy(row), ...rest] }
  const [item, ...others] = Array.isArray(body['orderitem_set']) ? body['orderitem_set'] : []
  return { ...body, orderitem_set: [{ ...item, attributes: { açıklama: 'ğ'.repeat(heavyLetters) } }, ...others] }
}

function retyped(type: string) {
  return async (response: Response): Promise<Response> => {
    if (!response.ok) return response
    // Text would get a charset of its own from the Response.
    const bytes = withBody(response, await response.arrayBuffer())
    bytes.headers.set('content-type', type)
    return bytes
  }
}

/** The six letters in which windows-1254 differs from Latin-1. */
const turkishLetters: Readonly<Record<string, number>> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe }

function turkishBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text], letter => turkishLetters[letter] ?? Math.min(letter.charCodeAt(0), 0xff))
}
