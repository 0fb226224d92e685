import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Outbox } from '../../../outbox/types.ts'

/** Stops at the first that can't be discarded: nothing else may happen then. */
export const discardAll = async (outbox: Outbox, entries: readonly Entry[]): Promise<Failure | null> => {
  for (const entry of entries) {
    const reply = await outbox.discard(entry.id)
    if (!reply.ok) return reply.failure
  }
  return null
}
