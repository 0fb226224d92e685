import type { CancellationReason } from '../../src-main/contract/resources.ts'
import type { ListPlan } from './plan.ts'

export const reasonsPlan: ListPlan<CancellationReason, CancellationReason> = {
  list: 'reasons',
  table: null,
  ask: (bridge, accountId, page, limit) => bridge.commerce.reasons({ accountId, page, limit }),
  idOf: reason => reason.id,
  // Inactive ones stay: an old request may name one, and the form filters for itself.
  apply: reason => reason,
  describe: reason => JSON.stringify(reason),
  atOf: () => null,
  compare: (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  fullEveryMs: null,
}
