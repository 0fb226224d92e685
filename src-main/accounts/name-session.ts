import { type Account, isNameless, namelessId } from '../contract/accounts.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'

export interface SessionOwner {
  readonly userId: string
  readonly label: string
}

/**
 * Under which user id a session is kept whose shop names nobody (API.md C17 missing, and no order to tell it from). The
 * person's own name for it tells two customers apart: the same name continues the same account, another name is another
 * account. `conflict` with the code `name-needed` when no name is given and the shop has such an account already: it
 * may be somebody else's, and entries must never go out under another person's session.
 */
export function ownerOf(name: string, shopId: string, accounts: readonly Account[]): Reply<SessionOwner> {
  const there = accounts.filter(
    ({ kind, shop, userId }) => kind === 'customer' && shop.id === shopId && isNameless(userId),
  )
  const wanted = plain(name)
  if (wanted === '')
    return there.length === 0
      ? ok({ userId: namelessId, label: namelessId })
      : failed(failure('conflict', { code: 'name-needed' }))
  const same = there.find(account => plain(account.label) === wanted)
  return ok(
    same
      ? { userId: same.userId, label: same.label }
      : { userId: `${namelessId}:${wanted}`, label: name.trim().replace(/\s+/g, ' ') },
  )
}

/** Equal for spellings that a person takes for one name, the Turkish i's included, in every locale. */
const plain = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ı', 'i')
