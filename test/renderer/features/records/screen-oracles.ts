import { Big } from 'big.js'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { withoutTurning } from '../../../../src-renderer/model/direction.ts'
import type { SummaryBase } from '../../../../src-renderer/model/summaries.ts'
import { runQuery } from '../../../../src-renderer/search/run-query.ts'

/** What must hold of a drawn row, whatever was sent. Plain throws: these run hundreds of thousands of times. */

/** What loads something or leads out of the window; the screens have none of it. */
const foreignTag =
  /<(?:a|audio|base|embed|frame|iframe|image|img|link|meta|object|picture|script|source|style|template|use|video)[\s>/]/i
/** Quotes are escaped in text, so one that stands here closes a real attribute. */
const foreignAttribute = /\s(?:src|srcset|href|xlink:href|action|formaction|poster|data|background|on\w+)="/
const blankLabel =
  /<(h1|h2|h3|option|summary|legend|label)\b[^>]*>\s*<\/\1>|class="(?:strong|link|chip[^"]*|row-title[^"]*|row-number[^"]*)"[^>]*>\s*<\//

/** What our own code says by mistake; nothing of it is in a language file. */
const slips = ['[object ', 'undefined', 'NaN', 'Infinity', 'Invalid Date', '{{']

/** The markup is ours alone, loads nothing, leads nowhere, and says nothing that neither we nor the shop said. */
export function checkMarkup(html: string, sent: string): void {
  const foreign = foreignTag.exec(html) ?? foreignAttribute.exec(html)
  if (foreign) fail('markup that is not ours', foreign, html)
  const blank = blankLabel.exec(html)
  if (blank) fail('a blank label', blank, html)
  for (const slip of slips) {
    const place = html.indexOf(slip)
    if (place >= 0 && !sent.includes(slip)) fail(`a slip, ${slip}`, { index: place }, html)
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, mark => entities[mark] ?? mark)

/** The screen's title is this text. */
export function checkTitle(html: string, title: string): void {
  if (!html.includes(`<h1>${escaped(title)}</h1>`)) fail(`a title other than ${title}`, null, html)
}

/** Each of these texts can be read somewhere, or is held by a row's attribute; signs that turn text may be gone from it. */
export function checkSays(html: string, texts: readonly string[]): void {
  const read = withoutTurning(html)
  for (const text of texts) if (!read.includes(withoutTurning(escaped(text)))) fail(`nothing of ${text}`, null, html)
}

/** The amount of a row, and before it what the line would cost without a discount, where the two differ. */
const listed =
  /(?:class="line-retail"[^>]*><span class="sr-only">[^<]*<\/span>([^<]*)<\/span><span )?class="row-amount[^"]*">([^<]*)</g
const summed = /class="money-row money-(\w+)"><dt>(?:(?!<\/dt>).)*<\/dt><dd>([^<]*)</gs

interface Priced {
  readonly price: string | null
  readonly retail_price?: unknown
}

/** The amounts of the list's row and of the lines, in their order. */
export function checkListedAmounts(html: string, amounts: readonly Priced[]): void {
  const cells = [...html.matchAll(listed)]
  if (cells.length !== amounts.length) fail(`${cells.length} amounts for ${amounts.length}`, null, html)
  cells.forEach(([, retail, price = ''], index) => {
    const sent = amounts[index]
    checkAmount(price, sent?.price ?? null)
    if (retail !== undefined) checkAmount(retail, typeof sent?.retail_price === 'string' ? sent.retail_price : null)
  })
}

/** The order's own figures are those sent; the two of our own making are 0 only when the figures make them so. */
export function checkMoneyBlock(html: string, order: Order): void {
  const notes = [...order.discountitem_set]
  for (const [, key = '', cell = ''] of html.matchAll(summed)) {
    const sent = amountOf(key, order, () => notes.shift()?.amount ?? null)
    if (sent !== undefined) checkAmount(cell, sent)
    else if (isZero(cell) && !(key === 'left' && isNothingLeft(order))) fail(`${key} turned 0`, null, html)
  }
}

function amountOf(key: string, order: Order, nextNote: () => string | null): string | null | undefined {
  if (key === 'note') return nextNote()
  if (key === 'beforeDiscount') return order.amount_without_discount
  if (key === 'discountInside') return order.discount_amount
  if (key === 'shippingInside') return order.shipping_amount
  if (key === 'interestInside' || key === 'interestBesides') return order.installment_interest_amount
  if (key === 'discount') return order.discount_amount
  if (key === 'shipping') return order.shipping_amount
  if (key === 'interest') return order.installment_interest_amount
  if (key === 'total') return order.amount
  if (key === 'refundedShipping') return order.shipping_refund_amount
  if (key === 'refundedDiscount') return order.discount_refund_amount
  return key === 'refunded' ? order.refund_amount : undefined
}

/** The amount beside a label among the facts; a fact without a value, or of nothing, is not there at all. */
export function checkFactAmount(html: string, label: string, sent: string | null): void {
  const start = `<dt>${escaped(label)}</dt><dd>`
  const place = html.indexOf(start)
  if (place < 0 && sent !== null && plain.test(sent) && isZero(sent)) return
  const cell = place < 0 ? '' : (html.slice(place + start.length).split('<', 1)[0] ?? '')
  checkAmount(cell, sent)
}

const plain = /^[+-]?\d+(?:\.\d+)?$/
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** Digit by digit what was sent, in the locale's marks; as it came when it is no plain decimal; no digit when nothing came. */
function checkAmount(cell: string, sent: string | null): void {
  if (sent === null) {
    if (/\d/.test(cell)) fail(`an amount made up, ${cell}`, null, '')
  } else if (plain.test(sent)) {
    if (!digitsOf(cell).startsWith(digitsOf(sent))) fail(`${sent} turned ${cell}`, null, '')
  } else if (!cell.includes(escaped(sent))) fail(`${sent} turned ${cell}`, null, '')
}

const isZero = (cell: string): boolean => /^0+$/.test(digitsOf(cell))

/** All of it was paid back, or there never was an amount that is more than a zero. */
function isNothingLeft({ amount, refund_amount: refund }: Order): boolean {
  if (amount === null || refund === null || isZero(amount)) return true
  return plain.test(amount) && plain.test(refund) && new Big(amount.replace('+', '')).eq(refund.replace('+', ''))
}

const everything = { statuses: [], from: null, to: null, sort: 'newest' } as const
/** Longer numbers are cut in the corpus: nobody types them. */
const searchedChars = 200

/** Whoever types what the row shows as its number finds the row. */
export function checkFound(row: SummaryBase): void {
  const text = row.number?.trim() ?? ''
  if (text === '' || text.length > searchedChars) return
  if (runQuery([row], { ...everything, text }).length !== 1) fail(`${text} is not found`, null, row.haystack)
}

/** The whole list in each of its orders: every row once, whatever its amount, date and number are. */
export function checkSorts(rows: readonly SummaryBase[]): void {
  for (const sort of ['newest', 'oldest', 'amount-high', 'amount-low', 'number'] as const) {
    const sorted = runQuery(rows, { ...everything, sort, text: '' })
    if (sorted.length !== rows.length || new Set(sorted).size !== rows.length) fail(`${sort} lost rows`, null, '')
  }
}

const around = 200

function fail(what: string, at: { readonly index: number } | null, html: string): never {
  const place = at?.index ?? 0
  throw new Error(`${what}: ${at ? html.slice(Math.max(0, place - around), place + around) : html.slice(0, 4000)}`)
}
