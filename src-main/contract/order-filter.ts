import { z } from 'zod'
import { limits } from './limits.ts'

/** The API's filters for orders. A shop may ignore them; only its answer shows that. */
export const orderFilterSchema = z.object({
  /** An order number, or a part of one. */
  search: z.string().max(limits.shopSearch).optional(),
  /** A status value as the shop writes it. */
  status: z.string().max(100).optional(),
  /** A time or a day in ISO format. */
  created_date__gte: z.string().max(40).optional(),
  created_date__lte: z.string().max(40).optional(),
})
export type OrderFilter = z.infer<typeof orderFilterSchema>
