import { z } from 'zod'
import { limits } from './limits.ts'

/** The key under which Akinon's shops keep the number of pieces of a merged line, unless a shop chose another. */
export const defaultQuantityKey = 'quantity'

type QuantityKeyProblem = 'spaces' | 'too-long'

/**
 * What is wrong with a typed key; null when nothing is. An empty key means the default; spaces around it are ignored.
 */
export function problemOfQuantityKey(typed: string): QuantityKeyProblem | null {
  const key = typed.trim()
  if (/\s/.test(key)) return 'spaces'
  return key.length > limits.quantityKey ? 'too-long' : null
}

export const quantityKeySchema = z
  .string()
  .trim()
  .refine(key => problemOfQuantityKey(key) === null)

interface CountedLine {
  readonly quantity?: string | null | undefined
  /** The value of the line's own field; missing in rows that an older version stored. */
  readonly own_quantity?: string | null | undefined
  readonly attributes?: unknown
  readonly attributes_kwargs?: unknown
}

/**
 * The order with the number of pieces of each line as this shop writes it: the line's own field, else the attribute
 * under the shop's key. The same order when nothing changes.
 */
export function withPieces<L extends CountedLine, O extends { readonly orderitem_set: readonly L[] }>(
  order: O,
  quantityKey: string,
): O {
  let isSame = true
  const lines = order.orderitem_set.map(line => {
    const quantity = ownQuantity(line) ?? pieces(line, quantityKey)
    if (quantity === (line.quantity ?? null)) return line
    isSame = false
    return { ...line, quantity }
  })
  return isSame ? order : { ...order, orderitem_set: lines }
}

/**
 * An older version stored the attribute's value as the quantity. If both are equal, the quantity came from the
 * attribute.
 */
const ownQuantity = (line: CountedLine): string | null => {
  if (line.own_quantity !== undefined) return line.own_quantity
  const quantity = line.quantity ?? null
  return quantity === pieces(line, defaultQuantityKey) ? null : quantity
}

const pieces = ({ attributes, attributes_kwargs }: CountedLine, key: string): string | null =>
  piecesUnder(attributes, key) ?? piecesUnder(attributes_kwargs, key)

/** An attribute of that name that is no number means something else. */
function piecesUnder(attributes: unknown, key: string): string | null {
  const found = isFields(attributes) && Object.hasOwn(attributes, key) ? attributes[key] : null
  const value = isFields(found) ? found['value'] : found
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return /^\d+(?:\.\d+)?$/.test(text) ? text : null
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
