import { fold } from './fold.ts'

/** Above every text that people write, and every order that people place: what is cut off is found by nobody. */
const FIELD_CHARS = 2_000
const HAYSTACK_CHARS = 100_000
const NOT_DIGIT = /\D+/g
const PHONE_QUERY = /^[+(]?[\d\s()./-]+$/

export type Searchable = string | null | undefined

/** Starts the digits of a phone number in a haystack: no folded text contains a tab. */
export const PHONE_MARK = '\t'

/** Digits without the country's and the trunk's prefix, so that +90 532, 0532 and 532 begin alike. */
export function phoneDigits(text: string): string {
  const digits = text.replace(NOT_DIGIT, '')
  if (text.trimStart().startsWith('+90')) return digits.slice(2)
  if (digits.startsWith('0090')) return digits.slice(4)
  if (digits.length === 12 && digits.startsWith('90')) return digits.slice(2)
  return digits.startsWith('0') ? digits.slice(1) : digits
}

/** The digits to look for among phone numbers, or null when the words are no phone number or too short for one. */
export function phoneQuery(text: string): string | null {
  if (!PHONE_QUERY.test(text)) return null
  const digits = phoneDigits(text)
  return digits.length >= 3 ? digits : null
}

/** Words of one extra field that are searched: an order of a few fields has its haystack filled by none of them. */
const EXTRA_WORDS = 200

/** Shown masked or not at all, so in no index either. */
const UNSEARCHED: ReadonlySet<string> = new Set(['iban', 'identity_number', 'bin_number', 'remote_addr', 'logged_ip'])

/** The texts and numbers anywhere inside a shop's free-form field, such as `extra_field`; names of keys are no words. */
export function* wordsInside(value: unknown): Generator<string> {
  let left = EXTRA_WORDS
  for (const word of leavesOf(value)) {
    if (left <= 0) return
    left -= 1
    yield word
  }
}

function* leavesOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number') yield String(value)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) if (!UNSEARCHED.has(key)) yield* leavesOf(inner)
}

/**
 * One folded string to search in. The number stands on the first line, phones stand behind a tab, and a word never
 * matches across two fields. Only fields and orders of absurd sizes are cut: they would slow every search down.
 */
export function haystackOf(number: Searchable, words: Iterable<Searchable>, phones: Iterable<Searchable> = []): string {
  let haystack = number ? fold(number.slice(0, FIELD_CHARS)) : ''
  const seen = new Set<string>()
  for (const word of words) {
    if (!word || haystack.length > HAYSTACK_CHARS) continue
    const folded = fold(word.slice(0, FIELD_CHARS))
    if (folded === '' || seen.has(folded)) continue
    seen.add(folded)
    haystack += `\n${folded}`
  }
  for (const phone of phones) {
    const digits = phone ? phoneDigits(phone.slice(0, FIELD_CHARS)) : ''
    if (digits === '' || seen.has(digits)) continue
    seen.add(digits)
    haystack += `\n${PHONE_MARK}${digits}`
  }
  return haystack
}
