import { useCallback } from 'react'
import { useServices } from '../../common/services/services.tsx'
import { useKept } from '../../common/services/use-kept.ts'
import { noTabs, type TabsState, tabsSchema } from './tab-state.ts'

export type ChangeTabs = (step: (state: TabsState) => TabsState) => void

/** The tabs as they are kept, and the way to change them: steps of tab-state.ts, each from what the one before left. */
export const useTabs = (): readonly [TabsState, ChangeTabs] => {
  const { kept } = useServices()
  const [state, set] = useKept('tabs', tabsSchema, noTabs)
  const change = useCallback<ChangeTabs>(
    step => {
      const read = tabsSchema.safeParse(kept.watch('tabs').snapshot())
      const before = read.success ? read.data : noTabs
      const after = step(before)
      if (after !== before) set(after)
    },
    [kept, set],
  )
  return [state, change]
}
