import type { DemoShop, RouteName } from '../../../src-main/demo-shop/demo-shop.ts'
import { type Answer, type Caller, findItem, type Item, readAll, staffHeaders } from './client.ts'

/** One good call for each route. */
export type Ways = Readonly<Record<RouteName, () => Promise<Answer>>>

/** Finds the orders and items that every route needs, so that each call would succeed on a healthy shop. */
export async function waysOf(shop: DemoShop, caller: Caller): Promise<Ways> {
  const orders = await readAll(caller, '/users/orders/')
  const [order] = orders
  const free = orders.flatMap(row => row.orderitem_set).filter(row => row.is_cancellable)
  const tradable = findItem(orders, row => row.is_tradable)
  const staff = await staffHeaders(shop)
  const [old] = await readAll(caller, '/users/old-orders/')
  const ask = (item: Item | undefined) => ({ order_item: item?.id, reason: 1, cancellation_type: 'cancel' })
  const get = (path: string, headers?: Record<string, string>) => () => caller.get(path, headers)
  const post = (path: string, body: unknown) => () => caller.post(path, body)
  const nextItem = () => ask(free.shift())
  return {
    orders: get('/users/orders/'),
    order: get(`/users/orders/${order?.id}/`),
    'cancellation-view': get(`/users/orders/${order?.id}/cancellation/`),
    reasons: get('/users/orders/cancellation_reasons/'),
    requests: get('/users/orders/cancellation_requests/'),
    'create-request': async () => caller.post('/users/orders/cancellation_requests/', nextItem()),
    'create-requests': async () =>
      caller.post('/users/orders/bulk_cancellation_requests/', {
        cancel_order_items: [nextItem(), nextItem()],
      }),
    'direct-cancel': post(`/orders/${order?.number}/cancel/`, { cancel_order_items: [] }),
    'old-orders': get('/users/old-orders/'),
    'old-order': get(`/users/old-orders/${old?.id}/`),
    'trade-in': get(`/users/order_item/${tradable.id}/tradein_approved/`),
    login: post('/users/login/', shop.customer),
    'csrf-token': get('/csrf_token/'),
    'current-user': get('/current_user/'),
    addresses: get('/address/'),
    'staff-orders': get('/api/i1/orders/?cancel_status=waiting', staff),
    'staff-login': post('/api/i1/auth/login/', shop.staff),
    'staff-verify': post('/api/v1/auth/totp/verify/', { temp_token: 'x', token: '1' }),
  }
}

/** The body of an answer, as what the caller knows it to be. */
export function answersOf<T>(answer: Answer): T {
  return answer.body as unknown as T
}
