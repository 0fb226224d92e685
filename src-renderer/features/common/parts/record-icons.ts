import { Archive, Hourglass, Inbox, type LucideIcon, ShoppingBag } from 'lucide-react'
import type { RecordKind } from '../../../model/record-kinds.ts'

/** The sign of each kind of record, the same everywhere. */
export const recordIcons: Readonly<Record<RecordKind, LucideIcon>> = {
  orders: ShoppingBag,
  requests: Inbox,
  pending: Hourglass,
  'old-orders': Archive,
}
