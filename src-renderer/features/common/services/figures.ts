import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { entryFigure, type Figure, type OwnFigures } from '../../../model/amounts.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import type { AccountRows } from '../../../search/people.ts'
import { formatMoney } from '../../../ui/format/money.ts'
import { useCounterside } from './services.tsx'
import { localeOf } from './use-format.ts'
import { useWatched } from './use-watched.ts'
import { useAccounts } from './use-workspace.ts'
import { watchRows } from './watch-rows.ts'

/** An amount as text; an estimate is marked as one. */
export const figureWords = (
  figure: Figure | null,
  currency: string | null,
  locale: string,
  t: TFunction,
): string | null => {
  const amount = formatMoney(figure?.amount ?? null, currency, locale)
  return amount !== null && figure?.kind === 'estimate' ? t('money.about', { amount }) : amount
}

export const useFigureWords = () => {
  const { t, i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  return (figure: Figure | null, currency: string | null) => figureWords(figure, currency, locale, t)
}

/** The amounts that shops have stated, from the lists on this computer. */
export const ownFiguresOf = (rows: readonly AccountRows[]): OwnFigures => {
  const lines = new Map<string, string>()
  const requests = new Map<string, string>()
  for (const { accountId, orders, requests: asked } of rows) {
    for (const { id, refunded } of orders)
      if (refunded) lines.set(JSON.stringify([accountId, id, refunded.item]), refunded.amount)
    for (const { id, amount, amountKind } of asked)
      if (amountKind === 'shop' && amount !== null) requests.set(JSON.stringify([accountId, id]), amount)
  }
  return {
    ofRequest: (accountId, id) => requests.get(JSON.stringify([accountId, id])) ?? null,
    ofLine: (accountId, orderId, item) => lines.get(JSON.stringify([accountId, orderId, item])) ?? null,
  }
}

/** The stated amounts of all accounts. Renders again when the lists change. */
export const useOwnFigures = (): OwnFigures => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const watched = useMemo(() => watchRows(accounts.map(({ id }) => counterside.glance(id))), [counterside, accounts])
  const { all } = useWatched(watched)
  return useMemo(() => ownFiguresOf(all), [all])
}

/** The amount of a request in the list. The entry that created it may know the quantity where the list does not. */
export const requestRowFigure = (row: RequestSummary, entry: Entry | null): Figure | null => {
  if (row.amount !== null && row.amountKind === 'shop') return { kind: 'shop', amount: row.amount }
  if (entry?.about.line !== undefined) return entryFigure(entry, null)
  return row.amount !== null && row.amountKind === 'estimate' ? { kind: 'estimate', amount: row.amount } : null
}
