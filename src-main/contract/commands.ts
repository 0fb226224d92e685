import { z } from 'zod'
import { limits } from './limits.ts'
import { idSchema } from './values.ts'

/**
 * The kinds of commands in the outbox. The list only grows, because entries of every released version are still on
 * people's disks. A changed kind needs a new literal and an upgrade in storage/entry-table.ts.
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
  /** A day, with the hour of its start, its end, both, or neither. */
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
