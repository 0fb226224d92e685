import { useMemo } from 'react'
import { useNow } from '../../../ui/use-now.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { type OldEntries, oldEntries } from './ages.ts'

/** What has been open for long, of all accounts, and the moment for which that is said. */
export const useOldEntries = (): OldEntries & { readonly now: number } => {
  const { entries } = useOutbox()
  const now = useNow()
  return useMemo(() => ({ ...oldEntries(entries, now), now }), [entries, now])
}
