import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { FilteredAtShop, ShopFilter, Workspace } from '../../../lists/types.ts'

export interface ShopFiltering {
  /** What was asked for, as `keyOf` names it: an answer belongs to these filters only. */
  readonly key: string
  readonly state:
    | { readonly kind: 'asking'; readonly done: number; readonly total: number | null }
    | { readonly kind: 'answered'; readonly answer: FilteredAtShop; readonly stopped: boolean }
    | { readonly kind: 'failed'; readonly failure: Failure | null }
}

export interface ShopFilterControl {
  readonly filtering: ShopFiltering | null
  readonly ask: (key: string, filter: ShopFilter) => void
  readonly stop: () => void
}

/** One question at a time; a new one ends the one before, and so does leaving the screen or the account. */
export const useShopFilter = (workspace: Workspace | null): ShopFilterControl => {
  const [filtering, setFiltering] = useState<ShopFiltering | null>(null)
  const running = useRef<AbortController | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account is the reason to stop, not a value to use
  useEffect(() => () => running.current?.abort(), [workspace])

  const ask = useCallback(
    (key: string, filter: ShopFilter) => {
      if (workspace === null) return
      running.current?.abort()
      const mine = new AbortController()
      running.current = mine
      const show = (state: ShopFiltering['state']) => {
        if (running.current === mine) setFiltering({ key, state })
      }
      show({ kind: 'asking', done: 0, total: null })
      workspace
        .filterAtShop(filter, {
          signal: mine.signal,
          onProgress: (done, total) => show({ kind: 'asking', done, total }),
        })
        .then(reply =>
          show(
            reply.ok
              ? { kind: 'answered', answer: reply.value, stopped: mine.signal.aborted }
              : { kind: 'failed', failure: reply.failure },
          ),
        )
        .catch(() => show({ kind: 'failed', failure: null }))
    },
    [workspace],
  )
  const stop = useCallback(() => running.current?.abort(), [])
  return { filtering, ask, stop }
}
