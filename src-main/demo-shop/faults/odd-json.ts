import type { Json } from '../json/address-json.ts'
import { isFields } from '../rules/fields.ts'
import type { OddKind } from './fault.ts'
import { hugeNumberMark, oddOrder } from './odd-order.ts'

const jsonType = 'application/json; charset=utf-8'

/** The same answer made odd. What is not a JSON answer with 200 is left alone. */
export async function makeOdd(response: Response, odd: OddKind): Promise<Response> {
  if (response.status !== 200 || !response.headers.get('content-type')?.includes('json')) return response
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  headers.set('content-type', jsonType)
  const text = oddText(await response.text(), odd)
  return new Response(text.replaceAll(`"${hugeNumberMark}"`, hugeNumberMark.replaceAll('@', '')), { headers })
}

function oddText(text: string, odd: OddKind): string {
  switch (odd) {
    case 'html-body':
      return '<!doctype html><html><body>Giriş yap</body></html>'
    case 'empty-body':
      return ''
    case 'bom':
      return `\uFEFF${text}`
    case 'top-null':
      return 'null'
    case 'empty-object':
      return '{}'
    default:
      return JSON.stringify(oddBody(JSON.parse(text), odd))
  }
}

type BodyKind = Exclude<OddKind, 'html-body' | 'empty-body' | 'bom' | 'top-null' | 'empty-object'>

function oddBody(body: unknown, odd: BodyKind): unknown {
  if (!isFields(body)) return body
  if (odd === 'data-wrapped') return { data: body }
  const results = body['results']
  if (!Array.isArray(results)) return odd === 'odd-order' && 'number' in body ? oddOrder(body) : body
  const rows: readonly unknown[] = results
  switch (odd) {
    case 'bare-array':
      return rows
    case 'results-null':
      return { ...body, results: null }
    case 'count-wrong':
      return { ...body, count: Number(body['count']) * 3 + 7 }
    case 'next-other-host':
      return { ...body, next: 'http://169.254.169.254/users/orders/?page=2&page=3&format=json' }
    case 'next-loop':
      return { ...body, next: body['previous'] ?? '?page=1' }
    case 'duplicate-ids':
      return { ...body, results: rows.flatMap(row => [row, row]) }
    case 'rows-null':
      return { ...body, results: rows.map((row, index) => (index % 3 === 0 ? null : row)) }
    case 'rows-strings':
      return { ...body, results: rows.map((row, index) => (index % 3 === 0 ? 'satır' : row)) }
    case 'status-empty':
      return { ...body, results: rows.map(row => (isFields(row) ? { ...row, status: {} } : row)) }
    case 'odd-order':
      return { ...body, results: rows.flatMap((row, index) => (index === 0 && isOrder(row) ? oddPair(row) : [row])) }
  }
}

function isOrder(row: unknown): row is Json {
  return isFields(row) && 'number' in row
}

function oddPair(order: Json): Json[] {
  return [oddOrder(order), { ...oddOrder(order), id: hugeNumberMark }]
}
