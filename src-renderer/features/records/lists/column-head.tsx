import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ListQuery } from '../../../search/run-query.ts'
import { type Column, nextSort, sortSaid } from './columns.ts'

interface ColumnHeadProps {
  readonly column: Column<never>
  readonly sort: ListQuery['sort']
  readonly onSort: (sort: ListQuery['sort']) => void
}

/** A column's name; where its values can be sorted by, the button for that. */
export const ColumnHead = ({ column, sort, onSort }: ColumnHeadProps) => {
  const { key, title, kind, sorts } = column
  const said = sortSaid(sorts, sort)
  const Arrow = said === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={said}
      data-column={key}
      className={kind === 'decimal' || kind === 'count' ? 'cell cell-end' : 'cell'}
    >
      {sorts === undefined ? (
        <span className="ellipsis">{title}</span>
      ) : (
        <button type="button" className="table-sort" onClick={() => onSort(nextSort(sorts, sort))}>
          <span className="ellipsis">{title}</span>
          <Arrow className="icon" aria-hidden data-shown={said !== 'none'} />
        </button>
      )}
    </th>
  )
}
