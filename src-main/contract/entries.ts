import { z } from 'zod'
import { commandSchema } from './commands.ts'
import { failureSchema } from './failures.ts'
import { cancellationRequestSchema } from './resources.ts'
import { idSchema } from './values.ts'

export const entryStates = ['QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED', 'CONFIRMED', 'DROPPED'] as const
export const entryStateSchema = z.enum(entryStates)
export type EntryState = z.infer<typeof entryStateSchema>

/**
 * The outcome of one send. `not-sent`: proof that the shop saw nothing. `unknown`: the shop may have acted.
 * `refused-together`: the shop refused a bulk call, and whether it acted on this line is not known.
 */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), request: cancellationRequestSchema }),
  z.object({ kind: z.literal('not-sent'), failure: failureSchema }),
  z.object({ kind: z.literal('rejected'), failure: failureSchema }),
  z.object({ kind: z.literal('refused-together'), failure: failureSchema }),
  z.object({ kind: z.literal('unknown'), failure: failureSchema }),
])
export type Outcome = z.infer<typeof outcomeSchema>

/** One attempt to send: its number, the requests that the shop had for this item before, and the outcome. */
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

/** The estimated refund for a whole line, and its number of pieces. Null where it is not known. */
const lineEstimateSchema = z.object({ amount: z.string().nullable(), pieces: z.string().nullable() })
export type LineEstimate = z.infer<typeof lineEstimateSchema>

/** What the outbox shows of the line. Stored with the entry, so that the outbox needs no cache. */
const entryAboutSchema = z.object({
  orderId: idSchema,
  orderNumber: z.string().nullable(),
  productName: z.string().nullable(),
  customerName: z.string().nullable(),
  reasonText: z.string().nullable(),
  /** The estimate for the request as it was saved. For an entry without `line`, the price of the whole line. */
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  /** Gives the amount for another number of pieces. Entries of older versions lack it. */
  line: lineEstimateSchema.optional(),
})
export type EntryAbout = z.infer<typeof entryAboutSchema>

/** One request for one order item, with everything that is needed after a restart. */
export const entrySchema = z.object({
  /** Made when the form opens, so that submitting the same draft twice gives one entry. */
  id: idSchema,
  /** The order of the queue. Given by the store; 0 before. */
  seq: z.number().int(),
  accountId: idSchema,
  orderItem: idSchema,
  schema: z.literal(1),
  command: commandSchema,
  about: entryAboutSchema,
  /** Shared by entries that were submitted together. They go out as one bulk call as long as none of them was sent. */
  batch: idSchema.optional(),
  revision: z.number().int().min(1),
  /** Raised by one with every stored change. A change is stored only over the version it was made from. */
  version: z.number().int().min(1),
  state: entryStateSchema,
  attempts: z.array(attemptSchema).max(1000),
  /** When to send at the earliest, ms since 1970 by this machine's clock; null: as soon as the gates are open. */
  nextAt: z.number().nullable(),
  /** Attempts that did not reach the shop since the last success. The back-off grows with it. */
  failures: z.number().int().min(0),
  lastFailure: failureSchema.nullable(),
  review: z.object({ reason: z.enum(reviewReasons), candidateIds: z.array(idSchema).max(1000) }).nullable(),
  /** Complete reads of the shop's list since the attempt ended in which the request was missing. */
  absentReads: z.array(z.number()).max(100),
  result: z
    .object({
      requestId: idSchema,
      via: z.enum(['response', 'read-back', 'adopted']),
      easyReturnCode: z.string().nullable(),
    })
    .nullable(),
  /**
   * For a while after an entry was discarded: the state to restore, and until when (ms since 1970). Then the typed
   * content is deleted, too.
   */
  undo: z.object({ state: z.enum(['QUEUED', 'REJECTED', 'NEEDS_REVIEW']), until: z.number() }).optional(),
  createdAt: z.number(),
  settledAt: z.number().nullable(),
})
export type Entry = z.infer<typeof entrySchema>

/** The most entries that one `ledger.record` takes. */
export const mostRecorded = 1000

/** What main needs for one send. It refuses an entry, revision and attempt that it already has an intent for. */
export const sendInputSchema = z.object({
  accountId: idSchema,
  entryId: idSchema,
  revision: z.number().int().min(1),
  attempt: z.number().int().min(1),
  command: commandSchema,
  baselineIds: z.array(idSchema).max(10_000),
})
export type SendInput = z.infer<typeof sendInputSchema>

/** Several sends of one account for one bulk call. */
export const sendTogetherInputSchema = z.object({
  accountId: idSchema,
  sends: z.array(sendInputSchema).min(1).max(100),
})
