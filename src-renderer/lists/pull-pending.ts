import type { PendingOrder } from '../../src-main/contract/pending.ts'
import type { PendingSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { applyPending, describePending } from './apply-pending.ts'
import type { ListPlan } from './plan.ts'
import { timeInThisZone } from './time-in-this-zone.ts'

export const pendingPlan: ListPlan<PendingOrder, PendingSummary> = {
  list: 'pending',
  table: 'pending',
  ask: (bridge, accountId, page, limit) => bridge.omnitron.pending({ accountId, page, limit }),
  idOf: order => order.id,
  apply: applyPending,
  reread: timeInThisZone,
  describe: describePending,
  atOf: order => readMoment(order.date_placed),
  compare: compareNewest,
  fullEveryMs: null,
}
