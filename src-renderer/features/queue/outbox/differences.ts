import type { CancellationPayload } from '../../../../src-main/contract/commands.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'

/** What a request at the shop can differ in from the one we asked for. */
export const comparedFields = ['type', 'reason', 'quantity', 'description'] as const
export type ComparedField = (typeof comparedFields)[number]

const isGiven = (text: string | null): text is string => text !== null && text !== ''

/** Fields that the shop shows and that are not what we asked for. What it leaves out differs in nothing. */
export const differencesOf = (payload: CancellationPayload, row: CancellationRequest): ReadonlySet<ComparedField> => {
  const { cancellation_type: type, reason, quantity, description } = row
  const differs: Record<ComparedField, boolean> = {
    type: isGiven(type) && type !== payload.cancellation_type,
    reason: isGiven(reason) && reason.trim() !== payload.reason.trim(),
    // The shop may write 2 as "2.00".
    quantity: isGiven(quantity) && payload.quantity !== undefined && Number(quantity) !== payload.quantity,
    // A text where we sent none is somebody else's.
    description: isGiven(description) && description.trim() !== (payload.description ?? '').trim(),
  }
  return new Set(comparedFields.filter(field => differs[field]))
}
