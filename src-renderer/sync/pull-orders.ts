import type { Order } from '../../src-main/contract/resources.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { applyOrder, blendOrder, describeOrder, type OrderEntry } from './apply-order.ts'
import { readMoment } from './moment.ts'
import type { ListPlan } from './plan.ts'

export const ordersPlan: ListPlan<Order, OrderEntry> = {
  list: 'orders',
  table: 'orders',
  ask: (bridge, accountId, page, limit) => bridge.commerce.orders({ accountId, page, limit }),
  idOf: order => order.id,
  apply: applyOrder,
  blend: blendOrder,
  describe: describeOrder,
  atOf: order => readMoment(order.created_date),
  compare: compareNewest,
  fullEveryMs: 30 * 60_000,
}
