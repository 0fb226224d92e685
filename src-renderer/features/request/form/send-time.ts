import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { SignalState } from '../../../connection/signals.ts'
import type { Standstill } from '../../../outbox/gates.ts'
import { useOutbox, useStandstill } from '../../common/services/use-entries.ts'
import { useSignals } from '../../common/services/use-workspace.ts'

/** When a request is sent that is confirmed now. The texts are in `form.submit` and `form.goes`. */
type SendTime = 'now' | 'offline' | 'paused' | 'signedOut' | 'throttled' | 'storage'

/** The state of the queue decides, because the queue sends. The signals add what the queue has not noticed yet. */
export const sendTimeOf = (
  isPaused: boolean,
  standstill: Standstill | null,
  { shop, session }: Pick<SignalState, 'shop' | 'session'>,
): SendTime => {
  if (isPaused) return 'paused'
  switch (standstill?.gate) {
    case 'paused':
    case 'throttled':
    case 'storage':
    case 'offline':
      return standstill.gate
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
  const standstill = useStandstill(account.id)
  const signals = useSignals(account)
  return {
    time: sendTimeOf(paused.includes(account.id), standstill, signals),
    until: standstill?.until ?? null,
  }
}
