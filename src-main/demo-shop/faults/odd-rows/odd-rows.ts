import type { Json } from '../../json/address-json.ts'
import { isFields } from '../../rules/fields.ts'
import { addressOddities, oldOrderOddities, reasonOddities, requestOddities, staffOddities } from './list-oddities.ts'
import { type Oddity, overlaid } from './oddity.ts'
import { orderOddities } from './order-oddities.ts'

/** Lists that can hold a row for each oddity. */
export type OddList = 'orders' | 'requests' | 'reasons' | 'old-orders' | 'staff-orders' | 'addresses'

const firstId = 900_001
const firstLineId = 9_000_000
const linesPerOrder = 10

const oddities: Readonly<Record<OddList, readonly Oddity[]>> = {
  orders: orderOddities,
  requests: requestOddities,
  reasons: reasonOddities,
  'old-orders': oldOrderOddities,
  'staff-orders': staffOddities,
  addresses: addressOddities,
}

/** One row for each oddity of a list, made of one of its good rows. The name of the oddity can be read on each. */
export function oddRows(list: OddList, good: Json): Json[] {
  return oddities[list].map((oddity, index) =>
    overlaid({ ...good, ...rowOf(list, good, oddity, index) }, oddity.changes),
  )
}

function rowOf(list: OddList, good: Json, oddity: Oddity, index: number): Json {
  const name = oddity.name.toUpperCase()
  const id = firstId + index
  if (list === 'addresses') return { pk: id, title: name }
  if (list === 'reasons') return { id, subject: name, is_active: true, cancellation_type: 'cancel', order: index }
  if (list === 'requests') return { id, uuid: `odd-${id}`, description: name }
  if (list === 'old-orders') return { id, number: name }
  return { id, number: name, orderitem_set: linesOf(good, oddity, index) }
}

/** The first line of the good order, free of its story, once for each odd line. */
function linesOf(good: Json, { lines = [{}] }: Oddity, index: number): Json[] {
  const [first] = Array.isArray(good['orderitem_set']) ? good['orderitem_set'] : []
  if (!isFields(first)) return []
  return lines.map((line, n) =>
    overlaid({ ...first, id: firstLineId + index * linesPerOrder + n, order: firstId + index }, line),
  )
}
