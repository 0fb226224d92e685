import { useEffect, useRef, useState } from 'react'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { requestsOf } from '../../../outbox/evidence.ts'
import type { Cached } from '../../../storage/account-cache.ts'
import { still, useWatched } from '../../common/services/use-watched.ts'
import { useConnection, useList } from '../../common/services/use-workspace.ts'

export interface Candidate {
  readonly id: string
  /** As it was last read; null when this computer has no copy of it. */
  readonly row: Cached<CancellationRequest> | null
}

const untouched = still(0)

/** The candidates as the requests' list shows them; what it lacks may hang on the line in its order. */
export const readCandidates = async (workspace: Workspace, entry: Entry): Promise<readonly Candidate[]> => {
  const ids = entry.review?.candidateIds ?? []
  const listed = await Promise.all(ids.map(id => workspace.request(id)))
  const order = listed.includes(null) ? await workspace.order(entry.about.orderId) : null
  const item = order?.value.orderitem_set.find(each => each.id === entry.orderItem) ?? null
  const inOrder = new Map(requestsOf(entry.orderItem, [], item).map(row => [row.id, row]))
  return ids.map((id, index) => {
    const own = inOrder.get(id)
    return { id, row: listed[index] ?? (own && order ? { value: own, readAt: order.readAt } : null) }
  })
}

interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly reading: boolean
  readonly readAgain: () => void
}

/** The candidates' rows; what is missing is read from the shop once. */
export const useCandidates = (workspace: Workspace | null, entry: Entry): Candidates => {
  const [found, setFound] = useState<readonly Candidate[] | null>(null)
  const touched = useWatched(workspace?.touched ?? untouched)
  const { pull } = useList(workspace?.requests ?? null)
  const { shop, session } = useConnection(workspace?.account ?? null)
  const asked = useRef<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `touched` is no value to use but a reason to look again
  useEffect(() => {
    if (workspace === null) return
    let isGone = false
    readCandidates(workspace, entry)
      .then(candidates => {
        if (!isGone) setFound(candidates)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [workspace, entry, touched])

  const readAgain = () => {
    workspace?.requests.refresh().catch(() => undefined)
  }
  const missing = (found ?? []).filter(({ row }) => row === null).map(({ id }) => id)
  const wanted = session === 'signed-in' && shop !== 'not-answering' ? missing.join(' ') : ''
  useEffect(() => {
    if (wanted === '' || asked.current === wanted) return
    asked.current = wanted
    workspace?.requests.refresh().catch(() => undefined)
  }, [wanted, workspace])

  const bare = (entry.review?.candidateIds ?? []).map(id => ({ id, row: null }))
  return { candidates: found ?? bare, reading: pull.kind === 'running', readAgain }
}
