import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readErrors } from '../../../src-main/akinon/read-errors.ts'
import { readOldOrder, readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { readPickupDate, readReason, readRequest } from '../../../src-main/akinon/read-request.ts'
import { drawnAddress } from '../../../src-renderer/features/common/parts/address-block.tsx'
import type { Drawn } from '../../../src-renderer/features/common/parts/other-fields.ts'
import { drawnOldOrderFields } from '../../../src-renderer/features/records/old-orders/old-order-detail.tsx'
import { drawnItemFields } from '../../../src-renderer/features/records/orders/line-extras.tsx'
import { drawnOrderFields } from '../../../src-renderer/features/records/orders/order-facts.tsx'
import {
  drawnPendingFields,
  drawnPendingItemFields,
} from '../../../src-renderer/features/records/pending/pending-facts.tsx'
import { drawnRequestFields } from '../../../src-renderer/features/records/requests/request-detail.tsx'
import { documented } from './documents.ts'

const root = join(import.meta.dirname, '../../..')
const text = readFileSync(join(root, 'docs/api-coverage.md'), 'utf8')

interface Row {
  readonly section: string
  readonly field: string
  readonly where: string
  readonly tests: string
}

const anchorOf = (heading: string) => heading.trim().toLowerCase().replaceAll(' ', '-')
const linkIn = (cell: string) => /\]\(#([\w-]+)\)/.exec(cell)?.[1] ?? null
const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+\.tsx?)`/g)].map(([, name]) => name ?? '')

const folders = ['src-renderer/features', 'src-renderer', 'src-main']
const placeOf = (name: string) => folders.map(folder => join(root, folder, name)).find(existsSync) ?? null
const wordsOf = (file: string) => new Set(readFileSync(file, 'utf8').match(/\w+/g))
const folderOf = (file: string) =>
  readdirSync(dirname(file))
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(dirname(file), name))

const partOf = (drawn: Drawn, field: string): Drawn => {
  const part = drawn[field]
  return typeof part === 'object' ? part : {}
}

/** What the screens draw, by the page's sections; what they do not draw is in their folds. */
const drawnBy: ReadonlyMap<string, Drawn> = new Map([
  ['order', drawnOrderFields],
  ['order-item', drawnItemFields],
  ['product', partOf(drawnItemFields, 'product')],
  ['discount', partOf(drawnOrderFields, 'discountitem_set')],
  ['address', drawnAddress],
  ['place', partOf(drawnAddress, 'city')],
  ['request', drawnRequestFields],
  ['easy-return', partOf(drawnRequestFields, 'easy_return')],
  ['old-order', drawnOldOrderFields],
  ['pending-order', drawnPendingFields],
  ['pending-item', drawnPendingItemFields],
])

function isDrawn(drawn: Drawn, [field = '', ...rest]: readonly string[]): boolean {
  const rule = drawn[field]
  if (rule === true) return true
  return rule !== undefined && rest.length > 0 && isDrawn(rule, rest)
}

/** The page's tables, and the sections that describe each example. */
function readPage(): { rows: Row[]; examples: Map<string, string[]> } {
  const rows: Row[] = []
  const examples = new Map<string, string[]>()
  for (const part of text.split(/^(?=#{1,3} )/m)) {
    const section = anchorOf(/^#+ (.*)/.exec(part)?.[1] ?? '')
    for (const [, field = '', where = '', tests = ''] of part.matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|$/gm))
      rows.push({ section, field, where, tests })
    for (const [, file = '', what = ''] of part.matchAll(/^- `([\w-]+)\.json`: (.*)$/gm))
      examples.set(
        file,
        [...what.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor ?? ''),
      )
  }
  return { rows, examples }
}

const { rows, examples } = readPage()
const known = new Map(rows.map(row => [`${row.section} ${row.field}`, row]))

/** The fields of a value that no table has. */
function missing(value: unknown, section: string, path: string, results: string | null): string[] {
  if (Array.isArray(value)) return value.flatMap(one => missing(one, section, path, results))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = path === '' ? key : `${path}.${key}`
    const row = known.get(`${section} ${field}`)
    if (!row) return coveredAbove(section, field) ? [] : [`${section}: ${field}`]
    const next = section === 'page' && key === 'results' ? results : linkIn(row.where)
    return next ? missing(inner, next, '', null) : missing(inner, section, field, results)
  })
}

function coveredAbove(section: string, field: string): boolean {
  const parts = field.split('.')
  return parts.some((_, n) => n > 0 && known.has(`${section} ${parts.slice(0, n).join('.')}.*`))
}

const fixtures = readdirSync(join(root, 'test/fixtures/documents'))
  .filter(name => name.endsWith('.json'))
  .map(name => name.slice(0, -'.json'.length))

describe('docs/api-coverage.md', () => {
  it('has a section for every example', () => {
    expect(fixtures.filter(name => !examples.has(name))).toEqual([])
  })

  it.each(fixtures)('has every field of %s', name => {
    // The second is what the results of a page are.
    const [section = '', results = null] = examples.get(name) ?? []
    expect(missing(documented(name), section, '', results)).toEqual([])
  })

  it('finds a field that is not there', () => {
    expect(missing({ id: 1, product: { sku: 'x', colour: 2 }, nobody: {} }, 'order-item', '', null)).toEqual([
      'product: colour',
      'order-item: nobody',
    ])
  })

  it('says where each field is in words that mean something', () => {
    const words = /^(?:shown|in the fold|used|sent|not (?:shown|used|sent): |not sent with a GET$|as )/
    expect(rows.filter(row => !words.test(row.where)).map(row => `${row.section} ${row.field}: ${row.where}`)).toEqual(
      [],
    )
    const placed = rows.filter(
      row => /^(?:shown|used:|sent:|in the fold)/.test(row.where) && linkIn(row.where) === null,
    )
    expect(placed.filter(row => namesIn(row.where).length === 0).map(row => row.field)).toEqual([])
  })

  it('leaves nothing for later', () => {
    expect(text.split('\n').filter(line => /\byet\b/.test(line))).toEqual([])
    expect(
      rows.filter(row => namesIn(row.tests).length === 0 && !row.where.startsWith('not ')).map(row => row.field),
    ).toEqual([])
  })

  it('puts into the fold what the screens leave to it', () => {
    const told = rows.flatMap(row => {
      const drawn = drawnBy.get(row.section)
      return drawn ? [{ row, isDrawn: isDrawn(drawn, row.field.split('.')) }] : []
    })
    const wrong = told.filter(({ row, isDrawn }) =>
      row.where.startsWith('in the fold') ? isDrawn : isDrawn && row.where.includes('in the fold'),
    )
    expect(told.filter(({ isDrawn }) => isDrawn).length).toBeGreaterThan(90)
    expect(wrong.map(({ row }) => `${row.section} ${row.field}: ${row.where}`)).toEqual([])
  })

  it('names only files that are there, in folders that have the field', () => {
    const wrong = rows.filter(row => {
      const files = namesIn(row.where).map(placeOf)
      if (files.includes(null)) return true
      // What a screen shows under other fields is what it does not name; a refusal is shown whatever its fields are.
      if (files.length === 0 || row.section === 'refusal' || row.field.endsWith('.*')) return false
      const last = row.field.split('.').at(-1) ?? ''
      if (!/^[a-z_]+$/.test(last)) return false
      if (row.where.startsWith('in the fold')) return false
      return !files.some(file => file && folderOf(file).some(one => wordsOf(one).has(last)))
    })
    expect(wrong.map(row => `${row.section} ${row.field}: ${row.where}`)).toEqual([])
  })

  it('names only tests that are there', () => {
    const named = rows.flatMap(row => namesIn(row.tests))
    expect([...new Set(named)].filter(name => !existsSync(join(root, 'test', name)))).toEqual([])
  })
})

/** The keys of an example that its reader dropped. */
function lost(before: unknown, after: unknown, path = ''): string[] {
  if (Array.isArray(before))
    return before.flatMap((one, n) => lost(one, Array.isArray(after) ? after[n] : undefined, path))
  if (typeof before !== 'object' || before === null) return []
  // The readers may turn an object into its label or id, or an empty one into null: nothing below it is a field then.
  if (typeof after !== 'object' || after === null) return []
  return Object.entries(before).flatMap(([key, inner]) => {
    const field = `${path}${key}`
    return Object.hasOwn(after, key)
      ? lost(inner, Object.getOwnPropertyDescriptor(after, key)?.value, `${field}.`)
      : [field]
  })
}

describe('the readers keep every documented field', () => {
  const resultsOf = (name: string) => (documented(name) as { results: unknown[] }).results
  it.each<[string, readonly unknown[], (row: unknown) => unknown]>([
    ['orders of the list', resultsOf('commerce-orders-list'), readOrder],
    ['the order in detail', [documented('commerce-order-detail')], readOrder],
    ['the cancellation view', [documented('commerce-cancellation-view')], readOrder],
    ['reasons', resultsOf('commerce-reasons-list'), readReason],
    ['requests', resultsOf('commerce-requests-list'), readRequest],
    ['created requests', documented('commerce-bulk-response-201') as unknown[], readRequest],
    ['old orders', resultsOf('commerce-old-orders-list'), readOldOrder],
    ['an old order', [documented('commerce-old-order-detail')], readOldOrder],
    ['pending orders', resultsOf('omnitron-pending-list'), readPending],
  ])('%s', (_name, values, read) => {
    for (const value of values) expect(lost(value, read(value))).toEqual([])
  })

  it('a created request, whose hours move up one step', () => {
    const made = documented('commerce-create-response-200')
    expect(lost(made, readRequest(made))).toEqual(['easy_return.pickup_date.hour_range'])
    expect(readPickupDate(documented('commerce-pickup-date'))).toEqual({
      date: '2024-01-01',
      start: '09:00',
      end: '12:00',
    })
  })

  it('the refusals', () => {
    for (const name of ['commerce-create-response-400', 'commerce-create-response-406'])
      expect(readErrors(documented(name)).errors).toHaveLength(1)
  })
})
