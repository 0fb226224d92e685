import type { AccountList } from '../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../src-main/contract/entries.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import type { PendingOrder } from '../../../src-main/contract/pending.ts'
import type { OldOrder, Order } from '../../../src-main/contract/resources.ts'
import type { ConnectionState } from '../../../src-renderer/connection/connection.ts'
import type { Counterside } from '../../../src-renderer/features/common/services/services.tsx'
import type { ListSnapshot, ListStore, Workspace } from '../../../src-renderer/lists/types.ts'
import type {
  OldOrderSummary,
  OrderSummary,
  PendingSummary,
  RequestSummary,
  SummaryBase,
} from '../../../src-renderer/model/summaries.ts'
import type { Watched } from '../../../src-renderer/model/watched.ts'
import type { ClosedOutboxGate, Draft, OutboxSnapshot } from '../../../src-renderer/outbox/types.ts'
import type { CacheState } from '../../../src-renderer/storage/account-cache.ts'
import { address, attempt, code, customer, entry, item, order, reason, request, staff } from './screen-rows.ts'

const watched = <T>(first: T): Watched<T> & { set: (next: T) => void } => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    snapshot: () => value,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: next => {
      value = next
      for (const listener of listeners) listener()
    },
  }
}

const list = <S>(rows: readonly S[], more: Partial<ListSnapshot<S>> = {}): ListStore<S> => ({
  ...watched<ListSnapshot<S>>({
    loaded: true,
    rows,
    asOf: Date.now() - 95_000,
    headAsOf: Date.now() - 95_000,
    pull: { kind: 'idle' },
    unreadable: [],
    ...more,
  }),
  refresh: async () => undefined,
  stop: () => undefined,
})

const minute = 60_000
const products = [
  'Keten Gömlek',
  'Yün Palto',
  'Deri Bot',
  'Triko Kazak',
  'Pamuklu Tişört',
  'Kot Pantolon',
  'İpek Fular',
]
const people = ['Elif Yılmaz', 'Şule Çağlar', 'Işık Güneş', 'Ömer Öztürk', 'Ümit İnce']
const statuses = [
  code('550', 'Teslim edildi'),
  code('450', 'Hazırlanıyor'),
  code('500'),
  code('100', 'İptal edildi'),
  code('999'),
]

const base = (index: number): SummaryBase => ({
  id: String(100 + index),
  number: index === 0 ? '4021337758120094' : String(4021337758120094 - index * 7919),
  at: Date.now() - index * 7 * 60 * minute,
  dateText: null,
  status: statuses[index % statuses.length] ?? code(null),
  amount: index === 0 ? '3348.30' : `${(index * 137) % 9000}.${index % 10}0`,
  currency: 'try',
  person: people[index % people.length] ?? null,
  haystack: '',
})

const orders: readonly OrderSummary[] = Array.from({ length: 1284 }, (_, index) => ({
  ...base(index),
  itemIds: index === 0 ? ['11', '12', '13', '14', '15'] : [`${index}-1`],
  itemCount: index === 0 ? 5 : 1 + (index % 3),
  firstItem: products[index % products.length] ?? null,
  cancellable: 0,
  refundable: 1,
}))

const wholeOrder = order([
  item('11', { quantity: '3' }),
  item('12', { status: code('450', 'Hazırlanıyor'), is_cancellable: true, is_refundable: false }, 'Yün Palto'),
  item(
    '13',
    {
      active_cancellation_request: request({
        id: '88120',
        order_item: '13',
        easy_return: {
          status: code('active'),
          code: 'KI-4482-9017',
          start_date: null,
          end_date: '2026-12-01',
          tracking_url: null,
          tracking_number: null,
          shipping_company: code('aras', 'Aras Kargo'),
          pickup_date: { date: '2026-11-25', start: '10:00', end: '13:00' },
        },
      }),
    },
    'Deri Bot',
  ),
  item('14', { status: code('500', 'Kargoda'), is_refundable: false }, 'Triko Kazak'),
  item('15', { is_tradable: true, is_refundable: null, is_cancellable: null }, 'Kot Pantolon'),
])

const entries: readonly Entry[] = [
  entry('e1', 'NEEDS_REVIEW', {
    orderItem: '12',
    about: { ...entry('x', 'QUEUED').about, productName: 'Yün Palto', amount: '2499.00' },
    review: { reason: 'several-candidates', candidateIds: ['88121', '88124'] },
    attempts: [attempt(1, 'unknown', Date.now() - 9 * minute)],
    createdAt: Date.now() - 12 * minute,
  }),
  entry('e2', 'REJECTED', {
    orderItem: '21',
    about: {
      ...entry('x', 'QUEUED').about,
      orderNumber: '4021337758104256',
      productName: 'Triko Kazak',
      amount: '649.50',
    },
    lastFailure: failure('rejected', {
      status: 406,
      code: 'cancellation_request_100_8',
      errors: [{ field: 'non_field_errors', text: 'Lütfen bir alım adresi seçiniz.' }],
    }),
    attempts: [attempt(1, 'rejected', Date.now() - 26 * minute)],
    createdAt: Date.now() - 27 * minute,
  }),
  entry('e3', 'QUEUED', { createdAt: Date.now() - 3 * minute, orderItem: '31', nextAt: Date.now() + 2 * minute }),
  entry('e4', 'UNKNOWN', {
    orderItem: '32',
    attempts: [attempt(1, 'unknown', Date.now() - minute)],
    createdAt: Date.now() - 2 * minute,
    nextAt: Date.now() + minute,
  }),
  entry('e5', 'CONFIRMED', {
    orderItem: '33',
    attempts: [attempt(1, 'confirmed', Date.now() - 60 * minute)],
    createdAt: Date.now() - 61 * minute,
    settledAt: Date.now() - 60 * minute,
    result: { requestId: '88102', via: 'response', easyReturnCode: 'KI-1120-5521' },
  }),
]

const cached = <T>(value: T) => ({ value, readAt: Date.now() - 42_000 })

const workspaceOf = (accountId: string): Workspace => ({
  account: accountId === staff.id ? staff : customer,
  orders: list(orders, { unreadable: [{ index: 4, raw: '{"id":null,"number":{}}' }] }),
  oldOrders: list<OldOrderSummary>(Array.from({ length: 40 }, (_, index) => ({ ...base(index), itemCount: 2 }))),
  pending: list<PendingSummary>(
    Array.from({ length: 18 }, (_, index) => ({
      ...base(index),
      status: code('50'),
      waitingItemIds: ['1'],
      itemCount: 2,
      channel: 'Web',
    })),
  ),
  requests: list<RequestSummary>(
    Array.from({ length: 25 }, (_, index) => ({
      ...base(index),
      id: String(88120 - index),
      number: null,
      status: [code('open', 'Açık'), code('approved'), code('rejected')][index % 3] ?? code(null),
      orderItem: '13',
      cancellationType: index % 3 === 0 ? 'cancel' : 'refund',
      easyReturnCode: index % 2 === 0 ? 'KI-4482-9017' : null,
      orderId: '100',
      orderNumber: '4021337758120094',
      productName: 'Deri Bot',
    })),
  ),
  reasons: list([
    reason('5', { subject: 'Beden uymadı', translations: { 'tr-tr': 'Beden uymadı', 'en-us': 'Size does not fit' } }),
    reason('6', { subject: 'Diğer', extra_information_needed: true, translations: { 'en-us': 'Other' } }),
    reason('7', { subject: 'Vazgeçtim', cancellation_type: 'cancel', translations: { 'en-us': 'Changed my mind' } }),
  ]),
  addresses: list([address]),
  order: async () => cached(wholeOrder),
  oldOrder: async () => null as ReturnType<typeof cached<OldOrder>> | null,
  pendingOrder: async () => null as ReturnType<typeof cached<PendingOrder>> | null,
  request: async id => cached(request({ id, ...(wholeOrder.orderitem_set[2]?.active_cancellation_request ?? {}) })),
  cancellationView: async () => cached<Order>(wholeOrder),
  pullOrder: async () => ok(cached<Order>(wholeOrder)),
  findAtShop: async () => ok(0),
  filterAtShop: async () =>
    ok({ came: 0, matching: 0, added: 0, unreadable: 0, obeyed: 'unproven', complete: true, failure: null }),
  pullOldOrder: async () => failed(failure('not-found')),
  pullCancellationView: async () => ok(cached<Order>(wholeOrder)),
  touched: watched(0),
  cache: watched<CacheState>({ kind: 'ready' }),
  refreshAll: async () => undefined,
  close: () => undefined,
})

export interface FakeOptions {
  readonly accounts?: AccountList
  readonly connection?: Partial<ConnectionState>
  readonly entries?: readonly Entry[]
  readonly closed?: ClosedOutboxGate
}

const hardly = async () => failed(failure('conflict'))

/** The data layer's interface over fixed rows: for looking at screens, not for testing what they do. */
export const fakeCounterside = (options: FakeOptions = {}): Counterside & { start(): void } => {
  const accounts = watched<AccountList>(options.accounts ?? { accounts: [customer, staff], activeId: customer.id })
  const connection = watched<ConnectionState>({
    shop: 'answering',
    failure: null,
    session: 'signed-in',
    lastAnswerAt: Date.now() - 20_000,
    closed: null,
    ...options.connection,
  })
  const outbox = watched<OutboxSnapshot>({
    loaded: true,
    entries: options.entries ?? entries,
    paused: [],
    storageFailure: null,
    restored: 0,
    unreadable: 0,
  })
  const workspaces = new Map<string, Workspace>()
  const enqueue = async (draft: Draft) => {
    const before = outbox.snapshot()
    const kept = entry(draft.id, 'QUEUED', {
      orderItem: draft.payload.order_item,
      about: draft.about,
      createdAt: Date.now(),
      command: { kind: 'cancellation-request', payload: draft.payload },
    })
    outbox.set({ ...before, entries: [...before.entries, kept] })
    return ok(kept)
  }
  const workspace = (accountId: string): Workspace => {
    const known = workspaces.get(accountId) ?? workspaceOf(accountId)
    workspaces.set(accountId, known)
    return known
  }
  return {
    accounts,
    workspace,
    glance: workspace,
    outbox: {
      ...outbox,
      enqueue,
      enqueueAll: drafts => Promise.all(drafts.map(enqueue)),
      edit: hardly,
      retry: hardly,
      checkNow: hardly,
      adopt: hardly,
      sendAgain: hardly,
      discard: hardly,
      undoDiscard: hardly,
      exportUnreadable: hardly,
      pause: async () => undefined,
      closedGate: () => watched(options.closed ?? null),
      wake: () => undefined,
    },
    connections: { of: () => connection, note: () => undefined },
    start: () => undefined,
  }
}
