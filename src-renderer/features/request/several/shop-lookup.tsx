import { Square, Store } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { Workspace } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { mayBeRounded } from './order-numbers.ts'

interface NotFoundProps {
  readonly account: Account
  readonly numbers: readonly string[]
  /** Numbers of old orders. The shop accepts no requests for those. */
  readonly old: ReadonlySet<string>
  readonly lookup: ShopLookup
}

/** The numbers without an order on this computer. Each is listed until it is found or deleted from the text box. */
export const NotFound = ({ account, numbers, old, lookup }: NotFoundProps) => {
  const { t } = useTranslation()
  const { lookups, asking, ask, stop } = lookup
  if (numbers.length === 0) return null
  const failed = numbers.map(number => lookups.get(number)).find(isFailed)
  return (
    <Notice
      tone="wait"
      role="status"
      testId="several-not-found"
      title={t('several.notFound', { count: numbers.length })}
      actions={
        asking ? (
          <Button small variant="ghost" icon={Square} testId="several-ask-stop" onClick={stop}>
            {t('action.stop')}
          </Button>
        ) : (
          <Button small icon={Store} testId="several-ask-shop" onClick={() => ask(numbers)}>
            {t(lookups.size > 0 ? 'atShop.again' : 'atShop.ask')}
          </Button>
        )
      }
    >
      <ul className="several-missing">
        {numbers.map(number => (
          <li key={number} data-order-number={number}>
            <span className="strong">{number}</span>
            <span>{t(`several.missing.${wordOf(lookups.get(number), old.has(number))}`)}</span>
            {mayBeRounded(number) ? <span>{t('several.missing.rounded')}</span> : null}
          </li>
        ))}
      </ul>
      {failed?.failure ? <ReadTrouble account={account} why={failed.failure} instead={t('atShop.notAsked')} /> : null}
    </Notice>
  )
}

const isFailed = (lookup: Lookup | undefined) => lookup?.kind === 'failed'

const wordOf = (lookup: Lookup | undefined, isOld: boolean) => lookup?.kind ?? (isOld ? 'old' : 'here')

/** The result of asking the shop for one number that is not on this computer. */
export type Lookup =
  | { readonly kind: 'asking' }
  /** The shop has no order with exactly this number. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: Failure | null }

interface ShopLookup {
  readonly lookups: ReadonlyMap<string, Lookup>
  readonly asking: boolean
  readonly ask: (numbers: readonly string[]) => void
  readonly stop: () => void
}

/**
 * Asks the shop for the numbers one after the other. An order that the shop returns is stored in the list and found
 * there. The first failure ends the lookup, because the next number would fail in the same way.
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
