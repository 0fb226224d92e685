import { z } from 'zod'
import { commandSchema } from './commands.ts'
import { failureSchema } from './failures.ts'
import { cancellationRequestSchema } from './resources.ts'
import { idSchema } from './values.ts'

export const entryStates = ['QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED', 'CONFIRMED', 'DROPPED'] as const
export const entryStateSchema = z.enum(entryStates)
export type EntryState = z.infer<typeof entryStateSchema>

/**
 * What one send came to. `not-sent` is proof that the shop saw nothing; `unknown` means it may or may not have acted.
 * `refused-together`: the shop answered a bulk call with a refusal, and whether it acted on this line of it is not known.
 */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), request: cancellationRequestSchema }),
  z.object({ kind: z.literal('not-sent'), failure: failureSchema }),
  z.object({ kind: z.literal('rejected'), failure: failureSchema }),
  z.object({ kind: z.literal('refused-together'), failure: failureSchema }),
  z.object({ kind: z.literal('unknown'), failure: failureSchema }),
])
export type Outcome = z.infer<typeof outcomeSchema>

/** One try at sending: its number, what the shop already had for this item before it, and how it ended. */
const attemptSchema = z.object({
  no: z.number().int().min(1),
  revision: z.number().int().min(1),
  baselineIds: z.array(idSchema).max(10_000),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  outcome: z.enum(['confirmed', 'not-sent', 'rejected', 'refused-together', 'unknown']).nullable(),
  failure: failureSchema.nullable(),
})
export type Attempt = z.infer<typeof attemptSchema>

export const reviewReasons = [
  'absent',
  'several-candidates',
  'contradicts',
  'item-already-decided',
  'request-already-open',
  'quantity-too-large',
  'unreadable',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** What is expected to be paid back for a whole line, and how many pieces that is for. Null where it is not known. */
const lineEstimateSchema = z.object({ amount: z.string().nullable(), pieces: z.string().nullable() })
export type LineEstimate = z.infer<typeof lineEstimateSchema>

/** What the agent sees of the line, kept with the entry so that the outbox needs no cache. */
const entryAboutSchema = z.object({
  orderId: idSchema,
  orderNumber: z.string().nullable(),
  productName: z.string().nullable(),
  customerName: z.string().nullable(),
  reasonText: z.string().nullable(),
  /** Of what was asked for when it was saved; of an entry without `line`, the price of the whole line. */
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  /** Entries of older versions have none. The amount for another number of pieces follows from it. */
  line: lineEstimateSchema.optional(),
})
export type EntryAbout = z.infer<typeof entryAboutSchema>

/** One intended request for one order item. Everything a restart needs is in here. */
export const entrySchema = z.object({
  /** Minted when the form opens: submitting the same draft twice is one entry. */
  id: idSchema,
  /** The only order key; given by the store. 0 until stored. */
  seq: z.number().int(),
  accountId: idSchema,
  orderItem: idSchema,
  schema: z.literal(1),
  command: commandSchema,
  about: entryAboutSchema,
  /** Entries submitted in one go share it: while none of them was tried, they go out as one bulk call. */
  batch: idSchema.optional(),
  revision: z.number().int().min(1),
  /** Compare-and-swap guard: every stored change raises it by one. */
  version: z.number().int().min(1),
  state: entryStateSchema,
  attempts: z.array(attemptSchema).max(1000),
  /** Not before this time (ms since 1970), by this machine's clock; null means as soon as the gates allow. */
  nextAt: z.number().nullable(),
  /** Tries that failed without reaching the shop since the last success: drives the back-off. */
  failures: z.number().int().min(0),
  lastFailure: failureSchema.nullable(),
  review: z.object({ reason: z.enum(reviewReasons), candidateIds: z.array(idSchema).max(1000) }).nullable(),
  /** Complete read-backs since the attempt ended that did not show the request. */
  absentReads: z.array(z.number()).max(100),
  result: z
    .object({
      requestId: idSchema,
      via: z.enum(['response', 'read-back', 'adopted']),
      easyReturnCode: z.string().nullable(),
    })
    .nullable(),
  /** Of a discarded entry, for a while: the state to go back to, and until when (ms since 1970). What was typed goes with it. */
  undo: z.object({ state: z.enum(['QUEUED', 'REJECTED', 'NEEDS_REVIEW']), until: z.number() }).optional(),
  createdAt: z.number(),
  settledAt: z.number().nullable(),
})
export type Entry = z.infer<typeof entrySchema>

/** How many entries one `ledger.record` takes at the most. */
export const mostRecorded = 1000

/** What main needs for one send; it refuses an (entry, revision, attempt) it already has an intent for. */
export const sendInputSchema = z.object({
  accountId: idSchema,
  entryId: idSchema,
  revision: z.number().int().min(1),
  attempt: z.number().int().min(1),
  command: commandSchema,
  baselineIds: z.array(idSchema).max(10_000),
})
export type SendInput = z.infer<typeof sendInputSchema>

/** Several sends of one account that go out as one bulk call. */
export const sendTogetherInputSchema = z.object({
  accountId: idSchema,
  sends: z.array(sendInputSchema).min(1).max(100),
})
