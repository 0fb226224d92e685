import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { createWatched, type Settable } from '../../../model/watched.ts'
import { still, useWatched } from '../services/use-watched.ts'

/** Where the open row stands in its list. */
export interface RowPosition {
  readonly count: number
  /** -1 when the open row is not in the list. */
  readonly index: number
  /** The index of the open row before it left the list. */
  readonly gap: number
}

/** Moving from row to row of a list while one of them is open beside it. */
interface Walk extends RowPosition {
  /** `takeFocus`: the row also gets the keyboard's focus. */
  readonly move: (index: number, takeFocus?: boolean) => void
}

const noWalk: Walk = { count: 0, index: -1, gap: 0, move: () => undefined }
const withoutList = still(noWalk)
const WalkContext = createContext<Settable<Walk> | null>(null)

/** Passes the list's position to the detail beside it; the detail does not render again with every row that arrives. */
export const WalkProvider = ({ children }: { children: ReactNode }) => {
  const walk = useMemo(() => createWatched(noWalk), [])
  return <WalkContext.Provider value={walk}>{children}</WalkContext.Provider>
}

/** For the list. Returns the gap. */
export const useOfferWalk = (count: number, index: number, move: Walk['move']): number => {
  const walk = useContext(WalkContext)
  const last = useRef(0)
  if (index >= 0) last.current = index
  const gap = last.current
  useEffect(() => walk?.set({ count, index, gap, move }), [walk, count, index, gap, move])
  return gap
}

/** For the detail. */
export const useWalk = (): Walk => useWatched(useContext(WalkContext) ?? withoutList)

/** The index `step` rows away, kept inside the list; null when the open row would not change. */
export const stepTo = ({ count, index, gap }: RowPosition, step: number): number | null => {
  if (count === 0 || step === 0) return null
  const from = index >= 0 ? index + step : step > 0 ? gap + step - 1 : gap + step
  const to = Math.max(0, Math.min(count - 1, from))
  return to === index ? null : to
}
