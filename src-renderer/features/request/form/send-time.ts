import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { ConnectionState } from '../../../connection/connection.ts'
import type { ClosedOutboxGate } from '../../../outbox/types.ts'
import { useClosedGate, useOutbox } from '../../common/services/use-entries.ts'
import { useConnection } from '../../common/services/use-workspace.ts'

/** When a request is sent that is confirmed now. The texts are in `form.submit` and `form.goes`. */
type SendTime = 'now' | 'offline' | 'paused' | 'signedOut' | 'throttled' | 'storage'

/** The state of the queue decides, because the queue sends. The connection adds what the queue has not noticed yet. */
export const sendTimeOf = (
  isPaused: boolean,
  closed: ClosedOutboxGate | null,
  { shop, session }: Pick<ConnectionState, 'shop' | 'session'>,
): SendTime => {
  if (isPaused) return 'paused'
  switch (closed?.gate) {
    case 'paused':
    case 'throttled':
    case 'storage':
    case 'offline':
      return closed.gate
    case 'signed-out':
    case 'other-user':
    case 'auth':
    case 'gone':
      return 'signedOut'
    case undefined:
      if (session === 'signed-out') return 'signedOut'
      return shop === 'not-answering' ? 'offline' : 'now'
  }
}

/** When a request of this account is sent, and until when the shop asked to wait. */
export const useSendTime = (account: Account): { readonly time: SendTime; readonly until: number | null } => {
  const { paused } = useOutbox()
  const closed = useClosedGate(account.id)
  const connection = useConnection(account)
  return {
    time: sendTimeOf(paused.includes(account.id), closed, connection),
    until: closed?.until ?? null,
  }
}
