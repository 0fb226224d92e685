import type { Json } from '../../json/address-json.ts'

/** One way in which a row can be odd: fields laid over a good one. */
export interface Oddity {
  /** The part of the API's list of odd answers, e.g. `e14`, and a word. Together they are the odd row's number. */
  readonly name: string
  readonly changes: Json
  /** For orders: one line each, laid over a good line. */
  readonly lines?: readonly Json[]
}

/** Leaves a field out of the row altogether. */
export const missing = Symbol('missing')

/** A row with an oddity laid over it. */
export function overlaid(row: Json, changes: Json): Json {
  return Object.fromEntries(Object.entries({ ...row, ...changes }).filter(([, value]) => value !== missing))
}
