import type { AccountList } from '../../../../src-main/contract/accounts.ts'
import { ok } from '../../../../src-main/contract/failures.ts'
import type { ConnectionTimings } from '../../../../src-renderer/connection/connection.ts'
import { type Connections, createConnections } from '../../../../src-renderer/connection/connections.ts'
import { type Clock, systemClock } from '../../../../src-renderer/model/clock.ts'
import type { Watched } from '../../../../src-renderer/model/watched.ts'
import type { OutboxMain } from '../../../../src-renderer/outbox/types.ts'

/** Connections over a main, as the app wires them. */
export const connect = (
  { commerce }: Pick<OutboxMain, 'commerce'>,
  accounts: Watched<AccountList>,
  timings: Partial<ConnectionTimings> = {},
  clock: Clock = systemClock,
): Connections =>
  createConnections({
    accounts,
    askUser: async ({ id: accountId }) => {
      const reply = await commerce.currentUser({ accountId })
      return reply.ok ? ok(reply.value.pk) : reply
    },
    clock,
    timings,
  })
