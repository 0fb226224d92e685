import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { draftsOf, type Sought, useDraft } from '../form/drafts.ts'
import { judgeSelection, linesOf, type SeveralLine } from './lines.ts'
import { orderSource, type Reading, useReadings } from './row-readings.ts'

/** Used in place of an order id in the draft's key. */
export const severalDraftId = 'several orders'

const nothingSought: Sought = { text: '', numbers: [] }

interface FoundOrder {
  readonly summary: OrderSummary
  readonly reading: Reading<Order>
  readonly lines: readonly SeveralLine[]
}

/** The state of the screen for one account: search, found orders and selection. */
export const useSeveral = (account: Account, workspace: Workspace) => {
  const draft = useDraft(account.id, severalDraftId)
  const drafts = useMemo(() => draftsOf(account.id, severalDraftId), [account.id])
  const entries = useEntriesByItem(account.id)
  const { rows, loaded } = useList(workspace.orders)
  const { rows: oldRows } = useList(workspace.oldOrders)
  const sought = draft.sought ?? nothingSought

  const { orderIds, missing } = useMemo(() => findNumbers(sought.numbers, rows), [sought.numbers, rows])
  const old = useMemo(() => {
    const oldNumbers = new Set(oldRows.map(({ number }) => number))
    return new Set(missing.filter(number => oldNumbers.has(number)))
  }, [oldRows, missing])
  const { readings, again } = useReadings(workspace, orderSource, orderIds)
  const found = useMemo(() => {
    const summaries = new Map(rows.map(row => [row.id, row]))
    return orderIds.flatMap((id): FoundOrder[] => {
      const summary = summaries.get(id)
      const reading = readings.get(id) ?? { row: null, looked: false, pulling: false, failure: null }
      return summary ? [{ summary, reading, lines: reading.row ? linesOf(reading.row.value, entries) : [] }] : []
    })
  }, [rows, orderIds, readings, entries])
  const lines = useMemo(() => found.flatMap(order => order.lines), [found])
  const selection = useMemo(() => judgeSelection(lines, draft.lines), [lines, draft.lines])
  const isReading = !loaded || found.some(({ reading }) => !reading.looked || reading.pulling)
  return { draft, drafts, entries, loaded, sought, found, missing, old, again, lines, selection, isReading }
}

interface Numbered {
  readonly id: string
  readonly number: string | null
}

interface FoundNumbers {
  /** Order ids in the order of the numbers. If two orders have the same number, both are included. */
  readonly orderIds: readonly string[]
  readonly missing: readonly string[]
}

/** Finds the orders with exactly these numbers. */
export const findNumbers = (numbers: readonly string[], rows: readonly Numbered[]): FoundNumbers => {
  const wanted = new Set(numbers)
  const idsOf = new Map<string, string[]>()
  for (const { id, number } of rows) {
    if (number === null || !wanted.has(number)) continue
    idsOf.set(number, [...(idsOf.get(number) ?? []), id])
  }
  return {
    orderIds: [...new Set(numbers.flatMap(number => idsOf.get(number) ?? []))],
    missing: numbers.filter(number => !idsOf.has(number)),
  }
}
