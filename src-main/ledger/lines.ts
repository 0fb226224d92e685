import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { idSchema } from '../contract/values.ts'

const numberSchema = z.number().int()

const entryLineSchema = z.object({
  t: z.literal('entry'),
  at: z.number(),
  id: idSchema,
  version: numberSchema,
  state: z.string(),
  /** The form said "not saved" after all: the entry never was, and the same form may be submitted again. */
  takenBack: z.literal(true).optional(),
  sealed: z.string(),
})

const intentLineSchema = z.object({
  t: z.literal('intent'),
  at: z.number(),
  id: idSchema,
  revision: numberSchema,
  attempt: numberSchema,
  baselineIds: z.array(idSchema),
})

const outcomeLineSchema = z.object({
  t: z.literal('outcome'),
  at: z.number(),
  id: idSchema,
  revision: numberSchema,
  attempt: numberSchema,
  kind: z.string(),
  sealed: z.string(),
})

/** What compaction leaves of an entry that is over: enough to refuse a second send and to recognise an old copy of it. */
const endedLineSchema = z.object({
  t: z.literal('ended'),
  /** When it was over (ms since 1970). */
  at: z.number(),
  id: idSchema,
  version: numberSchema,
  state: z.enum(['CONFIRMED', 'DROPPED']),
  takenBack: z.literal(true).optional(),
  requestId: idSchema.nullable(),
  /** [revision, attempt] of every intent. */
  claims: z.array(z.tuple([numberSchema, numberSchema])),
})

/** Lines were found unreadable, and compaction left them out. From then on a missing line proves nothing. */
const damageLineSchema = z.object({ t: z.literal('damage'), at: z.number(), lines: numberSchema })

/** One line of the ledger. Plain parts are ids, numbers and states; everything a person typed is in `sealed` (AES-256-GCM, base64). */
const ledgerLineSchema = z.discriminatedUnion('t', [
  entryLineSchema,
  intentLineSchema,
  outcomeLineSchema,
  endedLineSchema,
  damageLineSchema,
])
export type LedgerLine = z.infer<typeof ledgerLineSchema>
export type EntryLine = z.infer<typeof entryLineSchema>
export type EndedLine = z.infer<typeof endedLineSchema>

/** A line as it lies in the file. `line` is null for a whole line of a kind or form that this version does not know. */
export interface Fact {
  /** Without the line feed. */
  readonly text: string
  readonly line: LedgerLine | null
  /** The entry it is about. */
  readonly id: string | null
}

export function factOf(line: LedgerLine): Fact {
  return { text: textOf(line), line, id: line.t === 'damage' ? null : line.id }
}

/** Null for a line that is torn or flipped. */
export function readFact(text: string): Fact | null {
  const json = text.slice(9)
  if (text[8] !== ' ' || checksum(json) !== text.slice(0, 8)) return null
  const raw = parseJson(json)
  const known = ledgerLineSchema.safeParse(raw)
  if (known.success) return { text, line: known.data, id: known.data.t === 'damage' ? null : known.data.id }
  const about = z.object({ id: idSchema }).safeParse(raw)
  return { text, line: null, id: about.success ? about.data.id : null }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Checksum in hex, a blank, the JSON. */
function textOf(line: LedgerLine): string {
  const json = JSON.stringify(line)
  return `${checksum(json)} ${json}`
}

const checksum = (json: string): string => crc32(json).toString(16).padStart(8, '0')

/** A line that says how an entry stands. */
export type StateLine = EntryLine | EndedLine

/**
 * The later of two such lines about one entry: the higher version, and the later line of equals, so that an old copy recorded
 * again changes nothing. After an entry was taken back any line counts as later: it was never saved, and the same form may be
 * submitted again as a new entry.
 */
export function laterOf(known: StateLine | null, next: StateLine): StateLine {
  const isLater = known === null || next.t === 'ended' || next.version >= leastLaterVersion(known)
  return isLater ? next : known
}

/** Whether the entry is over: requested, or discarded. */
export function isOver(line: StateLine): line is StateLine & { readonly state: 'CONFIRMED' | 'DROPPED' } {
  return line.state === 'CONFIRMED' || line.state === 'DROPPED'
}

/** The version a later line must have at least. */
export function leastLaterVersion(line: StateLine): number {
  return line.takenBack ? 0 : line.version
}
