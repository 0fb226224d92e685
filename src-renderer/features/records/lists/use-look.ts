import { useCallback } from 'react'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { type ListLook, looksSchema, plainLook } from '../filters/look.ts'

const noLooks: Readonly<Record<string, ListLook>> = {}

/** How a list is shown, remembered for each list. */
export const useLook = (screen: RecordScreen): readonly [ListLook, (change: Partial<ListLook>) => void] => {
  const [looks, setLooks] = useKept('looks', looksSchema, noLooks)
  const look = looks[screen] ?? plainLook
  const change = useCallback(
    (part: Partial<ListLook>) => setLooks({ ...looks, [screen]: { ...look, ...part } }),
    [looks, look, screen, setLooks],
  )
  return [look, change]
}
