import { isDeepStrictEqual } from 'node:util'
import { type Raw, readId } from '../../../src-main/akinon/values.ts'
import { pendingItemSchema, pendingOrderSchema } from '../../../src-main/contract/pending.ts'
import {
  discountItemSchema,
  oldOrderItemSchema,
  oldOrderSchema,
  orderItemSchema,
  orderSchema,
} from '../../../src-main/contract/resources.ts'
import { moneySchema } from '../../../src-main/contract/values.ts'

/** What must hold of a read row, whatever was sent. Plain throws: these run hundreds of thousands of times. */

const moneyKeysOf = ({ shape }: { readonly shape: Readonly<Record<string, unknown>> }): readonly string[] =>
  Object.keys(shape).filter(key => shape[key] === moneySchema)

interface MoneyPlan {
  readonly keys: readonly string[]
  /** Nested lists: where rows without an id fall out, the rest are matched in their order. */
  readonly lists: Readonly<Record<string, { readonly keys: readonly string[]; readonly byId: boolean }>>
}

export const moneyOf = {
  order: {
    keys: moneyKeysOf(orderSchema),
    lists: {
      orderitem_set: { keys: moneyKeysOf(orderItemSchema), byId: true },
      discountitem_set: { keys: moneyKeysOf(discountItemSchema), byId: false },
    },
  },
  oldOrder: {
    keys: moneyKeysOf(oldOrderSchema),
    lists: { oldorderitem_set: { keys: moneyKeysOf(oldOrderItemSchema), byId: false } },
  },
  pending: {
    keys: moneyKeysOf(pendingOrderSchema),
    lists: { orderitem_set: { keys: moneyKeysOf(pendingItemSchema), byId: true } },
  },
} satisfies Record<string, MoneyPlan>

/** Every amount of the row and of its nested rows is what was sent, digit by digit, and null only where none was. */
export function checkMoney(sent: unknown, read: object, { keys, lists }: MoneyPlan): void {
  const row = recordOf(sent)
  if (!row) fail('a row out of no row', sent, read)
  checkKeys(row, read as Raw, keys)
  for (const [name, { keys: nestedKeys, byId }] of Object.entries(lists)) {
    const before = own(row, name)
    const after = (read as Raw)[name] as readonly Raw[]
    if (!Array.isArray(before)) continue
    const kept = byId ? before.filter(one => hasId(recordOf(one))) : before
    // Without ids it can not be said which of several odd rows fell out.
    if (!byId && kept.length !== after.length) continue
    if (kept.length !== after.length) fail(`${name} lost or made up rows`, before, after)
    kept.forEach((one, index) => {
      const nested = recordOf(one)
      if (nested) checkKeys(nested, after[index] ?? {}, nestedKeys)
    })
  }
}

function checkKeys(sent: Raw, read: Raw, keys: readonly string[]): void {
  for (const key of keys) {
    const value = own(sent, key)
    const kept = read[key]
    if (typeof value === 'string' && value.trim() !== '') {
      if (kept !== value) fail(`${key} changed`, value, kept)
    } else if (typeof value === 'number') {
      const isPlain = typeof kept === 'string' && /^-?\d+(\.\d+)?$/.test(kept)
      if (!isPlain || Number(kept) !== value) fail(`${key} changed`, value, kept)
    } else if (kept !== null) fail(`${key} made up`, value, kept)
  }
}

/** The row's id is text with the digits that were sent. */
export function checkId(sent: unknown, read: { readonly id: string }): void {
  const row = recordOf(sent)
  const candidates = [own(row ?? {}, 'id'), own(row ?? {}, 'pk')]
  const value = candidates.find(one => readId(one) !== null)
  if (typeof read.id !== 'string') fail('an id that is no text', value, read.id)
  const isSame =
    typeof value === 'number' ? Number(read.id) === value && !/e/i.test(read.id) : read.id === String(value).trim()
  if (!isSame) fail('the id changed', value, read.id)
}

/** Nothing that came in has become anybody's prototype, and what came as `__proto__` is data. */
export function checkPrototypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const expected = Array.isArray(value) ? Array.prototype : Object.prototype
  if (Object.getPrototypeOf(value) !== expected) fail('a foreign prototype', expected, value)
  for (const one of Object.values(value)) checkPrototypes(one)
}

export function checkNothingPolluted(): void {
  if ('polluted' in {} || Object.keys(Object.prototype).length > 0) fail('a polluted prototype', {}, Object.prototype)
}

/** The long number tokens of the text came out of the parser with their digits. */
export function checkDigits(numbers: readonly string[], parsed: unknown): void {
  if (numbers.length === 0) return
  const leaves = new Set<unknown>()
  collectLeaves(parsed, leaves)
  for (const number of numbers) {
    const isLong = number.replaceAll(/\D/g, '').length >= 16 || !Number.isFinite(Number(number))
    if (!leaves.has(isLong ? number : Number(number))) fail('digits lost', number, [...leaves])
  }
}

function collectLeaves(value: unknown, leaves: Set<unknown>): void {
  if (typeof value !== 'object' || value === null) leaves.add(value)
  else for (const one of Object.values(value)) collectLeaves(one, leaves)
}

/** Readers are functions of the row: they change nothing of it. */
export function checkUntouched(text: string, value: unknown, again: (text: string) => unknown): void {
  if (!isDeepStrictEqual(value, again(text))) fail('the answer was changed', text, value)
}

const recordOf = (value: unknown): Raw | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : null
const own = (row: Raw, key: string): unknown => (Object.hasOwn(row, key) ? row[key] : undefined)
const hasId = (row: Raw | null): boolean =>
  row !== null && (readId(own(row, 'id')) !== null || readId(own(row, 'pk')) !== null)

function fail(what: string, sent: unknown, read: unknown): never {
  throw new Error(`${what}: sent ${JSON.stringify(sent)}, read ${JSON.stringify(read)}`)
}
