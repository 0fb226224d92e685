import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { parseJson } from '../../../src-main/akinon/json.ts'
import { readAddress, readAddressRow, readUser } from '../../../src-main/akinon/read-customer.ts'
import { readErrors } from '../../../src-main/akinon/read-errors.ts'
import { readPage } from '../../../src-main/akinon/read-lists.ts'
import { readOldOrder, readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { readPickupDate, readReason, readRequest } from '../../../src-main/akinon/read-request.ts'
import { unwrapData } from '../../../src-main/akinon/values.ts'
import { pendingOrderSchema } from '../../../src-main/contract/pending.ts'
import {
  cancellationReasonSchema,
  cancellationRequestSchema,
  oldOrderSchema,
  orderSchema,
} from '../../../src-main/contract/resources.ts'
import { seedOfRun } from '../../seed.ts'
import { documented, documentNames } from './documents.ts'
import { type Change, changes, mutate } from './mutate.ts'
import {
  checkDigits,
  checkId,
  checkMoney,
  checkNothingPolluted,
  checkPrototypes,
  checkUntouched,
  moneyOf,
} from './reader-oracles.ts'

const seed = seedOfRun()
/** `npm run test:faults` runs 10,000. */
const numRuns = Number(process.env['MUTATION_RUNS'] ?? 2_000)
const ask = { page: 1, limit: 20, startedAt: 0 }

interface RowReader {
  readonly read: (value: unknown) => { readonly id: string } | null
  readonly schema: z.ZodType
  readonly money: Parameters<typeof checkMoney>[2] | null
}

const readers: Readonly<Record<string, RowReader>> = {
  order: { read: readOrder, schema: orderSchema, money: moneyOf.order },
  request: { read: readRequest, schema: cancellationRequestSchema, money: null },
  reason: { read: readReason, schema: cancellationReasonSchema, money: null },
  oldOrder: { read: readOldOrder, schema: oldOrderSchema, money: moneyOf.oldOrder },
  pending: { read: readPending, schema: pendingOrderSchema, money: moneyOf.pending },
}

/** Reads a body as every reader there is would, and checks each row that comes out. */
function readEveryWay(value: unknown): void {
  const raw = readPage(value, ask, row => ({ row }))?.rows.map(({ row }) => unwrapData(row)) ?? []
  for (const { read, schema, money } of Object.values(readers)) {
    const sent: unknown[] = []
    const page = readPage(value, ask, row => {
      const one = read(row)
      if (one) sent.push(unwrapData(row))
      return one
    })
    if ((page?.rows.length ?? 0) + (page?.unreadable.length ?? 0) !== raw.length) throw new Error('rows got lost')
    page?.rows.forEach((row, index) => {
      const { error } = schema.safeParse(row)
      if (error) throw error
      checkId(sent[index], row)
      checkPrototypes(row)
      if (money) checkMoney(sent[index], row, money)
    })
    // A page of one row has read a lone row already.
    if (raw.length !== 1) checkPrototypes(read(value))
  }
  for (const read of [readAddress, readAddressRow, readUser, readErrors, readPickupDate]) checkPrototypes(read(value))
  checkNothingPolluted()
}

/** Changes of changes may nest a body deeper than the parser takes; refusing it as a whole is right only then. */
const deepest = 200

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

const parsed = (text: string): { readonly value: unknown } | null => {
  const result = parseJson(text)
  if (result.ok) return result
  if (depthOf(JSON.parse(text)) > deepest) return null
  throw new Error('a body that does not parse')
}

const parsedValue = (text: string) => parsed(text)?.value

it.each(documentNames)(
  `%s: ${numRuns} changed bodies are read`,
  name => {
    const property = fc.property(changes, (made: Change[]) => {
      const { text, numbers } = mutate(name, made)
      const body = parsed(text)
      if (!body) return
      checkDigits(numbers, body.value)
      readEveryWay(body.value)
      if (made.length === 1) checkUntouched(text, body.value, parsedValue)
    })
    fc.assert(property, { seed, numRuns })
  },
  120_000,
)

it('never throws on text cut or changed anywhere', () => {
  const texts = documentNames.map(name => JSON.stringify(documented(name)))
  const property = fc.property(fc.constantFrom(...texts), fc.nat(), fc.string({ maxLength: 3 }), (text, at, more) => {
    const place = at % text.length
    const result = parseJson(text.slice(0, place) + more + text.slice(place + more.length))
    if (result.ok) for (const { read } of Object.values(readers)) readPage<unknown>(result.value, ask, read)
    parseJson(text.slice(0, place))
  })
  fc.assert(property, { seed, numRuns })
}, 120_000)

it('makes the same bodies of the same seed', () => {
  const texts = () =>
    fc.sample(changes, { seed: 7, numRuns: 50 }).map(made => mutate('commerce-order-detail', made).text)
  expect(texts()).toEqual(texts())
})
