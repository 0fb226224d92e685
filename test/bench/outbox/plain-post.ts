import type { CancellationPayload } from '../../../src-main/contract/commands.ts'
import type { ShopAccess } from './client.ts'
import type { Life } from './life.ts'

/** An answer that is no success. */
export class HttpError extends Error {
  readonly status: number

  constructor(status: number) {
    super('The shop did not take the request')
    this.name = 'HttpError'
    this.status = status
  }
}

/** The statuses with which this shop says no to a request for good. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof HttpError && (error.status === 400 || error.status === 406)

/**
 * The POST that every peer's application makes: a careful one, so that what is compared is the queue. Cookies and token
 * are those of this moment, a refused token is renewed once, and an attempt has an end.
 */
export async function plainPost(payload: CancellationPayload, life: Life, shop: ShopAccess): Promise<unknown> {
  const first = await send(payload, life, shop)
  const response = first.status === 403 ? await send(payload, life, shop) : first
  if (!response.ok) throw new HttpError(response.status)
  return response.json()
}

async function send(
  payload: CancellationPayload,
  life: Life,
  { baseUrl, jar, timeoutMs }: ShopAccess,
): Promise<Response> {
  const { order_item, reason, ...others } = payload
  const url = `${baseUrl}/users/orders/cancellation_requests/`
  const response = await life.fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: await jar.header(),
      'x-csrftoken': (await jar.csrfToken()) ?? '',
      referer: `${baseUrl}/`,
    },
    body: JSON.stringify({ ...others, order_item: Number(order_item), reason: Number(reason) }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  const cookies = response.headers.get('set-cookie')
  if (cookies !== null) await jar.store(url, cookies)
  return response
}
