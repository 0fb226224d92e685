import { useState } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { useCounterside } from '../../common/services/services.tsx'

export interface UndoDiscard {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly undo: (entryId: string) => void
}

/** Has a discarded entry back; what stood in the way stays to be read. */
export const useUndoDiscard = (): UndoDiscard => {
  const { outbox } = useCounterside()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const undo = (entryId: string) => {
    setBusy(true)
    setFailure(null)
    outbox
      .undoDiscard(entryId)
      .then(reply => setFailure(reply.ok ? null : reply.failure))
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }
  return { busy, failure, undo }
}
