import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type {
  Address,
  CancellationReason,
  EasyReturnCompany,
  OrderItem,
} from '../../../../src-main/contract/resources.ts'
import { companyName } from '../../../model/enum-text.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

/**
 * Reasons that may be chosen for this type, in the shop's order. A reason without a type fits both. Inactive ones only
 * when the type has no other: without a reason nothing can be asked for at all.
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

/** Only what every selected line allows: one form asks the same for all of them. */
export const commonTypes = (perLine: readonly (readonly CancellationType[])[]): readonly CancellationType[] => {
  const both: readonly CancellationType[] = ['cancel', 'refund']
  return perLine.length === 0 ? [] : both.filter(type => perLine.every(types => types.includes(type)))
}

const companiesOf = (item: OrderItem, view: readonly OrderItem[]): readonly EasyReturnCompany[] => {
  const own = item.available_easy_return_shipping_companies
  if (own.length > 0) return own
  return view.find(other => other.id === item.id)?.available_easy_return_shipping_companies ?? []
}

/** The carriers that all selected lines offer; the return view fills in for lines that list none. */
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

/** The customer's address book with the order's own addresses behind it, each once. */
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
