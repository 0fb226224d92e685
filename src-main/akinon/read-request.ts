import type { CancellationReason, CancellationRequest, EasyReturn, PickupDate } from '../contract/resources.ts'
import {
  asFilledRecord,
  asRecord,
  blankToNull,
  type FieldTable,
  type Raw,
  readCode,
  readDate,
  readEnum,
  readFields,
  readFlag,
  readId,
  readMoney,
  readOptionalEnum,
  readReference,
  readRowId,
  readScalar,
  readText,
  unwrapData,
} from './values.ts'
/** `{date, hour_range: {start, end}}`, `{}` or a bare date. */
export function readPickupDate(value: unknown): PickupDate | null {
  const row = asFilledRecord(value)
  if (!row) {
    const date = readDate(value)
    return date === null ? null : { date, start: null, end: null }
  }
  const hours = asRecord(row['hour_range']) ?? row
  const read = { date: readDate(row['date']), start: readText(hours['start']), end: readText(hours['end']) }
  return Object.values(read).every(part => part === null) ? null : read
}

const easyReturnFields = {
  status: readEnum,
  code: readText,
  start_date: readDate,
  end_date: readDate,
  tracking_url: readText,
  tracking_number: readText,
  shipping_company: readOptionalEnum,
  pickup_date: readPickupDate,
} satisfies FieldTable<EasyReturn>

function readEasyReturn(value: unknown): EasyReturn | null {
  const row = asFilledRecord(value)
  if (row) return readFields<EasyReturn>(row, easyReturnFields)
  const code = blankToNull(readScalar(value))
  return code === null || value === false ? null : readFields<EasyReturn>({ code }, easyReturnFields)
}

const requestFields = {
  id: (_, row) => readRowId(row) ?? '',
  order_item: readReference,
  cancellation_type: readCode,
  status: readEnum,
  reason: readReference,
  description: readText,
  quantity: readText,
  easy_return: readEasyReturn,
  iban: readText,
  holder_name: readText,
  fully_refund_as_loyalty_money: readFlag,
  refund_amount: readMoney,
  uuid: readText,
  created_date: readDate,
  modified_date: readDate,
} satisfies FieldTable<CancellationRequest>

/** A cancellation request; null when it is no object or has no id. */
export function readRequest(value: unknown): CancellationRequest | null {
  const row = asRecord(unwrapData(value))
  return row && readRowId(row) !== null ? readFields<CancellationRequest>(row, requestFields) : null
}

/**
 * The requests of one order item. A row without an id gets an id made by us, because a line with such a request must
 * not look as if it could be cancelled.
 */
export function readItemRequests(rows: readonly unknown[], itemId: string): CancellationRequest[] {
  return rows.flatMap((row, index) => readItemRequest(row, itemId, `unnamed:${itemId}:${index}`) ?? [])
}

/** `active_cancellation_request`: null, an object, a list or a tuple around one, or a bare id. */
export function readActiveRequest(value: unknown, itemId: string): CancellationRequest | null {
  const all = Array.isArray(value) ? value : [value]
  const read = all.flatMap(one => readItemRequest(one, itemId, `active:${itemId}`) ?? [])
  return read.find(request => !request.id.startsWith('active:')) ?? read[0] ?? null
}

function readItemRequest(value: unknown, itemId: string, madeUpId: string): CancellationRequest | null {
  if (Array.isArray(value)) return value.length > 0 ? readItemRequest(value[0], itemId, madeUpId) : null
  const row = asFilledRecord(value) ?? loneRequest(value)
  if (!row) return null
  const read = readFields<CancellationRequest>(row, requestFields)
  return { ...read, id: read.id || madeUpId.slice(0, 200), order_item: read.order_item ?? itemId }
}

function loneRequest(value: unknown): Raw | null {
  if (value === true) return {}
  const id = readId(value)
  return id === null ? null : { id }
}

const reasonFields = {
  id: (_, row) => readRowId(row) ?? '',
  cancellation_type: readCode,
  subject: readText,
  translations: readTranslations,
  extra_information_needed: readFlag,
  order: value => {
    const place = Number(readScalar(value) ?? Number.NaN)
    return Number.isFinite(place) && value !== '' ? place : null
  },
  is_active: readFlag,
  uuid: readText,
} satisfies FieldTable<CancellationReason>

/** A cancellation reason; null when it is no object or has no id. Ids of -1 ("other") are real. */
export function readReason(value: unknown): CancellationReason | null {
  const row = asRecord(value)
  return row && readRowId(row) !== null ? readFields<CancellationReason>(row, reasonFields) : null
}

/** `{lang: {subject}}`, `{lang: text}`, or null; languages in lower case, those without a text left out. */
function readTranslations(value: unknown): Record<string, string> {
  const subjects = Object.entries(asRecord(value) ?? {}).flatMap(([language, said]) => {
    const subject = blankToNull(readScalar(asRecord(said)?.['subject'] ?? said))
    return subject ? [[language.toLowerCase(), subject] as const] : []
  })
  return Object.fromEntries(subjects)
}
