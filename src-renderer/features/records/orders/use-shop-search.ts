import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'

export interface ShopSearch {
  readonly text: string
  readonly asking: boolean
  /** How many orders the shop gave for the text; null while asking and when it failed. */
  readonly found: number | null
  readonly failure: Failure | null
}

/** The shop's own search for one text at a time; an answer that comes late belongs to the text it was asked for. */
export const useShopSearch = (workspace: Workspace | null) => {
  const [state, setState] = useState<ShopSearch | null>(null)
  const latest = useRef('')
  const ask = useCallback(
    (text: string) => {
      if (workspace === null) return
      latest.current = text
      setState({ text, asking: true, found: null, failure: null })
      const settle = (found: number | null, failure: Failure | null) => {
        if (latest.current === text) setState({ text, asking: false, found, failure })
      }
      workspace
        .findAtShop(text)
        .then(reply => (reply.ok ? settle(reply.value, null) : settle(null, reply.failure)))
        .catch(() => settle(null, null))
    },
    [workspace],
  )
  return { state, ask }
}
