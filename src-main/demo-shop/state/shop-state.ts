import { z } from 'zod'
import { requestRecordSchema } from '../world/request-record.ts'

const shapeSchema = z.object({
  seed: z.number().int(),
  orders: z.number().int(),
  oldOrders: z.number().int(),
  pending: z.number().int(),
})

/** Everything that a shop remembers. Orders are not here: they are computed. */
export const shopStateSchema = z.object({
  version: z.literal(1),
  shape: shapeSchema,
  startedAt: z.number(),
  clockOffsetMs: z.number(),
  /** Where the shop listened last; it tries to come back there. 0 before the first time. */
  port: z.number().int(),
  nextRequestId: z.number().int(),
  sessions: z.record(z.string(), z.object({ customerKey: z.number().int(), expiresAt: z.number() })),
  staffTokens: z.array(z.string()),
  tradeIns: z.record(z.string(), z.enum(['approved', 'rejected'])),
  requests: z.array(requestRecordSchema),
})

export type ShopState = z.infer<typeof shopStateSchema>

/** The state of a shop that has just opened. */
export function freshState(shape: ShopState['shape'], nowMs: number): ShopState {
  return {
    version: 1,
    shape,
    startedAt: nowMs,
    clockOffsetMs: 0,
    port: 0,
    // Above every id that an order can have come with, so that "newest first" is "highest id first".
    nextRequestId: 20_000_001,
    sessions: {},
    staffTokens: [],
    tradeIns: {},
    requests: [],
  }
}
