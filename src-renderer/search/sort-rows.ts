import { Big } from 'big.js'
import type { SummaryBase } from '../model/summaries.ts'

export type Sort = 'newest' | 'oldest' | 'amount-high' | 'amount-low' | 'number' | 'person'

/** Sorted copies by the array they were made from, so that typing filters them without sorting again. */
const sortedOf = new WeakMap<readonly SummaryBase[], Map<Sort, readonly SummaryBase[]>>()

/** The rows, sorted. Stable; rows without the value come last in both directions. */
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

/** By row, because during a pull most rows of the next snapshot are the same objects. */
const amountKeys = new WeakMap<SummaryBase, DecimalKey | null>()

function amountKeyOf(row: SummaryBase): DecimalKey | null {
  const known = amountKeys.get(row)
  if (known !== undefined) return known
  const key = decimalKey(row.amount)
  amountKeys.set(row, key)
  return key
}

/** Amounts of two currencies can't be compared, so each currency stays together, the most frequent first. */
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

/** Collating is slow, so each name is collated once, however many rows have it. */
function byPerson<S extends SummaryBase>(rows: readonly S[]): readonly S[] {
  const names = [...new Set(rows.flatMap(row => row.person?.trim() || []))].sort(compareNames)
  const ranks = new Map(names.map((name, rank) => [name, rank]))
  return byKey(
    rows,
    row => ranks.get(row.person?.trim() ?? '') ?? null,
    (a, b) => a - b,
  )
}

const DIGITS = /^\d+$/
const ZEROS = /^0+(?=\d)/

const RUN = /\d+/g
const ASCII = /^[ -~]*$/

/**
 * Numbers of digits first, then those with letters, each by the value of its digits. Comparing keys takes a third of a
 * collator's time and is enough for almost every shop; only with letters beyond ASCII does the collator decide.
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
  /** Digits that sort by size as text, because they may exceed 2^53. */
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

/** An exact decimal that sorts as text, without floats or arithmetic. */
interface DecimalKey {
  readonly isNegative: boolean
  /** The number of whole digits, the digits, and the fraction without trailing zeros. */
  readonly size: string
}

const PLAIN = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/
const MAX_CHARS = 60

/** Null when the text is no decimal, or too long to be meant. */
function decimalKey(text: string | null): DecimalKey | null {
  if (text === null || text.length > MAX_CHARS) return null
  const parts = PLAIN.exec(text.trim()) ?? PLAIN.exec(expand(text.trim()))
  if (!parts) return null
  const [, sign = '', whole = '0', fraction = ''] = parts
  const isZero = whole === '0' && fraction === ''
  return { isNegative: sign === '-' && !isZero, size: `${sizeKey(whole)}.${fraction}` }
}

/** Digits with their count in front, so that they compare by size as text. They must not begin with zeros. */
const sizeKey = (digits: string): string => String(digits.length).padStart(4, '0') + digits

function compareDecimals(a: DecimalKey, b: DecimalKey): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1
  return a.isNegative ? compareText(b.size, a.size) : compareText(a.size, b.size)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Writes `1e3` in plain digits. Empty when the text is no number or far too long. */
function expand(text: string): string {
  try {
    const value = new Big(text)
    return Math.abs(value.e) > MAX_CHARS ? '' : value.toFixed()
  } catch {
    return ''
  }
}

const collator = new Intl.Collator('tr', { numeric: true })

/** By the Turkish alphabet (Ç after C, I before İ), and digits by their value: A-9 before A-10. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
