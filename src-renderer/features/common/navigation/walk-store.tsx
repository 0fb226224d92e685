import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { createWatched, type Settable } from '../../../model/watched.ts'
import { still, useWatched } from '../services/use-watched.ts'
import { noWalk, type Walk } from './walk.ts'

const WalkContext = createContext<Settable<Walk> | null>(null)
const nowhere = still(noWalk)

/** Carries the list's order to the detail beside it, without rendering the detail with every row that arrives. */
export const WalkProvider = ({ children }: { children: ReactNode }) => {
  const walk = useMemo(() => createWatched(noWalk), [])
  return <WalkContext.Provider value={walk}>{children}</WalkContext.Provider>
}

/** The list's side. Gives the gap: where the open row stood before it left. */
export const useOfferWalk = (count: number, index: number, move: Walk['move']): number => {
  const walk = useContext(WalkContext)
  const last = useRef(0)
  if (index >= 0) last.current = index
  const gap = last.current
  useEffect(() => walk?.set({ count, index, gap, move }), [walk, count, index, gap, move])
  return gap
}

/** The detail's side. */
export const useWalk = (): Walk => useWatched(useContext(WalkContext) ?? nowhere)
