import { useMemo } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import type { Column } from './columns.ts'
import { type ShownList, useShowList } from './shown-list.ts'

interface Published<S extends SummaryBase> {
  readonly screen: RecordScreen
  readonly accountId: string
  readonly columns: readonly Column<S>[]
  /** As filtered and sorted. */
  readonly rows: readonly S[]
  /** Every row of the list. */
  readonly all: readonly S[]
}

/** The list as it may leave the screen; cells are made when somebody asks for them. */
export const listToShow = <S extends SummaryBase>({
  screen,
  accountId,
  columns,
  rows,
  all,
}: Published<S>): ShownList => {
  const cellsOf =
    (some: readonly S[]) =>
    (from = 0, to = some.length) =>
      some.slice(from, to).map(row => columns.map(column => column.raw(row)))
  return {
    screen,
    accountId,
    columns: columns.map(({ key, title, kind }) => ({ key, title, kind })),
    count: rows.length,
    rows: cellsOf(rows),
    only: ids => {
      if (ids.size === 0) return { count: 0, rows: cellsOf([]) }
      const inView = rows.filter(({ id }) => ids.has(id))
      const seen = new Set(inView.map(({ id }) => id))
      const some = [...inView, ...all.filter(({ id }) => ids.has(id) && !seen.has(id))]
      return { count: some.length, rows: cellsOf(some) }
    },
    ids: () => rows.map(row => row.id),
  }
}

export const usePublishList = <S extends SummaryBase>({ screen, accountId, columns, rows, all }: Published<S>): void =>
  useShowList(
    useMemo(() => listToShow({ screen, accountId, columns, rows, all }), [screen, accountId, columns, rows, all]),
  )
