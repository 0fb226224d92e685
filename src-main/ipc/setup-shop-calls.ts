import type { BrowserWindow } from 'electron'
import type { AccountStore } from '../accounts/account-store.ts'
import type { ShopClients } from '../accounts/clients.ts'
import { proxyDoor, watchProxy } from '../accounts/sessions.ts'
import type { SignIn } from '../accounts/sign-in.ts'
import { logEvent, logRejection } from '../base/log.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { emit } from '../desktop/window.ts'
import { type OutboxParts, outboxCalls } from '../ledger/outbox-calls.ts'
import { handle } from './handle.ts'

interface AccountParts {
  readonly accounts: AccountStore
  readonly signIn: SignIn
}

/** The calls about who is signed in where. */
export function setupAccountCalls({ accounts, signIn }: AccountParts): void {
  const listAfter = async (work: Promise<Reply<unknown>>) => {
    const done = await work
    return done.ok ? ok(accounts.list()) : done
  }
  handle('accounts.list', () => ok(accounts.list()))
  handle('accounts.connectCustomer', input => listAfter(signIn.customer(input)))
  handle('accounts.connectStaff', input => listAfter(signIn.staff(input)))
  handle('accounts.connectDemo', () => listAfter(signIn.demo()))
  handle('accounts.activate', async ({ accountId }) => {
    // In force for this run, whatever the disk says.
    await accounts.activate(accountId).catch(logRejection)
    return ok(accounts.list())
  })
  handle('accounts.signOut', ({ accountId }) => listAfter(signIn.signOut(accountId)))
  handle('accounts.setQuantityKey', async ({ accountId, quantityKey }) => {
    await accounts.setQuantityKey(accountId, quantityKey)
    return ok(accounts.list())
  })
  handle('accounts.remove', ({ accountId }) => listAfter(signIn.remove(accountId)))
}

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

/** The calls about a proxy that wants a sign-in. */
export function setupProxyCalls(window: () => BrowserWindow | null): void {
  watchProxy(proxy => {
    logEvent('info', 'proxy-asked', proxy.hasRefused ? 'refused' : '')
    emit(window(), 'proxies.asked', proxy)
  })
  handle('proxy.asking', () => ok(proxyDoor.asking))
  handle('proxy.signIn', async input => {
    const passage = await proxyDoor.signIn(input)
    logEvent('info', 'proxy-sign-in', passage.kind)
    switch (passage.kind) {
      case 'through':
        // The way is open for every account: all of them look at once.
        emit(window(), 'power.resumed', {})
        return ok(undefined)
      case 'asked':
        return failed(failure('rejected', { status: 407 }))
      case 'unknown':
        return failed(failure('offline', { code: passage.code }))
    }
  })
}

/** The calls of the queue. */
export function setupOutboxCalls(parts: OutboxParts): void {
  const calls = outboxCalls(parts)
  handle('ledger.record', calls['ledger.record'])
  handle('ledger.read', calls['ledger.read'])
  handle('outbox.send', calls['outbox.send'])
  handle('outbox.sendTogether', calls['outbox.sendTogether'])
}
