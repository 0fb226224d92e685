import type { CancellationRequest } from '../../src-main/contract/resources.ts'
import type { RequestSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { applyRequest } from './apply-request.ts'
import type { ListPlan } from './plan.ts'
import { timeInThisZone } from './time-in-this-zone.ts'

export const requestsPlan: ListPlan<CancellationRequest, RequestSummary> = {
  list: 'requests',
  table: 'requests',
  ask: (bridge, accountId, page, limit) => bridge.commerce.requests({ accountId, page, limit }),
  // Never the uuid: the API's own example has two requests that share one.
  idOf: request => request.id,
  apply: applyRequest,
  reread: timeInThisZone,
  describe: request =>
    JSON.stringify([request.status.value, request.modified_date, request.refund_amount, request.easy_return]),
  atOf: request => readMoment(request.created_date),
  compare: compareNewest,
  fullEveryMs: null,
}
