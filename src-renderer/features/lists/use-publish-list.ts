import { useMemo } from 'react'
import type { SummaryBase } from '../../workspace/types.ts'
import type { RecordScreen } from '../navigation/use-open-record.ts'
import type { Column } from './columns.ts'
import { type ShownList, useShowList } from './shown-list.ts'

interface Published<S extends SummaryBase> {
  readonly screen: RecordScreen
  readonly accountId: string
  readonly columns: readonly Column<S>[]
  /** As filtered and sorted. */
  readonly rows: readonly S[]
}

/** The list as it may leave the screen; cells are made when somebody asks for them. */
export const listToShow = <S extends SummaryBase>({ screen, accountId, columns, rows }: Published<S>): ShownList => ({
  screen,
  accountId,
  columns: columns.map(({ key, title, kind }) => ({ key, title, kind })),
  count: rows.length,
  rows: (from = 0, to = rows.length) => rows.slice(from, to).map(row => columns.map(column => column.raw(row))),
  ids: () => rows.map(row => row.id),
})

export const usePublishList = <S extends SummaryBase>({ screen, accountId, columns, rows }: Published<S>): void =>
  useShowList(useMemo(() => listToShow({ screen, accountId, columns, rows }), [screen, accountId, columns, rows]))
