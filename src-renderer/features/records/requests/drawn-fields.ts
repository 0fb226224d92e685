import type { Drawn } from '../../common/parts/other-fields.ts'

/** Fields of a request that its screen draws in words of its own; the rest is in the fold at its end. */
export const drawnRequestFields: Drawn = {
  id: true,
  order_item: true,
  cancellation_type: true,
  description: true,
  quantity: true,
  easy_return: { start_date: true, tracking_number: true, pickup_date: true },
  iban: true,
  holder_name: true,
  created_date: true,
  modified_date: true,
}
