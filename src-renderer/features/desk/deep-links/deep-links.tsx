import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeepLink } from '../../../../src-main/contract/desktop.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, whenNoDialog } from '../../../ui/dialog.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useBridge, useCounterside } from '../../common/services/services.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor } from '../../common/services/use-workspace.ts'
import { useFilters } from '../../records/filters/filter-store.tsx'
import { noFilter } from '../../records/filters/filters.ts'
import { type LinkedOrder, ordersOfNumber } from './orders-of-number.ts'
import './deep-links.css'

interface CloseProps {
  readonly onClose: () => void
}

const Refused = ({ text, onClose }: CloseProps & { text: string }) => {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('deepLink.refused.title')}
      testId="link-refused"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="stack">
        <p className="mono deep-link-text" dir="ltr">
          {text}
        </p>
        <p className="muted">{t('deepLink.refused.text')}</p>
      </div>
    </Dialog>
  )
}

const Unknown = ({ number, onClose }: CloseProps & { number: string }) => {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const filters = useFilters()
  const canSearch = useAccountFor('customer') !== null
  const search = () => {
    onClose()
    filters.change('orders', { ...noFilter, text: number })
    open('orders', null)
  }
  return (
    <Dialog
      title={t('deepLink.unknown.title', { number })}
      testId="link-unknown"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {canSearch ? (
            <Button variant="primary" testId="link-search" onClick={search}>
              {t('deepLink.unknown.search')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t(canSearch ? 'deepLink.unknown.text' : 'deepLink.unknown.noAccount')}</p>
    </Dialog>
  )
}

const Several = ({ number, orders, onClose }: CloseProps & { number: string; orders: readonly LinkedOrder[] }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const openRecord = useOpenRecord()
  return (
    <Dialog
      title={t('deepLink.several.title', { number })}
      testId="link-several"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.cancel')}</Button>}
    >
      <p>{t('deepLink.several.text')}</p>
      <ul className="deep-link-choices">
        {orders.map(({ ref, account, row }) => (
          <li key={ref.accountId}>
            <button
              type="button"
              className="deep-link-choice"
              data-testid="link-choice"
              onClick={() => {
                onClose()
                openRecord(ref)
              }}
            >
              <span className="strong">{account.label}</span>
              <span className="muted">
                {joinedTexts(
                  [
                    t(`nav.${ref.screen}`),
                    format.dateText(row.dateText, false),
                    row.amount === null ? null : format.money(row.amount, row.currency),
                  ].filter(part => part !== null && part !== ''),
                  ' · ',
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Follows links into the app (`counterside://order/<number>`), and says so when one leads nowhere, or to several orders. */
export const DeepLinks = () => {
  const [outcome, close] = useDeepLinks()
  if (outcome === null) return null
  switch (outcome.kind) {
    case 'refused':
      return <Refused text={outcome.text} onClose={close} />
    case 'unknown':
      return <Unknown number={outcome.number} onClose={close} />
    case 'several':
      return <Several number={outcome.number} orders={outcome.orders} onClose={close} />
  }
}

/** Tells the user about a link that did not simply open its order. */
type LinkOutcome =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'unknown'; readonly number: string }
  | { readonly kind: 'several'; readonly number: string; readonly orders: readonly LinkedOrder[] }

/** Follows links into the app, including those that arrived before the page was ready. The last of several counts. */
const useDeepLinks = (): readonly [LinkOutcome | null, () => void] => {
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
