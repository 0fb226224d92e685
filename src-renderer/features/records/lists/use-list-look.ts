import { useMemo } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import { useMedia } from '../../../ui/use-media.ts'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import type { ListLook } from '../filters/look.ts'
import { type Column, shownColumns } from './columns.ts'
import { useLook } from './use-look.ts'

interface UsedLook<S extends SummaryBase> {
  readonly look: ListLook
  readonly change: (change: Partial<ListLook>) => void
  readonly shown: readonly Column<S>[]
  /** A table needs the whole width: beside a record, and where the window is narrow, the rows are cards. */
  readonly isTable: boolean
}

/** How the list is shown right now. */
export const useListLook = <S extends SummaryBase>(
  screen: RecordScreen,
  columns: readonly Column<S>[],
  isBesideRecord: boolean,
): UsedLook<S> => {
  const [look, change] = useLook(screen)
  const hasRoom = useMedia('(width >= 1060px)')
  const shown = useMemo(() => shownColumns(columns, look.columns), [columns, look.columns])
  return { look, change, shown, isTable: look.layout === 'table' && hasRoom && !isBesideRecord }
}
