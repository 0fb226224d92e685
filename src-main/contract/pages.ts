import { z } from 'zod'

/** A row that could not be read. `raw` is its JSON, cut at 4,000 characters. */
const unreadableRowSchema = z.object({ index: z.number().int(), raw: z.string().max(4000) })
export type UnreadableRow = z.infer<typeof unreadableRowSchema>

/**
 * One page of a list. `more`: whether there may be a next page. `count` is what the shop says, and is not relied on.
 */
export const pageSchema = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row).readonly(),
    unreadable: z.array(unreadableRowSchema).readonly(),
    count: z.number().nullable(),
    more: z.boolean(),
    /** When the read was started, milliseconds since 1970 by this machine's clock. */
    startedAt: z.number(),
  })

export interface Page<T> {
  readonly rows: readonly T[]
  readonly unreadable: readonly UnreadableRow[]
  readonly count: number | null
  readonly more: boolean
  readonly startedAt: number
}
