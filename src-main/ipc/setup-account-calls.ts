import type { AccountStore } from '../accounts/account-store.ts'
import type { SignIn } from '../accounts/sign-in.ts'
import { logRejection } from '../base/log.ts'
import { ok, type Reply } from '../contract/failures.ts'
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
