import type { CancellationReason } from '../contract/resources.ts'
import { type FieldTable, readFields } from './read-table.ts'
import { asRecord, blankToNull, readCode, readFlag, readRowId, readScalar, readText } from './values.ts'

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
