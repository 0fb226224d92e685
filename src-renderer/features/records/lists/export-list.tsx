import { useMemo } from 'react'
import { ExportButton } from '../../common/export/export-button.tsx'
import type { RowsInParts } from '../../common/export/table.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { selectionOf } from '../selection/selection.ts'
import { useShownList } from './shown-list.ts'

const nothing: RowsInParts = { columns: [], count: 0, rowsBetween: () => [] }

/** Exports the list on the screen as it is filtered, sorted and cut into columns, or what is selected of it. */
export const ExportList = () => {
  const list = useShownList()
  const { ids } = useWatched(selectionOf(list?.accountId ?? '', list?.screen ?? 'orders'))
  const shown: RowsInParts =
    list === null ? nothing : { columns: list.columns, count: list.count, rowsBetween: list.rows }
  // Selected rows that the filters hide are exported too: the bar above the list counts them.
  const selected = useMemo((): RowsInParts => {
    if (list === null) return nothing
    const { count, rows } = list.only(ids)
    return { columns: list.columns, count, rowsBetween: rows }
  }, [list, ids])
  return (
    <ExportButton
      small
      take={() => shown}
      takeSelected={() => (selected.count === 0 ? null : selected)}
      can={shown.count > 0 || selected.count > 0}
      about={list?.screen ?? ''}
      isPersonal
    />
  )
}
