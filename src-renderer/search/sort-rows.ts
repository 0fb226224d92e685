import type { SummaryBase } from '../model/summaries.ts'
import { compareNames } from '../model/text-order.ts'
import { compareDecimals, compareText, type DecimalKey, decimalKey, sizeKey } from './decimal-key.ts'
import type { ListQuery } from './list-query.ts'

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
      return byNumber(rows)
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

/** Collating is slow, so each name is placed once, however many rows have it. */
function byPerson<S extends SummaryBase>(rows: readonly S[]): readonly S[] {
  const names = [...new Set(rows.flatMap(row => row.person?.trim() || []))].sort(compareNames)
  const places = new Map(names.map((name, place) => [name, place]))
  return byKey(
    rows,
    row => places.get(row.person?.trim() ?? '') ?? null,
    (a, b) => a - b,
  )
}

const DIGITS = /^\d+$/
const ZEROS = /^0+(?=\d)/

const RUN = /\d+/g
const ASCII = /^[ -~]*$/

/**
 * Plain digits first, then what has letters, each by what its digits count to. Keys do for the numbers of almost every
 * shop what a collator would take three times as long for; one letter beyond ASCII, and the alphabet decides for all.
 */
function byNumber<S extends SummaryBase>(rows: readonly S[]): readonly S[] {
  const isPlain = rows.every(({ number }) => number === null || ASCII.test(number))
  return byKey(
    rows,
    numberKeyOf,
    isPlain
      ? (a, b) => compareText(a.key, b.key)
      : (a, b) =>
          Number(a.isText) - Number(b.isText) || (a.isText ? compareNames(a.text, b.text) : compareText(a.key, b.key)),
  )
}

interface NumberKey {
  readonly text: string
  /** Digits by size without making them numbers: they pass 2^53. */
  readonly key: string
  readonly isText: boolean
}

const numberKeys = new WeakMap<SummaryBase, NumberKey>()

function numberKeyOf(row: SummaryBase): NumberKey | null {
  const text = row.number
  if (text === null) return null
  const known = numberKeys.get(row)
  if (known) return known
  const isText = !DIGITS.test(text)
  const sized = text.replace(RUN, digits => sizeKey(digits.replace(ZEROS, '')))
  const key = { text, isText, key: `${Number(isText)}${sized.toLowerCase()}` }
  numberKeys.set(row, key)
  return key
}
