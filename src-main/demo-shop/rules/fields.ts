import { readIso } from '../world/format.ts'
import type { RequestRecord } from '../world/request-record.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Whether a field was sent with something in it. */
export function has(fields: Fields, name: string): boolean {
  const value = fields[name]
  return value !== undefined && value !== null && value !== ''
}

/** A whole number, also when it was sent as a string: storefronts do both. */
export function integerIn(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

export function textIn(fields: Fields, name: string, longest: number): string | undefined {
  const value = fields[name]
  return typeof value === 'string' && value.length <= longest ? value : undefined
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The pickup day and hours, or nothing when they are not in the documented form. */
export function pickupDateIn(fields: Fields): NonNullable<RequestRecord['pickupDate']> | undefined {
  const value = fields['pickup_date']
  if (!isFields(value)) return undefined
  const date = textIn(value, 'date', 10)
  if (date?.length !== 10 || readIso(date) === undefined) return undefined
  const range = value['hour_range']
  if (range === undefined || range === null) return { date }
  if (!isFields(range)) return undefined
  const hours: { start?: string; end?: string } = {}
  for (const part of ['start', 'end'] as const) {
    if (!has(range, part)) continue
    const hour = textIn(range, part, 5)
    if (hour === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) return undefined
    hours[part] = hour
  }
  return { date, hour_range: hours }
}
