import { z } from 'zod'

/** One cancellation request, as the shop keeps it. Its status is never stored: it follows from the clock. */
export const requestRecordSchema = z.object({
  id: z.number().int(),
  uuid: z.string(),
  slot: z.number().int(),
  line: z.number().int(),
  type: z.enum(['cancel', 'refund']),
  reason: z.number().int(),
  description: z.string().nullable(),
  iban: z.string().nullable(),
  holderName: z.string().nullable(),
  carrier: z.number().int().nullable(),
  pickupAddress: z.number().int().nullable(),
  pickupDate: z
    .object({
      date: z.string(),
      hour_range: z.object({ start: z.string().optional(), end: z.string().optional() }).optional(),
    })
    .nullable(),
  quantity: z.number().int(),
  asLoyaltyMoney: z.boolean(),
  createdAt: z.number(),
  /** When the shop decides; null for a request that waits for ever. */
  decideAt: z.number().nullable(),
  /** When an approved request is carried out: the money goes back, the line closes. */
  settleAt: z.number().nullable(),
  outcome: z.enum(['complete', 'reject']),
})

export type RequestRecord = z.infer<typeof requestRecordSchema>

export type Outcome = RequestRecord['outcome']
export type RequestStatus = 'open' | 'approved' | 'rejected' | 'completed'

/** What has become of a request by now: open, then approved and completed, or rejected. */
export function statusOf({ decideAt, settleAt, outcome }: RequestRecord, nowMs: number): RequestStatus {
  if (decideAt === null || nowMs < decideAt) return 'open'
  if (outcome === 'reject') return 'rejected'
  return settleAt === null || nowMs < settleAt ? 'approved' : 'completed'
}

/**
 * What the shop calls the status on the wire. Most undecided requests are `open`; shops have other words for it too, some
 * of them in free text that no document lists, where label and value are the same.
 */
export function writtenStatusOf(request: RequestRecord, nowMs: number): string {
  const status = statusOf(request, nowMs)
  if (status !== 'open' || request.decideAt !== null) return status
  return ['open', 'open', 'waiting_approval', 'open', 'İnceleniyor'][request.id % 5] ?? status
}

/** When a request last changed. */
export function changedAt(request: RequestRecord, nowMs: number): number {
  const status = statusOf(request, nowMs)
  if (status === 'open') return request.createdAt
  return (status === 'completed' ? request.settleAt : request.decideAt) ?? request.createdAt
}
