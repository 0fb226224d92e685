import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { contactsIn, type RecordRow } from '../../../search/people.ts'
import { useRow } from '../../common/services/use-row.ts'
import { useWorkspaceOf } from '../../common/services/use-workspace.ts'

const orderReaders = { read: (workspace: Workspace, id: string) => workspace.order(id) }
const pendingReaders = { read: (workspace: Workspace, id: string) => workspace.pendingOrder(id) }

interface PersonContacts {
  readonly email: string | null
  readonly phone: string | null
}

/** As the shop writes them on the newest order that is kept whole; until that is read, as they are searched by. */
export const useContacts = (records: readonly RecordRow[]): PersonContacts => {
  const order = records.find(({ screen }) => screen === 'orders')
  const pending = records.find(({ screen }) => screen === 'pending')
  const orders = useWorkspaceOf(order?.accountId ?? null)
  const staff = useWorkspaceOf(pending?.accountId ?? null)
  const whole = useRow<Order>(orders, order?.row.id ?? null, orderReaders, false).row?.value
  const waiting = useRow<PendingOrder>(staff, pending?.row.id ?? null, pendingReaders, false).row?.value
  const known = records.map(({ row }) => contactsIn(row.haystack))
  const old = records.find(({ screen }) => screen === 'old-orders')?.row.person ?? null
  return {
    email:
      whole?.user_email ??
      waiting?.customer?.email ??
      whole?.shipping_address?.email ??
      (old?.includes('@') ? old : null) ??
      known.find(({ email }) => email !== null)?.email ??
      null,
    phone:
      whole?.shipping_address?.phone_number ??
      waiting?.customer?.phone_number ??
      whole?.billing_address?.phone_number ??
      known.find(({ phone }) => phone !== null)?.phone ??
      null,
  }
}
