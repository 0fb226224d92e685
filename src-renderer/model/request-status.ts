import type { EnumValue } from '../../src-main/contract/values.ts'

/**
 * How far the shop is with a request. `undecided`: nobody has decided. `in-progress`: taken up, still neither yes nor no.
 * `approved`: yes, and the shop goes on with it. `to-be-paid`: yes, and money is still to move. `completed`: yes, and done.
 * `rejected`: no. `cancelled`: the request itself was called off.
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

export type RequestStatusName = keyof typeof stages

const isName = (text: string): text is RequestStatusName => Object.hasOwn(stages, text)

/** The documented name of a status, however the shop spells it; null for a status that no document names. */
export const requestStatusName = (value: string | null): RequestStatusName | null => {
  const text = (value ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  const name = text === 'canceled' ? 'cancelled' : text
  return isName(name) ? name : null
}

/**
 * The stage of a request. A status that no document names may mean anything, so it counts as undecided and a person looks
 * at it. Only the value counts: labels come in the language of the day.
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

/** Whether the shop is still busy with the request, so that a new one for the same item would be a second one. */
export const isOpenStage = (stage: RequestStage): boolean => openStages.has(stage)

/** Whether the shop has said yes or no, or the request is over without either. */
export const isDecidedStage = (stage: RequestStage): boolean => decidedStages.has(stage)

/** Whether the request came to nothing: the shop rejected it, or it was called off. */
export const isLostStage = (stage: RequestStage | null): boolean => stage === 'rejected' || stage === 'cancelled'

export const isOpenRequest = (request: { readonly status: Pick<EnumValue, 'value'> }): boolean =>
  isOpenStage(requestStage(request.status))

export const isDecidedRequest = (request: { readonly status: Pick<EnumValue, 'value'> }): boolean =>
  isDecidedStage(requestStage(request.status))

/** Whether a line of a pending order waits for a decision. A line without a `cancel_status` has nothing to decide. */
export const isUndecidedCancelStatus = (value: string | null): boolean =>
  value !== null && value.trim() !== '' && !isDecidedStage(requestStage({ value }))
