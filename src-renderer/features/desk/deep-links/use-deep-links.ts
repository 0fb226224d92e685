import { useCallback, useEffect, useState } from 'react'
import type { DeepLink } from '../../../../src-main/contract/desktop.ts'
import { whenNoDialog } from '../../../ui/when-no-dialog.ts'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useBridge, useCounterside } from '../../common/services/services.tsx'
import { type LinkedOrder, ordersOfNumber } from './orders-of-number.ts'

/** What a link came to when it did not simply open its order. */
type LinkOutcome =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'unknown'; readonly number: string }
  | { readonly kind: 'several'; readonly number: string; readonly orders: readonly LinkedOrder[] }

/** Follows links into the app, also those that came before there was a page. Of several the last one counts. */
export const useDeepLinks = (): readonly [LinkOutcome | null, () => void] => {
  const bridge = useBridge()
  const { accounts, glance } = useCounterside()
  const openRecord = useOpenRecord()
  const [outcome, setOutcome] = useState<LinkOutcome | null>(null)
  const [waiting, setWaiting] = useState<DeepLink | null>(null)

  useEffect(() => {
    const fetchLinks = () => {
      bridge.desktop.takeLinks(undefined).then(
        reply => {
          const last = reply.ok ? reply.value.at(-1) : undefined
          if (last) setWaiting(last)
        },
        () => undefined,
      )
    }
    fetchLinks()
    return bridge.on('links.arrived', fetchLinks)
  }, [bridge])

  useEffect(() => {
    if (waiting === null) return
    setOutcome(null)
    if (waiting.kind === 'refused') {
      setOutcome(waiting)
      setWaiting(null)
      return
    }
    let isOver = false
    const { number } = waiting
    let stopWaiting: () => void = () => undefined
    const arrive = (orders: readonly LinkedOrder[]) => {
      setWaiting(null)
      const [first] = orders
      if (first && orders.length === 1) openRecord(first.ref)
      else setOutcome(first ? { kind: 'several', number, orders } : { kind: 'unknown', number })
    }
    ordersOfNumber(number, accounts.snapshot().accounts, glance).then(
      orders => {
        if (!isOver) stopWaiting = whenNoDialog(() => arrive(orders))
      },
      () => undefined,
    )
    return () => {
      isOver = true
      stopWaiting()
    }
  }, [waiting, accounts, glance, openRecord])

  return [outcome, useCallback(() => setOutcome(null), [])]
}
