import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CancellationType } from '../../../src-main/contract/commands.ts'
import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import type { Workspace } from '../../workspace/types.ts'
import { addressLine } from '../data/address-block.tsx'
import { useList } from '../data/use-workspace.ts'
import { commonCompanies, pickupAddresses } from './options.ts'
import type { FormChoices } from './request-fields.tsx'

const noItems: readonly OrderItem[] = []

/** What the shop's return view, when it was read, says of the lines. */
export const itemsOfView = (view: Order | null): readonly OrderItem[] => view?.orderitem_set ?? noItems

/** What the form may offer for these lines; reads reasons and addresses once if they were never read. */
export const useChoices = (
  workspace: Workspace,
  order: Order | null,
  viewItems: readonly OrderItem[],
  items: readonly OrderItem[],
  types: readonly CancellationType[],
): FormChoices => {
  const { i18n } = useTranslation()
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
      companies: commonCompanies(items, viewItems),
      addresses: pickupAddresses(
        addresses.rows,
        [order?.shipping_address ?? null, order?.billing_address ?? null],
        addressLine,
      ),
    }),
    [types, workspace, account, reasons, addresses.rows, order, viewItems, items, i18n.language],
  )
}
