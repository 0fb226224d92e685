import { useEffect, useRef } from 'react'
import { createWatched } from '../../../model/watched.ts'
import type { CellKind } from '../../common/export/table.ts'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import { useWatched } from '../../common/services/use-watched.ts'

interface ShownColumn {
  readonly key: string
  /** In the reader's language. */
  readonly title: string
  readonly kind: CellKind
}

type CellsOfRows = (from?: number, to?: number) => readonly (readonly string[])[]

/** The list on the screen as it is filtered, sorted and cut into columns, for whoever takes it elsewhere. */
export interface ShownList {
  readonly screen: RecordScreen
  readonly accountId: string
  readonly columns: readonly ShownColumn[]
  /** How many rows match, without making them. */
  readonly count: number
  /**
   * The rows that match, in the order shown, one cell for each column; empty where nothing is known. From the first
   * (0) to before the last (`count`): whoever takes many takes them in parts, so that the screen goes on.
   */
  readonly rows: CellsOfRows
  /** The rows with these ids: those that match in the order shown, then those that the filters hide. */
  readonly only: (ids: ReadonlySet<string>) => { readonly count: number; readonly rows: CellsOfRows }
  /** The ids of the same rows, in the same order. */
  readonly ids: () => readonly string[]
}

const shown = createWatched<ShownList | null>(null)

/** Says what is on the screen while the list is; the list is memoised. */
export const useShowList = (list: ShownList): void => {
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

/** Null while no list is on the screen, or none of its rows has been read. */
export const useShownList = (): ShownList | null => useWatched(shown)
