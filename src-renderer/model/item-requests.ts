import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { isOpenRequest, requestStatusName } from './request-status.ts'

/** The reader makes up an id for a request that the shop sent without one. Such an id can't be shown or opened. */
export const hasOwnId = (requestId: string): boolean => !/^(?:active|unnamed):/.test(requestId)

/** A request's id as the shop sent it; null when the reader made it up. */
export const ownIdOf = (requestId: string | null | undefined): string | null =>
  requestId != null && hasOwnId(requestId) ? requestId : null

const isActive = ({ id }: CancellationRequest): boolean => id.startsWith('active:')

type RequestParts = Pick<OrderItem, 'id' | 'cancellationrequest_set' | 'active_cancellation_request'>

/** The item's own request rows, the active one first. */
const rowsIn = (item: RequestParts): readonly CancellationRequest[] =>
  [item.active_cancellation_request, ...item.cancellationrequest_set].flatMap(row =>
    // Inside an order the row may leave out its item.
    row === null ? [] : [{ ...row, order_item: row.order_item ?? item.id }],
  )

const isSilent = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true
  return (
    typeof value === 'object' && 'label' in value && 'value' in value && value.label === null && value.value === null
  )
}

/** Combines two rows of one request: the first row, with the second one's values where the first has none. */
const filled = <T extends object>(row: T, more: T): T => {
  const both = { ...row }
  for (const key of Object.keys(more) as (keyof T)[]) if (isSilent(both[key])) both[key] = more[key]
  return both
}

const merged = (row: CancellationRequest, more: CancellationRequest): CancellationRequest => {
  const back = row.easy_return && more.easy_return ? filled(row.easy_return, more.easy_return) : null
  return { ...filled(row, more), ...(back && { easy_return: back }) }
}

const saysOther = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one?.trim()) && Boolean(other?.trim()) && one?.trim() !== other?.trim()

const statusOf = ({ status }: CancellationRequest): string | null => requestStatusName(status.value) ?? status.value

/** Whether both rows may be the same request: no field that both have differs. */
const mayBeSame = (one: CancellationRequest, other: CancellationRequest): boolean =>
  !saysOther(one.cancellation_type, other.cancellation_type) &&
  !saysOther(statusOf(one), statusOf(other)) &&
  !saysOther(one.reason, other.reason) &&
  !saysOther(one.description, other.description) &&
  !saysOther(one.easy_return?.code, other.easy_return?.code) &&
  !saysOther(one.uuid, other.uuid) &&
  !saysOther(one.created_date, other.created_date) &&
  (one.quantity === null || other.quantity === null || Number(one.quantity) === Number(other.quantity))

const hasSameCode = (one: CancellationRequest, other: CancellationRequest): boolean =>
  Boolean(one.easy_return?.code) && one.easy_return?.code === other.easy_return?.code

/** The only row that a row without an id can belong to; an equal return code decides. Null when it is not certain. */
const ownerOf = (nameless: CancellationRequest, rows: readonly CancellationRequest[]): CancellationRequest | null => {
  const fitting = rows.filter(row => mayBeSame(nameless, row))
  const sameCode = fitting.filter(row => hasSameCode(nameless, row))
  const [only, ...others] = sameCode.length > 0 ? sameCode : fitting
  return others.length === 0 ? (only ?? null) : null
}

/**
 * The requests of one item, each once. `listed` are rows of the list of requests; they come first, and their values
 * win. A shop may send a request twice, once in part or without its id: then each row adds the values that only it has.
 */
export const requestsOfItem = (
  item: RequestParts,
  listed: readonly CancellationRequest[] = [],
): readonly CancellationRequest[] => {
  const rows = new Map<string, CancellationRequest>()
  const own = rowsIn(item)
  for (const row of [...listed.filter(({ order_item }) => order_item === item.id), ...own]) {
    const known = rows.get(row.id)
    rows.set(row.id, known ? merged(known, row) : row)
  }
  const fold = (nameless: CancellationRequest, owners: readonly CancellationRequest[]): string | null => {
    const owner = ownerOf(nameless, owners)
    if (owner === null) return null
    rows.set(owner.id, merged(owner, nameless))
    rows.delete(nameless.id)
    return owner.id
  }
  // Two rows in the item's own set are two requests, so a row without an id can only match a row of the list.
  const inSet = new Set(own.map(({ id }) => id))
  const taken = new Set<string>()
  for (const row of own.filter(each => !hasOwnId(each.id) && !isActive(each))) {
    const owner = fold(
      row,
      [...rows.values()].filter(({ id }) => hasOwnId(id) && !inSet.has(id) && !taken.has(id)),
    )
    if (owner !== null) taken.add(owner)
  }
  // The shop's active request is always an open one.
  for (const row of own.filter(isActive))
    fold(
      row,
      [...rows.values()].filter(each => each.id !== row.id && isOpenRequest(each)),
    )
  return [...rows.values()]
}

/** Every request id in the item's rows, including made-up ones. */
export const requestIdsOf = (item: RequestParts): ReadonlySet<string> => new Set(rowsIn(item).map(({ id }) => id))

/** The open request that prevents a new one, the shop's active one first. */
export const openRequestOf = (item: RequestParts): CancellationRequest | null =>
  requestsOfItem(item).find(isOpenRequest) ?? null
