import { z } from 'zod'
import { limits } from './limits.ts'
import { idSchema } from './values.ts'

/**
 * What the outbox can carry. The list only grows: entries of every shipped version are still on somebody's disk,
 * so changing a kind needs a new literal and an upgrade in storage/entry-table.ts.
 */

const cancellationTypeSchema = z.enum(['cancel', 'refund'])
export type CancellationType = z.infer<typeof cancellationTypeSchema>

export const cancellationPayloadSchema = z.object({
  order_item: idSchema,
  cancellation_type: cancellationTypeSchema,
  reason: idSchema,
  quantity: z.number().int().min(1).max(100_000).optional(),
  description: z.string().max(limits.description).optional(),
  shipping_company: idSchema.optional(),
  pickup_address: idSchema.optional(),
  /** A day alone, or with the hour it begins at, ends at, or both. */
  pickup_date: z
    .object({
      date: z.string().max(10),
      hour_range: z.object({ start: z.string().max(5).optional(), end: z.string().max(5).optional() }).optional(),
    })
    .optional(),
  iban: z.string().max(limits.iban).optional(),
  holder_name: z.string().max(limits.holderName).optional(),
  fully_refund_as_loyalty_money: z.boolean().optional(),
})
export type CancellationPayload = z.infer<typeof cancellationPayloadSchema>

export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancellation-request'), payload: cancellationPayloadSchema }),
])
export type Command = z.infer<typeof commandSchema>
