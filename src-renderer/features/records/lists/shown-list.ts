import { useEffect, useMemo, useRef } from 'react'
import type { RecordKind } from '../../../model/record-kinds.ts'
import type { SummaryBase } from '../../../model/summaries.ts'
import { createWatched } from '../../../model/watched.ts'
import type { CellKind } from '../../common/export/table.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import type { Column } from './columns.tsx'

interface ShownColumn {
  readonly key: string
  /** In the reader's language. */
  readonly title: string
  readonly kind: CellKind
}

type CellsOfRows = (from?: number, to?: number) => readonly (readonly string[])[]

/** The list on the screen with its filter, order and columns, for export, copy and print. */
interface ShownList {
  readonly screen: RecordKind
  readonly accountId: string
  readonly columns: readonly ShownColumn[]
  /** How many rows match. Cheap: no cell is made for it. */
  readonly count: number
  /**
   * The cells of the matching rows from index `from` to before `to`, in the order shown; empty where a value is unknown.
   * Take a long list in parts, so that the screen does not freeze.
   */
  readonly rows: CellsOfRows
  /** The rows with these ids: first those that match, in the order shown, then those that the filters hide. */
  readonly only: (ids: ReadonlySet<string>) => { readonly count: number; readonly rows: CellsOfRows }
  /** The ids of the same rows, in the same order. */
  readonly ids: () => readonly string[]
}

const shown = createWatched<ShownList | null>(null)

/** Publishes the list while it is on the screen. The argument must be memoised. */
const useShowList = (list: ShownList): void => {
  const mine = useRef(list)
  useEffect(() => {
    mine.current = list
    shown.set(list)
  }, [list])
  useEffect(
    () => () => {
      if (shown.snapshot() === mine.current) shown.set(null)
    },
    [],
  )
}

/** The published list; null while no list is on the screen or its rows are not read yet. */
export const useShownList = (): ShownList | null => useWatched(shown)

interface Published<S extends SummaryBase> {
  readonly screen: RecordKind
  readonly accountId: string
  readonly columns: readonly Column<S>[]
  /** The matching rows, sorted. */
  readonly rows: readonly S[]
  /** Every row of the list. */
  readonly all: readonly S[]
}

/** Makes the list for export and copy. Cells are made only when they are asked for. */
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
