import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type {
  Address,
  CancellationReason,
  EasyReturnCompany,
  Order,
  OrderItem,
} from '../../../../src-main/contract/resources.ts'
import type { PullState, Workspace } from '../../../lists/types.ts'
import { companyName } from '../../../model/enum-text.ts'
import { commonPayWay, type PayWay } from '../../../model/priced-order.ts'
import { addressLine, customerNameOf } from '../../common/parts/address-block.tsx'
import { useList } from '../../common/services/use-workspace.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import type { RequestForm } from './form.ts'

export interface FormChoices {
  readonly types: readonly CancellationType[]
  readonly reasons: readonly CancellationReason[]
  readonly reasonList: ReasonList
  readonly companies: readonly Option[]
  readonly addresses: readonly Option[]
  /** How the orders were paid. */
  readonly payWay: PayWay
  /** Offered as the holder of an account. */
  readonly customerName: string | null
}

/** The state of the shop's list of reasons. */
export interface ReasonList {
  readonly account: Account
  readonly isRead: boolean
  readonly pull: PullState
  readonly read: () => void
}

const noItems: readonly OrderItem[] = []

/** The lines of the shop's return view; none while it is not loaded. */
export const itemsOfView = (view: Order | null): readonly OrderItem[] => view?.orderitem_set ?? noItems

/** The customer's name, if all orders have the same one. */
const commonName = (orders: readonly Order[]): string | null => {
  const [name = null, ...others] = [...new Set(orders.map(customerNameOf))]
  return others.length === 0 ? name : null
}

/** The options of the form for these lines. Loads reasons and addresses if they were never loaded. */
export const useChoices = (
  workspace: Workspace,
  /** An order's own addresses are offered only if it is the only order. */
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

/** Selects an option if it is the only one, and clears a choice that no longer fits the selected lines. */
export const useFittingForm = (
  form: RequestForm,
  { types, companies }: FormChoices,
  hasLines: boolean,
  setForm: (change: Partial<RequestForm>) => void,
): void => {
  useEffect(() => {
    const [first] = types
    if (form.type !== '' && !types.includes(form.type)) setForm({ type: '', reason: '' })
    else if (form.type === '' && first !== undefined && hasLines) setForm({ type: first })
  }, [types, form.type, hasLines, setForm])

  useEffect(() => {
    const [first] = companies
    if (form.shippingCompany !== '' && !companies.some(each => each.value === form.shippingCompany))
      setForm({ shippingCompany: '' })
    else if (form.type === 'refund' && form.shippingCompany === '' && companies.length === 1 && first)
      setForm({ shippingCompany: first.value })
  }, [companies, form.type, form.shippingCompany, setForm])
}

interface Option {
  readonly value: string
  readonly label: string
}

/**
 * The reasons for this type, in the shop's order. A reason without a type fits both. Inactive reasons are included only
 * if the type has no active one, because a request needs a reason.
 */
export const reasonsFor = (
  reasons: readonly CancellationReason[],
  type: CancellationType | '',
): readonly CancellationReason[] => {
  if (type === '') return []
  const fitting = reasons
    .filter(reason => reason.cancellation_type === null || reason.cancellation_type === type)
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER))
  const active = fitting.filter(reason => reason.is_active !== false)
  return active.length > 0 ? active : fitting
}

/** The types that every selected line allows. One form sends the same type for all lines. */
export const commonTypes = (perLine: readonly (readonly CancellationType[])[]): readonly CancellationType[] => {
  const both: readonly CancellationType[] = ['cancel', 'refund']
  return perLine.length === 0 ? [] : both.filter(type => perLine.every(types => types.includes(type)))
}

const companiesOf = (item: OrderItem, view: readonly OrderItem[]): readonly EasyReturnCompany[] => {
  const own = item.available_easy_return_shipping_companies
  if (own.length > 0) return own
  return view.find(other => other.id === item.id)?.available_easy_return_shipping_companies ?? []
}

/** The carriers that all selected lines offer. Lines that list none take theirs from the return view. */
export const commonCompanies = (
  items: readonly OrderItem[],
  view: readonly OrderItem[],
  say: (name: string) => string,
): readonly Option[] => {
  const [first = [], ...rest] = items.map(item => companiesOf(item, view))
  return first.flatMap(company => {
    const { pk } = company
    return pk !== null && rest.every(companies => companies.some(other => other.pk === pk))
      ? [{ value: pk, label: say(companyName(company) ?? pk) }]
      : []
  })
}

/** The customer's address book, followed by the order's own addresses, without duplicates. */
export const pickupAddresses = (
  book: readonly Address[],
  ofOrder: readonly (Address | null)[],
  say: (address: Address) => string,
): readonly Option[] => {
  const found = new Map<string, Option>()
  for (const address of [...book, ...ofOrder])
    if (address?.pk && !found.has(address.pk))
      found.set(address.pk, { value: address.pk, label: say(address) || `#${address.pk}` })
  return [...found.values()]
}
