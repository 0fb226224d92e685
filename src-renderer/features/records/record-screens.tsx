import type { ComponentType } from 'react'
import type { RecordKind } from '../../model/record-kinds.ts'
import { OldOrdersScreen } from './old-orders/old-orders-screen.tsx'
import { OrdersScreen } from './orders/orders-screen.tsx'
import { PendingScreen } from './pending/pending-screen.tsx'
import { RequestsScreen } from './requests/requests-screen.tsx'

/** The screen of each kind of record: its list, and the record that is open. */
export const recordScreens: Readonly<Record<RecordKind, ComponentType>> = {
  orders: OrdersScreen,
  requests: RequestsScreen,
  pending: PendingScreen,
  'old-orders': OldOrdersScreen,
}
