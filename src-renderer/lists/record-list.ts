import { type RecordKind, type RecordRows, recordKinds } from '../model/record-kinds.ts'
import type { ListStore, Workspace } from './types.ts'

/** The list of a kind of record. */
export const recordList = <K extends RecordKind>(
  workspace: Pick<Workspace, (typeof recordKinds)[K]['list']>,
  kind: K,
): ListStore<RecordRows[K]> => {
  const lists: Readonly<Partial<Record<string, ListStore<unknown>>>> = workspace
  // The table names the list, and a workspace has the kind's rows under that name.
  return lists[recordKinds[kind].list] as ListStore<RecordRows[K]>
}
