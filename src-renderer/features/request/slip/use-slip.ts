import { useMemo } from 'react'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest, Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { requestsOfItem } from '../../../model/item-requests.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useAccounts, useList } from '../../common/services/use-workspace.ts'
import { type Slip, type SlipLanguage, slipOf } from './slip-of.ts'

/** What a slip is printed for: an outbox entry, a request at the shop, or all requests of an order. */
export type SlipSubject =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | {
      readonly kind: 'request'
      readonly accountId: string
      readonly request: CancellationRequest
      readonly orderId: string | null
      readonly orderNumber: string | null
    }
  | { readonly kind: 'order'; readonly accountId: string; readonly order: Order }

const orderReaders = { read: (workspace: Workspace, id: string) => workspace.order(id) }
const requestReaders = { read: (workspace: Workspace, id: string) => workspace.request(id) }

const accountIdOf = (subject: SlipSubject): string =>
  subject.kind === 'entry' ? subject.entry.accountId : subject.accountId

const orderIdOf = (subject: SlipSubject): string | null => {
  switch (subject.kind) {
    case 'entry':
      return subject.entry.about.orderId
    case 'request':
      return subject.orderId
    case 'order':
      return subject.order.id
  }
}

/** The shop's requests for an order's lines, without duplicates. */
export const requestsOfOrder = (order: Order): readonly CancellationRequest[] => {
  const all = order.orderitem_set.flatMap(item => requestsOfItem(item))
  return [...new Map(all.map(request => [request.id, request])).values()]
}

export const entriesOf = (subject: SlipSubject, entries: readonly Entry[]): readonly Entry[] => {
  switch (subject.kind) {
    case 'entry':
      return [entries.find(entry => entry.id === subject.entry.id) ?? subject.entry]
    case 'request':
      return entries.filter(
        ({ accountId, result }) => accountId === subject.accountId && result?.requestId === subject.request.id,
      )
    case 'order':
      return entries.filter(
        ({ accountId, about, state }) =>
          accountId === subject.accountId && about.orderId === subject.order.id && state !== 'DROPPED',
      )
  }
}

/** The slip from data on this computer. The shop is not asked. */
export const useSlip = (subject: SlipSubject, language: SlipLanguage): { slip: Slip; order: Order | null } => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const { entries: all } = useOutbox()
  const account = accounts.find(({ id }) => id === accountIdOf(subject)) ?? null
  const accountId = account?.id ?? null
  const workspace = useMemo(() => (accountId === null ? null : counterside.glance(accountId)), [counterside, accountId])
  const entries = useMemo(() => entriesOf(subject, all), [subject, all])
  const became = subject.kind === 'entry' ? (entries[0]?.result?.requestId ?? null) : null
  const cachedOrder = useRow(workspace, subject.kind === 'order' ? null : orderIdOf(subject), orderReaders, false)
  const cachedRequest = useRow(workspace, became, requestReaders, false)
  const reasons = useList(workspace?.reasons ?? null).rows
  const addresses = useList(workspace?.addresses ?? null).rows
  const order = subject.kind === 'order' ? subject.order : (cachedOrder.row?.value ?? null)
  const request = cachedRequest.row?.value ?? null
  const slip = useMemo(() => {
    const requests =
      subject.kind === 'order' ? requestsOfOrder(subject.order) : subject.kind === 'request' ? [subject.request] : []
    return slipOf({
      account,
      order,
      orderNumber: subject.kind === 'request' ? subject.orderNumber : null,
      entries,
      requests: request ? [...requests, request] : requests,
      reasons,
      addresses,
      language,
    })
  }, [account, order, subject, entries, request, reasons, addresses, language])
  return { slip, order }
}
