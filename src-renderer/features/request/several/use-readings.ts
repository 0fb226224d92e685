import { useEffect, useMemo } from 'react'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { useSignals } from '../../common/services/use-workspace.ts'
import { type Readings, RowReadings, type RowSource } from './row-readings.ts'

export const orderSource: RowSource<Order> = {
  read: (workspace, id) => workspace.order(id),
  pull: (workspace, id) => workspace.pullOrder(id),
  // Some shops list orders without their lines (API.md a.4): those are asked for one by one.
  isEnough: order => order.orderitem_set.length + order.unreadable_items > 0,
}

export const viewSource: RowSource<Order> = {
  read: (workspace, id) => workspace.cancellationView(id),
  pull: (workspace, id) => workspace.pullCancellationView(id),
  isEnough: () => true,
}

/** Several whole rows; `ids` must be memoised and `source` a constant of the module. */
export const useReadings = <T>(
  workspace: Workspace,
  source: RowSource<T>,
  ids: readonly string[],
): { readings: Readings<T>; again: (ids: readonly string[]) => void } => {
  const reader = useMemo(() => new RowReadings(workspace, source), [workspace, source])
  const touched = useWatched(workspace.touched)
  const { shop, session } = useSignals(workspace.account)
  const isBack = shop === 'answering' && session === 'signed-in'

  useEffect(() => reader.want(ids), [reader, ids])
  useEffect(() => () => reader.want([]), [reader])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `touched` is no value to use but a reason to look again
  useEffect(() => reader.look(), [reader, touched])
  useEffect(() => {
    if (isBack) reader.retry()
  }, [reader, isBack])

  const readings = useWatched(reader)
  return useMemo(() => ({ readings, again: each => reader.again(each) }), [readings, reader])
}
