import { useEffect, useRef } from 'react'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { recordScreens } from '../../common/navigation/use-open-record.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { noRecents, recentsSchema, withRecent } from './recents.ts'

/** Walking down a list is no looking at each of its records. */
const settleMs = 700

/** Keeps which records were open for a moment, however they were opened. */
export const useRecents = (): void => {
  const { here } = useNavigation()
  const [recents, set] = useKept('recents', recentsSchema, noRecents)
  const latest = useRef(recents)
  useEffect(() => {
    latest.current = recents
  })
  const { accountId, id } = here
  const screen = recordScreens.find(each => each === here.screen)
  useEffect(() => {
    if (screen === undefined || accountId === null || id === null) return
    const timer = setTimeout(() => set(withRecent(latest.current, { accountId, screen, id })), settleMs)
    return () => clearTimeout(timer)
  }, [screen, accountId, id, set])
}
