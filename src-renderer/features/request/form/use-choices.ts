import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { commonPayWay } from '../../../model/priced-order.ts'
import { addressLine, customerNameOf } from '../../common/parts/address-block.tsx'
import { useList } from '../../common/services/use-workspace.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import type { FormChoices } from './fields.ts'
import { commonCompanies, pickupAddresses } from './options.ts'

const noItems: readonly OrderItem[] = []

/** What the shop's return view, when it was read, says of the lines. */
export const itemsOfView = (view: Order | null): readonly OrderItem[] => view?.orderitem_set ?? noItems

/** The customer whom all of the orders name. */
const commonName = (orders: readonly Order[]): string | null => {
  const [name = null, ...others] = [...new Set(orders.map(customerNameOf))]
  return others.length === 0 ? name : null
}

/** What the form may offer for these lines; reads reasons and addresses once if they were never read. */
export const useChoices = (
  workspace: Workspace,
  /** Addresses of an order are offered where there is only one. */
  orders: readonly Order[],
  viewItems: readonly OrderItem[],
  items: readonly OrderItem[],
  types: readonly CancellationType[],
): FormChoices => {
  const { t, i18n } = useTranslation()
  const reasons = useList(workspace.reasons)
  const addresses = useList(workspace.addresses)
  const { account } = workspace

  useEffect(() => {
    if (!workspace.account.signedIn) return
    for (const list of [workspace.reasons, workspace.addresses]) {
      const { loaded, asOf, pull } = list.snapshot()
      if (loaded && asOf === null && pull.kind !== 'running') list.refresh().catch(() => undefined)
    }
  }, [workspace])

  const onlyOrder = orders.length === 1 ? orders[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is part of the deps because labels are made here
  return useMemo(
    () => ({
      types,
      reasons: reasons.rows,
      reasonList: {
        account,
        isRead: reasons.asOf !== null,
        pull: reasons.pull,
        read: () => {
          workspace.reasons.refresh().catch(() => undefined)
        },
      },
      companies: commonCompanies(items, viewItems, name => carrierWords(name, t) ?? name),
      addresses: pickupAddresses(
        addresses.rows,
        onlyOrder ? [onlyOrder.shipping_address, onlyOrder.billing_address] : [],
        addressLine,
      ),
      payWay: commonPayWay(orders),
      customerName: commonName(orders),
    }),
    [types, workspace, account, reasons, addresses.rows, orders, viewItems, items, i18n.language],
  )
}
