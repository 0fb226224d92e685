import { z } from 'zod'
import { limits } from './limits.ts'

/** The shop's own filters of its orders, by the API's names. Whether a shop obeys them, only its answer tells. */
export const orderFilterSchema = z.object({
  /** An order number, or a part of one. */
  search: z.string().max(limits.shopSearch).optional(),
  /** A status value as the shop writes it. */
  status: z.string().max(100).optional(),
  /** A moment or a day in ISO form. */
  created_date__gte: z.string().max(40).optional(),
  created_date__lte: z.string().max(40).optional(),
})
export type OrderFilter = z.infer<typeof orderFilterSchema>
