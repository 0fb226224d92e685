import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { isRecordKind } from '../../../model/record-kinds.ts'
import { type Screen, useNavigation } from '../../common/navigation/navigation.tsx'
import { type ListFilter, noFilter } from './filters.ts'

interface Filters {
  readonly of: (screen: Screen) => ListFilter
  readonly change: (screen: Screen, change: Partial<ListFilter>) => void
  /** The view that was chosen last on a list, even if its filter was changed since; null for none. */
  readonly viewOf: (screen: Screen) => string | null
  /** Sets the whole filter, from a view or (`null`) from none. */
  readonly choose: (screen: Screen, viewId: string | null, filter: ListFilter) => void
}

const FiltersContext = createContext<Filters | null>(null)

/** Holds the filter of each list while other screens are shown. */
export const FiltersProvider = ({ children }: { children: ReactNode }) => {
  const [all, setAll] = useState<Partial<Record<Screen, ListFilter>>>({})
  const [chosen, setChosen] = useState<Partial<Record<Screen, string | null>>>({})
  const change = useCallback(
    (screen: Screen, part: Partial<ListFilter>) =>
      setAll(before => ({ ...before, [screen]: { ...(before[screen] ?? noFilter), ...part } })),
    [],
  )
  const choose = useCallback((screen: Screen, viewId: string | null, filter: ListFilter) => {
    setChosen(before => ({ ...before, [screen]: viewId }))
    setAll(before => ({ ...before, [screen]: filter }))
  }, [])
  const value = useMemo(
    () => ({
      of: (screen: Screen) => all[screen] ?? noFilter,
      viewOf: (screen: Screen) => chosen[screen] ?? null,
      change,
      choose,
    }),
    [all, chosen, change, choose],
  )
  return <FiltersContext.Provider value={value}>{children}</FiltersContext.Provider>
}

export const useFilters = (): Filters => {
  const filters = useContext(FiltersContext)
  if (filters === null) throw new Error('useFilters outside FiltersProvider')
  return filters
}

/** The search box of the header. It filters the list on the screen; from other screens it leads to the orders. */
export const useSearchText = () => {
  const { screen, go } = useNavigation()
  const filters = useFilters()
  const target = isRecordKind(screen) ? screen : 'orders'
  return {
    target,
    text: filters.of(target).text,
    search: (text: string) => {
      filters.change(target, { text })
      if (target !== screen) go(target)
    },
  }
}
