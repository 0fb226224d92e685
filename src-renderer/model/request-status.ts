import type { EnumValue } from '../../src-main/contract/values.ts'

/**
 * How far the shop is with a request. `undecided`: no decision yet. `in-progress`: taken up, but not decided.
 * `approved`: accepted, and still being handled. `to-be-paid`: accepted, and the payment is due. `completed`: accepted
 * and done. `rejected`: refused. `cancelled`: the request itself was withdrawn.
 */
export type RequestStage =
  | 'undecided'
  | 'in-progress'
  | 'approved'
  | 'to-be-paid'
  | 'completed'
  | 'rejected'
  | 'cancelled'

/** The only table of request statuses. Omnitron's `cancel_status` of an item has the same values. */
const stages = {
  open: 'undecided',
  waiting: 'undecided',
  waiting_approval: 'undecided',
  confirmation_waiting: 'undecided',
  active: 'undecided',
  confirmed: 'in-progress',
  approved: 'approved',
  waiting_for_payment: 'to-be-paid',
  completed: 'completed',
  rejected: 'rejected',
  cancelled: 'cancelled',
} as const satisfies Readonly<Record<string, RequestStage>>

type RequestStatusName = keyof typeof stages

const isName = (text: string): text is RequestStatusName => Object.hasOwn(stages, text)

/** The documented name of a status, however the shop spells it; null for an undocumented status. */
export const requestStatusName = (value: string | null): RequestStatusName | null => {
  const text = (value ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  const name = text === 'canceled' ? 'cancelled' : text
  return isName(name) ? name : null
}

/**
 * The stage of a request. An undocumented status may mean anything, so it counts as undecided and a person looks at it.
 * Only the value counts, because labels are in a changing language.
 */
export const requestStage = ({ value }: Pick<EnumValue, 'value'>): RequestStage => {
  const name = requestStatusName(value)
  return name === null ? 'undecided' : stages[name]
}

const openStages: ReadonlySet<RequestStage> = new Set(['undecided', 'in-progress', 'approved', 'to-be-paid'])
const decidedStages: ReadonlySet<RequestStage> = new Set([
  'approved',
  'to-be-paid',
  'completed',
  'rejected',
  'cancelled',
])

/** Whether the shop is still busy with the request, so that another request for the item would be a second one. */
const isOpenStage = (stage: RequestStage): boolean => openStages.has(stage)

/** Whether the shop has accepted or refused the request, or the request is over. */
const isDecidedStage = (stage: RequestStage): boolean => decidedStages.has(stage)

/** Whether the request had no effect: rejected or withdrawn. */
export const isLostStage = (stage: RequestStage | null): boolean => stage === 'rejected' || stage === 'cancelled'

export const isOpenRequest = (request: { readonly status: Pick<EnumValue, 'value'> }): boolean =>
  isOpenStage(requestStage(request.status))

export const isDecidedRequest = (request: { readonly status: Pick<EnumValue, 'value'> }): boolean =>
  isDecidedStage(requestStage(request.status))

/** Whether a line of a pending order waits for a decision. A line without a `cancel_status` needs none. */
export const isUndecidedCancelStatus = (value: string | null): boolean =>
  value !== null && value.trim() !== '' && !isDecidedStage(requestStage({ value }))
