import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { customerNameOf } from '../../common/parts/address-block.tsx'
import type { useFormat } from '../../common/services/use-format.ts'
import type { MacroVariable } from './macro.ts'

interface ValuesInput {
  readonly account: Account
  readonly order: Order
  readonly items: readonly OrderItem[]
  readonly format: Pick<ReturnType<typeof useFormat>, 'dateText' | 'day'>
  readonly now: number
}

/** What an order gives to a macro's note; null where it says nothing. */
export const valuesOf = ({
  account,
  order,
  items,
  format,
  now,
}: ValuesInput): Readonly<Record<MacroVariable, string | null>> => {
  const names = items.flatMap(item => item.product?.name ?? item.product?.sku ?? [])
  return {
    customerName: customerNameOf(order),
    orderNumber: order.number,
    orderDate: format.dateText(order.created_date, false),
    productNames: names.length === 0 ? null : names.join(', '),
    shopName: account.shop.name,
    today: format.day(now),
  }
}
