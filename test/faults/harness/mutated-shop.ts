import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { isLosslessNumber, parse, stringify } from 'lossless-json'
import { changes, mutate } from '../../main/akinon/mutate.ts'
import { type ScriptedShop, scriptedShop } from './scripted-shop.ts'

/** Every address a client may ask for; anything else, and any other method, is a finding. */
const documented = [
  /^\/current_user\/$/,
  /^\/csrf_token\/$/,
  /^\/address\/$/,
  /^\/users\/orders\/(?:[^/]+\/(?:cancellation\/)?)?$/,
  /^\/users\/old-orders\/(?:[^/]+\/)?$/,
  /^\/api\/i1\/orders\/$/,
]

export interface MutatedShop extends ScriptedShop {
  /** What came in beside GETs of documented addresses. */
  readonly strays: () => readonly string[]
}

export interface MutatedOptions {
  readonly seed: number
  /** Rows of each list. */
  readonly rows: number
  /** A server that must never be asked for anything: every link and picture leads there. */
  readonly elsewhere: string
}

const pageRows = 100

/**
 * A shop that answers every documented route with changed documents. Rows keep an id of their own unless the change
 * took it; bodies are put together as text, because some hold numbers that no double can carry.
 */
export async function mutatedShop(options: MutatedOptions): Promise<MutatedShop> {
  const views = changedRows('commerce-cancellation-view', options)
  const lists = new Map([
    ['/users/orders/', changedRows('commerce-order-detail', options)],
    ['/users/old-orders/', changedRows('commerce-old-order-detail', options)],
    ['/users/orders/cancellation_requests/', changedRows('commerce-create-response-200', options)],
    ['/users/orders/cancellation_reasons/', changedRows('commerce-reasons-list', options)],
    ['/address/', changedRows('commerce-order-detail', options, addressOf)],
    ['/api/i1/orders/', changedRows('omnitron-pending-list', options)],
  ])
  const shop = await scriptedShop(({ pathname, searchParams }) => {
    if (pathname === '/current_user/') return { pk: 7, email: 'deniz@shop.example' }
    const list = lists.get(pathname)
    if (list) return sendText(pageOf(list, Number(searchParams.get('page') ?? 1), options.elsewhere))
    const [, kind = '', id = '', view] = /^\/users\/(orders|old-orders)\/(\d+)\/(cancellation\/)?$/.exec(pathname) ?? []
    const row = (view ? views : lists.get(`/users/${kind}/`))?.[Number(id) - firstId]
    return row === undefined ? undefined : sendText(row)
  })
  const isStray = (line: string) => {
    const [method, path = ''] = line.split(/[ ?]/)
    return method !== 'GET' || !documented.some(address => address.test(path))
  }
  return { ...shop, strays: () => shop.seen.filter(isStray) }
}

const firstId = 1000

/** The rows of a document, each with other changes; a document of one row gives that row again and again. */
function changedRows(name: string, { seed, rows, elsewhere }: MutatedOptions, pick = rowAt): readonly string[] {
  return fc.sample(changes, { seed, numRuns: rows }).map((made, index) => {
    const row = led(pick(parse(mutate(name, made).text), index), elsewhere)
    if (isRow(row) && Object.hasOwn(row, 'id') && isLosslessNumber(row['id'])) row['id'] = firstId + index
    // A body this deep is refused as a whole; that has a test of its own.
    return depthOf(row) > deepest ? 'null' : (stringify(row) ?? 'null')
  })
}

function rowAt(body: unknown, index: number): unknown {
  const results = isRow(body) ? body['results'] : null
  return Array.isArray(results) && results.length > 0 ? results[index % results.length] : body
}

const addressOf = (body: unknown): unknown => (isRow(body) ? body['shipping_address'] : body)

const linkFields = new Set(['image', 'image_url', 'tracking_url', 'shipping_tracking_url', 'e_archive_url'])

/** Every link leads elsewhere, and where a link is missing there is one. */
function led(value: unknown, elsewhere: string, key = ''): unknown {
  if (typeof value === 'string' && /^https?:/.test(value)) return `${elsewhere}/linked`
  if (value === null && linkFields.has(key)) return `${elsewhere}/${key}`
  if (typeof value !== 'object' || value === null || isLosslessNumber(value)) return value
  for (const [name, inner] of Object.entries(value)) {
    const changed = led(inner, elsewhere, name)
    Object.defineProperty(value, name, { value: changed, enumerable: true, configurable: true, writable: true })
  }
  return value
}

const deepest = 150

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As an envelope whose `next` leads elsewhere. */
function pageOf(rows: readonly string[], page: number, elsewhere: string): string {
  const results = rows.slice((page - 1) * pageRows, page * pageRows)
  const next = page * pageRows < rows.length ? JSON.stringify(`${elsewhere}/?page=${page + 1}`) : 'null'
  return `{"count":${rows.length},"next":${next},"previous":null,"results":[${results.join(',')}]}`
}

const sendText = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(text)
