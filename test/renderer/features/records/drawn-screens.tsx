import type { i18n, TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { ShopErrors } from '../../../../src-main/akinon/read-errors.ts'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import { failure } from '../../../../src-main/contract/failures.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type {
  Address,
  CancellationReason,
  CancellationRequest,
  OldOrder,
  Order,
} from '../../../../src-main/contract/resources.ts'
import { NavigationProvider } from '../../../../src-renderer/features/common/navigation/navigation.tsx'
import { FailureNotice } from '../../../../src-renderer/features/common/parts/failure-notice.tsx'
import { FieldList } from '../../../../src-renderer/features/common/parts/fold.tsx'
import { type Drawn, otherFields } from '../../../../src-renderer/features/common/parts/other-fields.ts'
import { ServicesProvider } from '../../../../src-renderer/features/common/services/services.tsx'
import { still } from '../../../../src-renderer/features/common/services/use-watched.ts'
import {
  drawnOldOrderFields,
  OldOrderRecord,
} from '../../../../src-renderer/features/records/old-orders/old-order-detail.tsx'
import { OldOrderRow } from '../../../../src-renderer/features/records/old-orders/old-order-rows.tsx'
import { OrderHeader } from '../../../../src-renderer/features/records/orders/order-detail.tsx'
import { drawnOrderFields, OrderFacts } from '../../../../src-renderer/features/records/orders/order-facts.tsx'
import { OrderLines } from '../../../../src-renderer/features/records/orders/order-lines.tsx'
import { OrderMoney } from '../../../../src-renderer/features/records/orders/order-money.tsx'
import { OrderRow } from '../../../../src-renderer/features/records/orders/order-rows.tsx'
import { ReturnView } from '../../../../src-renderer/features/records/orders/return-view.tsx'
import { PendingRecord } from '../../../../src-renderer/features/records/pending/pending-detail.tsx'
import { drawnPendingFields } from '../../../../src-renderer/features/records/pending/pending-facts.tsx'
import { PendingRow } from '../../../../src-renderer/features/records/pending/pending-rows.tsx'
import {
  drawnRequestFields,
  RequestRecord,
} from '../../../../src-renderer/features/records/requests/request-detail.tsx'
import { RequestRow } from '../../../../src-renderer/features/records/requests/request-rows.tsx'
import { draftsOf } from '../../../../src-renderer/features/request/form/drafts.ts'
import { RequestPanel } from '../../../../src-renderer/features/request/form/request-panel.tsx'
import { setupI18n } from '../../../../src-renderer/i18n/setup.ts'
import type { ListStore, Workspace } from '../../../../src-renderer/lists/types.ts'
import { quantityOf } from '../../../../src-renderer/model/priced-order.ts'
import type {
  OldOrderSummary,
  OrderSummary,
  PendingSummary,
  RequestSummary,
} from '../../../../src-renderer/model/summaries.ts'
import { servicesOver } from '../../fakes/draw.tsx'
import { fakeCounterside } from '../../fakes/fake-counterside.ts'
import { customer } from '../../fakes/screen-rows.ts'

/** The screens' parts as markup, drawn from rows that a reader gave. */

const words = { tr: await setupI18n('tr'), en: await setupI18n('en') } as const
export type Language = keyof typeof words
/** Keys that no language file has: a screen made one of what the shop sent. */
export const missingKeys = new Set<string>()
for (const each of Object.values(words)) {
  each.options.saveMissing = true
  rememberWords(each)
  each.on('missingKey', (_languages: unknown, _namespace: unknown, key: string) => missingKeys.add(key))
}

/** Looking up the same plain words again and again would take longer than drawing them. */
function rememberWords(instance: i18n): void {
  const plain = instance.getFixedT(instance.language)
  const known = new Map<unknown, string>()
  const say = (...asked: Parameters<TFunction>): string => {
    if (asked.length > 1) return String(plain(...asked))
    const [key] = asked
    const text = known.get(key) ?? String(plain(key))
    known.set(key, text)
    return text
  }
  instance.getFixedT = () => say as ReturnType<i18n['getFixedT']>
}

let language: Language = 'tr'
/** The language of everything drawn from here on. */
export const speak = (next: Language): void => {
  language = next
}
export const spoken = (): Language => language
export const wordsOf = (...parameters: Parameters<TFunction>): string => String(words[language].t(...parameters))

const readAt = Date.now()
const fake = fakeCounterside({ entries: [] })

const listOf = <S,>(rows: readonly S[]): ListStore<S> => ({
  ...still({ loaded: true, rows, asOf: readAt, pull: { kind: 'idle' as const }, unreadable: [] }),
  refresh: async () => undefined,
  stop: () => undefined,
})

const nothing = () => undefined
const noEntries = new Map()
// Nothing but what was sent: other rows would only be searched through.
const workspace: Workspace = {
  ...fake.workspace(customer.id),
  orders: listOf<OrderSummary>([]),
  requests: listOf<RequestSummary>([]),
  reasons: listOf<CancellationReason>([]),
}

const services = servicesOver({ ...fake, workspace: () => workspace })

const draw = (node: ReactNode): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={words[language]}>
      <ServicesProvider value={services}>
        <NavigationProvider first="orders">{node}</NavigationProvider>
      </ServicesProvider>
    </I18nextProvider>,
  )

const settled = { row: null, loading: false, pulling: false, failure: null, pull: nothing }
const inList = { open: false, focusable: false, onOpen: nothing }

let rowsDrawn = 0
const unfoldedOneOf = 8

/** The fields that stay folded away until somebody opens them: plain text and a lot of it, so not of every row. */
const Unfolded = ({ row, drawn }: { readonly row: object; readonly drawn: Drawn }) => {
  rowsDrawn += 1
  return rowsDrawn % unfoldedOneOf === 0 ? <FieldList fields={otherFields(row, drawn)} /> : null
}

/** An order in its list and on its own, with every line selected. */
export const drawOrder = (order: Order, summary: OrderSummary): string =>
  whileSelected(order, 'refund', () =>
    draw(
      <>
        <OrderRow row={summary} entries={noEntries} {...inList} />
        <OrderHeader order={order} readAt={readAt} pulling={false} onPull={nothing} />
        <OrderLines account={customer} order={order} entries={noEntries} onChanged={nothing} />
        <OrderMoney order={order} />
        <OrderFacts order={order} />
        <Unfolded row={order} drawn={drawnOrderFields} />
      </>,
    ),
  )

/** What the return view says of an order, beside that order. */
export const drawReturnView = (view: Order, order: Order): string =>
  draw(<ReturnView account={customer} view={{ ...settled, row: { value: view, readAt } }} order={order} />)

interface Offered {
  readonly view?: Order
  readonly reasons?: readonly CancellationReason[]
  readonly addresses?: readonly Address[]
}

/** The form over all lines of an order. */
export const drawForm = (order: Order, type: CancellationType, offered: Offered): string => {
  const { view = null, reasons = [], addresses = [] } = offered
  const lists = { reasons: listOf(reasons), addresses: listOf(addresses) }
  return whileSelected(order, type, () =>
    draw(<RequestPanel account={customer} workspace={{ ...workspace, ...lists }} order={order} view={view} />),
  )
}

function whileSelected(order: Order, type: CancellationType, work: () => string): string {
  const drafts = draftsOf(customer.id, order.id)
  for (const item of order.orderitem_set) drafts.select(item.id, true, quantityOf(item))
  drafts.setForm({ type })
  try {
    return work()
  } finally {
    drafts.clear()
  }
}

export const drawRequest = (request: CancellationRequest, summary: RequestSummary): string =>
  draw(
    <>
      <RequestRow row={summary} {...inList} />
      <RequestRecord workspace={workspace} request={request} readAt={readAt} />
      <Unfolded row={request} drawn={drawnRequestFields} />
    </>,
  )

export const drawOldOrder = (order: OldOrder, summary: OldOrderSummary): string =>
  draw(
    <>
      <OldOrderRow row={summary} {...inList} />
      <OldOrderRecord account={customer} state={settled} row={{ value: order, readAt }} />
      <Unfolded row={order} drawn={drawnOldOrderFields} />
    </>,
  )

export const drawPending = (order: PendingOrder, summary: PendingSummary | null): string =>
  draw(
    <>
      {summary ? <PendingRow row={summary} {...inList} /> : null}
      <PendingRecord row={{ value: order, readAt }}>{null}</PendingRecord>
      <Unfolded row={order} drawn={drawnPendingFields} />
    </>,
  )

/** A refusal of the shop, as the form shows it. */
export const drawRefusal = (said: ShopErrors): string =>
  draw(<FailureNotice why={failure('rejected', said)} testId="request-error" />)
