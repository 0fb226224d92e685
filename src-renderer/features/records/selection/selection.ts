import type { RecordKind } from '../../../model/record-kinds.ts'
import { createWatched, type Settable } from '../../../model/watched.ts'

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** The row that was selected last. A range begins here. */
  readonly anchor: string | null
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null }

export const toggleRow = ({ ids }: Selection, id: string): Selection => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/**
 * Adds all rows from the anchor to this one, in the order of `shown`; only the row itself when the anchor is not shown.
 */
export const reachRow = ({ ids, anchor }: Selection, shown: readonly string[], id: string): Selection => {
  const to = shown.indexOf(id)
  if (to < 0) return { ids, anchor }
  const from = anchor === null ? -1 : shown.indexOf(anchor)
  const reached = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...ids, ...reached]), anchor: from < 0 ? id : anchor }
}

export const addRows = ({ ids, anchor }: Selection, more: readonly string[]): Selection => ({
  ids: new Set([...ids, ...more]),
  anchor,
})

const selections = new Map<string, Settable<Selection>>()

/** The selection in one list of one account. It survives filters and other screens, but not a restart. */
export const selectionOf = (accountId: string, screen: RecordKind): Settable<Selection> => {
  const key = `${accountId} ${screen}`
  const known = selections.get(key) ?? createWatched(nothingSelected)
  selections.set(key, known)
  return known
}
