import type { AccountStore } from '../accounts/account-store.ts'
import type { ShopClients } from '../accounts/clients.ts'
import { logEvent } from '../base/log.ts'
import type { Reply } from '../contract/failures.ts'
import { handle } from './handle.ts'

interface ShopParts {
  readonly accounts: AccountStore
  readonly clients: ShopClients
}

/** The calls that ask a shop. What each answer says about the session is kept with the account. */
export function setupShopCalls({ accounts, clients }: ShopParts): void {
  async function ask<C, T>(
    accountId: string,
    client: Reply<C>,
    work: (client: C) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    if (!client.ok) return client
    const reply = await work(client.value)
    const says = reply.ok ? true : reply.failure.kind === 'signed-out' ? false : null
    // A disk that refuses this note is no reason to withhold the shop's answer.
    if (says !== null) await accounts.setSignedIn(accountId, says).catch(() => logEvent('warn', 'accounts-not-written'))
    return reply
  }
  const commerce = (accountId: string) => clients.commerce(accountId)

  handle('commerce.currentUser', ({ accountId: at }) => ask(at, commerce(at), () => clients.currentUser(at)))
  handle('commerce.orders', ({ accountId: at, page, limit, filter }) =>
    ask(at, commerce(at), shop => shop.orders(page, limit, filter)),
  )
  handle('commerce.order', ({ accountId: at, id }) => ask(at, commerce(at), shop => shop.order(id)))
  handle('commerce.cancellationView', ({ accountId: at, id }) =>
    ask(at, commerce(at), shop => shop.cancellationView(id)),
  )
  handle('commerce.reasons', ({ accountId: at, page, limit }) =>
    ask(at, commerce(at), shop => shop.reasons(page, limit)),
  )
  handle('commerce.requests', ({ accountId: at, page, limit }) =>
    ask(at, commerce(at), shop => shop.requests(page, limit)),
  )
  handle('commerce.oldOrders', ({ accountId: at, page, limit }) =>
    ask(at, commerce(at), shop => shop.oldOrders(page, limit)),
  )
  handle('commerce.oldOrder', ({ accountId: at, id }) => ask(at, commerce(at), shop => shop.oldOrder(id)))
  handle('commerce.addresses', ({ accountId: at, page, limit }) =>
    ask(at, commerce(at), shop => shop.addresses(page, limit)),
  )
  handle('commerce.tradeIn', ({ accountId: at, id, decision }) => clients.tradeIn(at, id, decision))
  handle('omnitron.pending', ({ accountId: at, page, limit }) =>
    ask(at, clients.omnitron(at), shop => shop.pending(page, limit)),
  )
}
