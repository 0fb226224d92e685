import type { FieldError } from '../contract/failures.ts'
import { asRecord, readScalar } from './values.ts'

export interface ShopErrors {
  readonly errors: FieldError[]
  /** `error_code` or `code`, whichever the shop used. */
  readonly code: string | null
}

const maxErrors = 100
const maxTextLength = 2000
const maxFieldLength = 200
const maxDepth = 8

/** Keys that wrap messages about the whole form, at any depth. */
const transparent = new Set(['non_field_errors', 'detail', 'details', 'error', 'errors', 'message', 'messages'])
const codeKeys = ['error_code', 'code'] as const

/**
 * The messages in an error body of any documented shape: text or lists under field names, `detail`, `error`, a bare
 * list, nested errors per item. Nested names are joined with dots. Lengths and counts are bounded; never throws.
 */
export function readErrors(body: unknown): ShopErrors {
  const found: { errors: FieldError[]; code: string | null } = { errors: [], code: null }
  collect(body, [], found, 0)
  return found
}

/** The error messages in the body of a 2xx. Reads only keys that can't mean anything else. */
export function readMisplacedErrors(body: unknown): FieldError[] {
  const said = Object.entries(asRecord(body) ?? {}).filter(([key]) => transparent.has(key))
  return readErrors(Object.fromEntries(said)).errors
}

function collect(
  value: unknown,
  path: readonly string[],
  found: { errors: FieldError[]; code: string | null },
  depth: number,
) {
  if (found.errors.length >= maxErrors || depth > maxDepth) return
  const text = readScalar(value)
  if (text !== null) {
    if (text.trim() !== '') found.errors.push({ field: fieldName(path), text: text.slice(0, maxTextLength) })
    return
  }
  if (Array.isArray(value)) {
    // An index in a list of texts means nothing. An index in a list of objects is an item of a bulk request.
    value.forEach((part, index) => {
      collect(part, asRecord(part) ? [...path, String(index)] : path, found, depth + 1)
    })
    return
  }
  for (const [key, part] of Object.entries(asRecord(value) ?? {})) {
    if (isCode(key, part)) found.code ??= readScalar(part)
    else collect(part, transparent.has(key) ? path : [...path, key], found, depth + 1)
  }
}

/** A form can also have a field named `code`, as the login by phone does. Then the value is a list or a sentence. */
function isCode(key: string, value: unknown): boolean {
  if (!codeKeys.some(name => name === key)) return false
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.:-]{1,200}$/.test(value))
}

function fieldName(path: readonly string[]): string | null {
  return path.length === 0 ? null : path.join('.').slice(0, maxFieldLength)
}
