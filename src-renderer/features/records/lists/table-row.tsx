import { type CSSProperties, useEffect, useRef } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { Settable } from '../../../model/watched.ts'
import { RowCheck } from '../selection/row-check.tsx'
import type { Selection } from '../selection/selection.ts'
import type { Column } from './columns.ts'
import type { TakesFocus } from './use-table-cursor.ts'

/** What tests and automation hold a row by: its test id, and the `data-*` attributes that its card has, too. */
export interface RowNames<S> {
  readonly testId: string
  readonly dataOf: (row: S) => Readonly<Record<`data-${string}`, string>>
}

interface TableRowProps<S extends SummaryBase> {
  readonly row: S
  readonly index: number
  readonly columns: readonly Column<S>[]
  readonly names: RowNames<S>
  readonly now: number
  readonly selection: Settable<Selection>
  readonly place: CSSProperties
  readonly focusable: boolean
  readonly takesFocus: TakesFocus
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

const isNumeric = ({ kind }: { readonly kind: string }): boolean => kind === 'decimal' || kind === 'count'

/** A row of the table. Its first cell is the button that opens it, stretched over all of them. */
export const TableRow = <S extends SummaryBase>(props: TableRowProps<S>) => {
  const { row, index, columns, names, now, selection, place, focusable, takesFocus, onFocus, onOpen } = props
  const open = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const has = document.activeElement
    const isLost = has === null || has.contains(open.current)
    if (takesFocus === 'yes' || (takesFocus === 'when-lost' && isLost)) open.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <tr
      className="table-row"
      style={place}
      // The head is the first row.
      aria-rowindex={index + 2}
      data-testid={names.testId}
      {...names.dataOf(row)}
    >
      {columns.map((column, at) => {
        const content =
          (column.cell?.(row, now) ?? column.raw(row)) || (column.isSparse ? null : <span className="muted">—</span>)
        return (
          <td key={column.key} data-column={column.key} className={isNumeric(column) ? 'cell cell-end' : 'cell'}>
            {at === 0 ? (
              <>
                <RowCheck selection={selection} id={row.id} number={row.number ?? row.id} focusable={focusable} />
                <button
                  ref={open}
                  type="button"
                  className="table-open"
                  tabIndex={focusable ? 0 : -1}
                  onFocus={() => onFocus(row.id)}
                  onClick={() => onOpen(row.id)}
                >
                  {content}
                </button>
              </>
            ) : (
              <span className="ellipsis" title={typeof content === 'string' ? content : undefined}>
                {content}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
