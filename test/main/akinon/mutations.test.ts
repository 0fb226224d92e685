import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseJson } from '../../../src-main/akinon/json.ts'
import { readAddress, readAddressRow } from '../../../src-main/akinon/read-address.ts'
import { readErrors } from '../../../src-main/akinon/read-errors.ts'
import { readOldOrder } from '../../../src-main/akinon/read-old-order.ts'
import { readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPage } from '../../../src-main/akinon/read-page.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { readReason } from '../../../src-main/akinon/read-reason.ts'
import { readRequest } from '../../../src-main/akinon/read-request.ts'
import { readUser } from '../../../src-main/akinon/read-user.ts'
import type { Raw } from '../../../src-main/akinon/values.ts'
import { pageSchema } from '../../../src-main/contract/pages.ts'
import { pendingOrderSchema } from '../../../src-main/contract/pending.ts'
import {
  cancellationReasonSchema,
  cancellationRequestSchema,
  oldOrderSchema,
  orderItemSchema,
  orderSchema,
} from '../../../src-main/contract/resources.ts'
import { documented, documentNames } from './documents.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const numRuns = 2000

const lists = [
  [readOrder, orderSchema],
  [readRequest, cancellationRequestSchema],
  [readReason, cancellationReasonSchema],
  [readOldOrder, oldOrderSchema],
  [readPending, pendingOrderSchema],
] as const

const odd = fc.oneof(
  fc.constantFrom(null, {}, [], '', 0, -1, true, '0', 'null', [[]], { value: null }, { __proto__: null, a: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.bigInt().map(String),
  fc.double().map(value => (Number.isFinite(value) ? value : 0)),
)
const moneyText = fc.oneof(
  fc.constantFrom('0.00', '-5.00', '0.000', '1.234,56', '1e3', 'NaN', '123456789012345678901234567890.10'),
  fc.integer({ min: -1e9, max: 1e9 }).map(cents => (cents / 100).toFixed(2)),
)
const moneyKeys = new Set(['amount', 'price', 'retail_price', 'discount_amount', 'shipping_amount', 'refund_amount'])

interface Change {
  readonly at: number
  readonly kind: 'drop' | 'odd' | 'money'
  readonly value: unknown
  readonly money: string
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  kind: fc.constantFrom('drop', 'odd', 'money'),
  value: odd,
  money: moneyText,
})

/** Every place in a document that can be changed. */
function places(value: unknown, found: [Record<string, unknown>, string][] = []) {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push([value as Record<string, unknown>, key])
    places((value as Raw)[key], found)
  }
  return found
}

function mutate(name: string, changes: readonly Change[]): unknown {
  const root = { root: structuredClone(documented(name)) }
  for (const { at, kind, value, money } of changes) {
    const all = places(root).filter(([, key]) => kind !== 'money' || moneyKeys.has(key))
    const place = all[at % Math.max(1, all.length)]
    if (!place) continue
    if (kind === 'drop') delete place[0][place[1]]
    else place[0][place[1]] = kind === 'money' ? money : structuredClone(value)
  }
  return root.root
}

/** Wherever a row sent money as text, the same row as read has the same text. */
function expectMoneyKept(sent: unknown, read: unknown, named: object) {
  if (typeof sent !== 'object' || sent === null || typeof read !== 'object' || read === null) return
  for (const [key, value] of Object.entries(sent)) {
    const kept = (read as Raw)[key]
    if (!moneyKeys.has(key) || !Object.hasOwn(named, key)) continue
    if (typeof value === 'string' && value.trim() !== '') expect(kept).toBe(value)
    else if (typeof value === 'number') expect(Number(kept)).toBe(value === 0 ? 0 : value)
    else expect(kept).toBeNull()
  }
}

it(`survives ${numRuns} changed documents (FC_SEED=${seed})`, () => {
  const property = fc.property(
    fc.constantFrom(...documentNames),
    fc.array(change, { minLength: 1, maxLength: 12 }),
    (name, changes) => {
      const value = mutate(name, changes)
      for (const [read, schema] of lists) {
        const page = readPage<{ readonly id: string }>(value, { page: 1, limit: 20, startedAt: 0 }, read)
        if (page) expect(pageSchema(schema).safeParse(page).error).toBeUndefined()
        const one = read(value)
        if (one) expect(schema.safeParse(one).error).toBeUndefined()
      }
      for (const read of [readAddress, readAddressRow, readUser, readErrors]) read(value)
      const rows = readPage(value, { page: 1, limit: 20, startedAt: 0 }, row => row)?.rows ?? []
      for (const row of rows) {
        expectMoneyKept(row, readOrder(row), orderSchema.shape)
        expectMoneyKept(row, readPending(row), pendingOrderSchema.shape)
        const items = (row as Raw | null)?.['orderitem_set']
        if (!Array.isArray(items)) continue
        const read = readOrder(row)?.orderitem_set ?? []
        // Items without an id fall out, so only an untouched list can be compared place by place.
        if (read.length !== items.length) continue
        for (const [index, item] of items.entries()) expectMoneyKept(item, read[index], orderItemSchema.shape)
      }
    },
  )
  fc.assert(property, { seed, numRuns })
}, 120_000)

it(`never throws on text cut or changed anywhere (FC_SEED=${seed})`, () => {
  const texts = documentNames.map(name => JSON.stringify(documented(name)))
  const property = fc.property(fc.constantFrom(...texts), fc.nat(), fc.string({ maxLength: 3 }), (text, at, more) => {
    const place = at % text.length
    const parsed = parseJson(text.slice(0, place) + more + text.slice(place + more.length))
    if (parsed.ok)
      for (const [read] of lists) readPage<unknown>(parsed.value, { page: 1, limit: 20, startedAt: 0 }, read)
    parseJson(text.slice(0, place))
  })
  fc.assert(property, { seed, numRuns })
}, 120_000)
