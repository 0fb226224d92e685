import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { idSchema } from '../contract/values.ts'

/** One line of the ledger. Plain parts are ids, numbers and states; everything a person typed is in `sealed` (AES-256-GCM, base64). */
export const ledgerLineSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('entry'),
    at: z.number(),
    id: idSchema,
    version: z.number().int(),
    state: z.string(),
    sealed: z.string(),
  }),
  z.object({
    t: z.literal('intent'),
    at: z.number(),
    id: idSchema,
    revision: z.number().int(),
    attempt: z.number().int(),
    baselineIds: z.array(idSchema),
  }),
  z.object({
    t: z.literal('outcome'),
    at: z.number(),
    id: idSchema,
    revision: z.number().int(),
    attempt: z.number().int(),
    kind: z.string(),
    sealed: z.string(),
  }),
])
export type LedgerLine = z.infer<typeof ledgerLineSchema>

/** Checksum in hex, a blank, the JSON, a line feed. */
export function writeLine(line: LedgerLine): string {
  const json = JSON.stringify(line)
  return `${checksum(json)} ${json}\n`
}

/** Null for a line that is torn, flipped or of a kind this version does not know. */
export function readLine(text: string): LedgerLine | null {
  const json = text.slice(9)
  if (text[8] !== ' ' || checksum(json) !== text.slice(0, 8)) return null
  const parsed = ledgerLineSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : null
}

const checksum = (json: string): string => crc32(json).toString(16).padStart(8, '0')
