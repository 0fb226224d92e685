import { useCallback, useEffect, useState } from 'react'
import type { Failure, FailureKind, Reply } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { Cached } from '../../../storage/account-cache.ts'
import { still, useWatched } from './use-watched.ts'
import { useConnection } from './use-workspace.ts'

export interface RowState<T> {
  /** Null until the cache is read, or when it has no such row. */
  readonly row: Cached<T> | null
  readonly loading: boolean
  readonly pulling: boolean
  readonly failure: Failure | null
  readonly pull: () => void
}

interface Readers<T> {
  readonly read: (workspace: Workspace, id: string) => Promise<Cached<T> | null>
  readonly pull?: (workspace: Workspace, id: string) => Promise<Reply<Cached<T>>>
}

const untouched = still(0)

/** Going down a list with the keyboard must not fetch every order on the way. */
const settleMs = 250

const cutOff: ReadonlySet<FailureKind> = new Set(['offline', 'unreachable-after-send'])

interface Read<T> {
  readonly key: string
  readonly row: Cached<T> | null
}

/** A full row: first from the cache, then from the shop. `readers` must be a constant of its module. */
export const useRow = <T>(
  workspace: Workspace | null,
  id: string | null,
  readers: Readers<T>,
  online: boolean,
): RowState<T> => {
  const touched = useWatched(workspace?.touched ?? untouched)
  const key = `${workspace?.account.id ?? ''} ${id ?? ''}`
  const [read, setRead] = useState<Read<T> | null>(null)
  const [trouble, setTrouble] = useState<{ key: string; failure: Failure | null; pulling: boolean } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `touched` is not read here; its changes mean that the cache has changed
  useEffect(() => {
    if (workspace === null || id === null) return
    let wanted = true
    readers
      .read(workspace, id)
      .catch(() => null)
      .then(row => {
        if (wanted) setRead(before => (row === null && before?.key === key ? before : { key, row }))
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [workspace, id, key, readers, touched])

  const pull = useCallback(() => {
    const { pull: ask } = readers
    if (workspace === null || id === null || ask === undefined) return
    setTrouble({ key, failure: null, pulling: true })
    ask(workspace, id)
      .then(reply => {
        setTrouble({ key, failure: reply.ok ? null : reply.failure, pulling: false })
        if (reply.ok) setRead({ key, row: reply.value })
      })
      .catch(() => setTrouble({ key, failure: null, pulling: false }))
  }, [workspace, id, key, readers])

  useEffect(() => {
    if (!online) return
    const timer = setTimeout(pull, settleMs)
    return () => clearTimeout(timer)
  }, [pull, online])

  // Fetches again when the connection is back.
  const { shop, session } = useConnection(workspace?.account ?? null)
  const isBack = online && shop === 'answering' && session === 'signed-in'
  const wasCutOff = trouble?.key === key && trouble.failure !== null && cutOff.has(trouble.failure.kind)
  useEffect(() => {
    if (!isBack || !wasCutOff) return
    const timer = setTimeout(pull, settleMs)
    return () => clearTimeout(timer)
  }, [isBack, wasCutOff, pull])

  const mine = read?.key === key ? read : null
  const now = trouble?.key === key ? trouble : null
  return {
    row: mine?.row ?? null,
    loading: mine === null || (mine.row === null && now?.pulling === true),
    pulling: now?.pulling ?? false,
    failure: now?.failure ?? null,
    pull,
  }
}
