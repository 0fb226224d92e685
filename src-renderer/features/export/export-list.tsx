import { useShownList } from '../lists/shown-list.ts'
import { ExportButton } from './export-button.tsx'
import type { RowsInParts } from './table.ts'

const nothing: RowsInParts = { columns: [], count: 0, rowsBetween: () => [] }

/** Exports the list on the screen as it is filtered, sorted and cut into columns. */
export const ExportList = () => {
  const list = useShownList()
  const take = (): RowsInParts =>
    list === null ? nothing : { columns: list.columns, count: list.count, rowsBetween: list.rows }
  return <ExportButton small take={take} can={list !== null && list.count > 0} about={list?.screen ?? ''} isPersonal />
}
