import { useWatched } from '../data/use-watched.ts'
import { type ShownList, useShownList } from '../lists/shown-list.ts'
import { selectionOf } from '../selection/selection.ts'
import { ExportButton } from './export-button.tsx'
import type { RowsInParts } from './table.ts'

const nothing: RowsInParts = { columns: [], count: 0, rowsBetween: () => [] }

/** The selected rows of the list, those that the filters hide, too: the bar above the list counts them as well. */
const selectedRows = (list: ShownList | null): RowsInParts | null => {
  if (list === null) return null
  const { ids } = selectionOf(list.accountId, list.screen).snapshot()
  const { count, rows } = list.only(ids)
  return count === 0 ? null : { columns: list.columns, count, rowsBetween: rows }
}

/** Exports the list on the screen as it is filtered, sorted and cut into columns, or what is selected of it. */
export const ExportList = () => {
  const list = useShownList()
  const { ids } = useWatched(selectionOf(list?.accountId ?? '', list?.screen ?? 'orders'))
  const can = list !== null && (list.count > 0 || list.only(ids).count > 0)
  const take = (): RowsInParts =>
    list === null ? nothing : { columns: list.columns, count: list.count, rowsBetween: list.rows }
  return (
    <ExportButton
      small
      take={take}
      takeSelected={() => selectedRows(list)}
      can={can}
      about={list?.screen ?? ''}
      isPersonal
    />
  )
}
