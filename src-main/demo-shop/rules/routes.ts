/** The calls of the API that a fault can be limited to, by the name the panel gives them. */
const routes = {
  orders: { method: 'GET', path: /^\/users\/orders\/$/ },
  order: { method: 'GET', path: /^\/users\/orders\/[^/]+\/$/ },
  'cancellation-view': { method: 'GET', path: /^\/users\/orders\/[^/]+\/cancellation\/$/ },
  reasons: { method: 'GET', path: /^\/users\/orders\/cancellation_reasons\/$/ },
  requests: { method: 'GET', path: /^\/users\/orders\/cancellation_requests\/$/ },
  'create-request': { method: 'POST', path: /^\/users\/orders\/cancellation_requests\/$/ },
  'create-requests': { method: 'POST', path: /^\/users\/orders\/bulk_cancellation_requests\/$/ },
  'direct-cancel': { method: 'POST', path: /^\/orders\/[^/]+\/cancel\/$/ },
  'old-orders': { method: 'GET', path: /^\/users\/old-orders\/$/ },
  'old-order': { method: 'GET', path: /^\/users\/old-orders\/[^/]+\/$/ },
  'trade-in': { method: 'GET', path: /^\/users\/order_item\/[^/]+\/tradein_(?:approved|rejected)\/$/ },
  login: { method: 'POST', path: /^\/users\/login\/$/ },
  'csrf-token': { method: 'GET', path: /^\/csrf_token\/$/ },
  'current-user': { method: 'GET', path: /^\/current_user\/$/ },
  addresses: { method: 'GET', path: /^\/address\/$/ },
  'staff-orders': { method: 'GET', path: /^\/api\/(?:i1|v1)\/orders\/$/ },
  'staff-login': { method: 'POST', path: /^\/api\/(?:i1|v1)\/auth\/login\/$/ },
  'staff-verify': { method: 'POST', path: /^\/api\/v1\/auth\/totp\/verify\/$/ },
} as const satisfies Record<string, { readonly method: string; readonly path: RegExp }>

export type RouteName = keyof typeof routes

export const routeNames = Object.keys(routes) as [RouteName, ...RouteName[]]

/** Paths under `/users/orders/` that are words, not the id of an order. */
const words = /\/(?:cancellation_reasons|cancellation_requests|bulk_cancellation_requests)\/$/

/** Whether a call is this one of the API. */
export function isRoute(name: RouteName, method: string, path: string): boolean {
  const route = routes[name]
  if (name === 'order' && words.test(path)) return false
  return route.method === method && route.path.test(path)
}
