import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'

/** What came of asking the shop for one number that is not here. */
export type Lookup =
  | { readonly kind: 'asking' }
  /** The shop gave no order with exactly this number. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: Failure | null }

export interface ShopLookup {
  readonly lookups: ReadonlyMap<string, Lookup>
  readonly asking: boolean
  readonly ask: (numbers: readonly string[]) => void
  readonly stop: () => void
}

/**
 * Asks the shop for numbers, one after the other. An order that comes is kept in the list and is found there; the first
 * failure ends the asking, for the next number would meet it as well.
 */
export const useShopLookup = (workspace: Workspace): ShopLookup => {
  const [lookups, setLookups] = useState<ReadonlyMap<string, Lookup>>(new Map())
  const [asking, setAsking] = useState(false)
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])

  const ask = useCallback(
    (numbers: readonly string[]) => {
      stop()
      const mine = new AbortController()
      running.current = mine
      const put = (of: readonly string[], lookup: Lookup) =>
        setLookups(before => new Map([...before, ...of.map(number => [number, lookup] as const)]))
      const forget = (of: readonly string[]) =>
        setLookups(before => new Map([...before].filter(([number]) => !of.includes(number))))
      const askEach = async () => {
        for (const [index, number] of numbers.entries()) {
          if (mine.signal.aborted) return forget(numbers.slice(index))
          const reply = await workspace.findAtShop(number).catch(() => null)
          if (reply?.ok !== true) return put(numbers.slice(index), { kind: 'failed', failure: reply?.failure ?? null })
          put([number], { kind: 'absent' })
        }
      }
      setAsking(true)
      put(numbers, { kind: 'asking' })
      askEach()
        .catch(() => undefined)
        .finally(() => {
          if (running.current === mine) setAsking(false)
        })
        .catch(() => undefined)
    },
    [workspace, stop],
  )
  return { lookups, asking, ask, stop }
}
