import type { OldOrder } from '../../src-main/contract/resources.ts'
import type { OldOrderSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { applyOldOrder } from './apply-old-order.ts'
import type { ListPlan } from './plan.ts'
import { timeInThisZone } from './time-in-this-zone.ts'

/** Orders of a former system were migrated once and don't change any more: a full look once a day is plenty. */
export const oldOrdersPlan: ListPlan<OldOrder, OldOrderSummary> = {
  list: 'oldOrders',
  table: 'oldOrders',
  ask: (bridge, accountId, page, limit) => bridge.commerce.oldOrders({ accountId, page, limit }),
  idOf: order => order.id,
  apply: applyOldOrder,
  reread: timeInThisZone,
  describe: order => JSON.stringify([order.status, order.amount, order.tracking_number, order.oldorderitem_set.length]),
  atOf: order => readMoment(order.created_date),
  compare: compareNewest,
  fullEveryMs: 24 * 60 * 60_000,
}
