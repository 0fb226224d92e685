import type { Order } from '../../src-main/contract/resources.ts'
import { readMoment } from '../model/times.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { applyOrder, blendOrder, describeOrder, type OrderEntry } from './apply-order.ts'
import type { ListPlan } from './plan.ts'
import { timeInThisZone } from './time-in-this-zone.ts'

export const ordersPlan: ListPlan<Order, OrderEntry> = {
  list: 'orders',
  table: 'orders',
  ask: (bridge, accountId, page, limit) => bridge.commerce.orders({ accountId, page, limit }),
  idOf: order => order.id,
  apply: applyOrder,
  reread: timeInThisZone,
  recount: (known, order) => ({ ...known, items: applyOrder(order).items }),
  blend: blendOrder,
  describe: describeOrder,
  atOf: order => readMoment(order.created_date),
  compare: compareNewest,
  fullEveryMs: 30 * 60_000,
}
