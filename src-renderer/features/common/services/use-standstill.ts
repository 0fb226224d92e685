import { useMemo } from 'react'
import type { Standstill } from '../../../outbox/gates.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useCounterside } from './services.tsx'
import { still, useWatched } from './use-watched.ts'

const moving = still<Standstill | null>(null)

/** Why nothing of this account is sent right now; null when it is, and once the time the shop asked for is over. */
export const useStandstill = (accountId: string | null): Standstill | null => {
  const { outbox } = useCounterside()
  const now = useNow()
  const watched = useMemo(() => (accountId === null ? moving : outbox.standstill(accountId)), [outbox, accountId])
  const standstill = useWatched(watched)
  // Only a wait that the shop asked for ends with its time; after the others the shop is asked, and may refuse again.
  const isOver = standstill?.gate === 'throttled' && standstill.until !== null && standstill.until <= now
  return isOver ? null : standstill
}
