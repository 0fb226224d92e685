import type { ListQuery, SummaryBase } from '../workspace/types.ts'
import { compareDecimals, compareText, type DecimalKey, decimalKey, sizeKey } from './decimal-key.ts'

type Sort = ListQuery['sort']

/** Sorted copies by the array they were made from: typing filters them and never sorts. */
const sortedOf = new WeakMap<readonly SummaryBase[], Map<Sort, readonly SummaryBase[]>>()

/** The rows in this order. Stable; rows without the value come last in both directions. */
export function sortRows<S extends SummaryBase>(rows: readonly S[], sort: Sort): readonly S[] {
  let bySort = sortedOf.get(rows)
  if (!bySort) {
    bySort = new Map()
    sortedOf.set(rows, bySort)
  }
  const known = bySort.get(sort)
  // The map belongs to `rows`, so what it holds are rows of the same type.
  if (known) return known as readonly S[]
  const sorted = sortFresh(rows, sort)
  bySort.set(sort, sorted)
  return sorted
}

function sortFresh<S extends SummaryBase>(rows: readonly S[], sort: Sort): readonly S[] {
  switch (sort) {
    case 'newest':
      return isNewestFirst(rows)
        ? rows
        : byKey(
            rows,
            row => row.at,
            (a, b) => b - a,
          )
    case 'oldest':
      return byKey(
        rows,
        row => row.at,
        (a, b) => a - b,
      )
    case 'amount-high':
      return byAmount(rows, (a, b) => compareDecimals(b, a))
    case 'amount-low':
      return byAmount(rows, compareDecimals)
    case 'number':
      return byKey(rows, numberKeyOf, compareText)
    case 'person':
      return byPerson(rows)
  }
}

/** Newest first, rows without a date last. */
export function compareNewest(a: SummaryBase, b: SummaryBase): number {
  if (a.at === b.at) return 0
  if (a.at === null) return 1
  if (b.at === null) return -1
  return b.at - a.at
}

function isNewestFirst(rows: readonly SummaryBase[]): boolean {
  for (let i = 1; i < rows.length; i += 1) {
    const before = rows[i - 1]
    const row = rows[i]
    if (before && row && compareNewest(before, row) > 0) return false
  }
  return true
}

function byKey<S, K>(rows: readonly S[], keyOf: (row: S) => K | null, compare: (a: K, b: K) => number): readonly S[] {
  const keyed: { readonly key: K; readonly row: S }[] = []
  const without: S[] = []
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) without.push(row)
    else keyed.push({ key, row })
  }
  keyed.sort((a, b) => compare(a.key, b.key))
  return keyed.map(({ row }) => row).concat(without)
}

/** Keys outlive a snapshot: during a pull most rows of the next one are the same objects. */
const amountKeys = new WeakMap<SummaryBase, DecimalKey | null>()

function amountKeyOf(row: SummaryBase): DecimalKey | null {
  const known = amountKeys.get(row)
  if (known !== undefined) return known
  const key = decimalKey(row.amount)
  amountKeys.set(row, key)
  return key
}

/** Amounts of two currencies cannot be compared, so each currency stays together, the one of most rows first. */
function byAmount<S extends SummaryBase>(
  rows: readonly S[],
  compare: (a: DecimalKey, b: DecimalKey) => number,
): readonly S[] {
  const groups = new Map<string, S[]>()
  const without: S[] = []
  for (const row of rows) {
    const currency = row.currency?.toUpperCase() ?? ''
    const group = groups.get(currency)
    if (amountKeyOf(row) === null) without.push(row)
    else if (group) group.push(row)
    else groups.set(currency, [row])
  }
  const inOrder = [...groups].sort(
    ([oneCode, one], [otherCode, other]) => other.length - one.length || compareText(oneCode, otherCode),
  )
  return [...inOrder.flatMap(([, group]) => byKey(group, amountKeyOf, compare)), ...without]
}

const turkish = new Intl.Collator('tr')

/** By the Turkish alphabet: Ç after C, I before İ. Collating is slow, so each name is placed once, however many rows have it. */
function byPerson<S extends SummaryBase>(rows: readonly S[]): readonly S[] {
  const names = [...new Set(rows.flatMap(row => row.person?.trim() || []))].sort(turkish.compare)
  const places = new Map(names.map((name, place) => [name, place]))
  return byKey(
    rows,
    row => places.get(row.person?.trim() ?? '') ?? null,
    (a, b) => a - b,
  )
}

const DIGITS = /^\d+$/
const ZEROS = /^0+(?=\d)/

/** Plain digits by size without making them numbers (they pass 2^53), before anything with letters. */
function numberKeyOf(row: SummaryBase): string | null {
  if (row.number === null) return null
  return DIGITS.test(row.number) ? `0${sizeKey(row.number.replace(ZEROS, ''))}` : `1${row.number}`
}
