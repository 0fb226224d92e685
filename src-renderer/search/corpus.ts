import { fold } from './fold.ts'

/** Larger than any real text or order. What is cut off can't be found. */
const FIELD_CHARS = 2_000
const HAYSTACK_CHARS = 100_000
const NOT_DIGIT = /\D+/g
const PHONE_QUERY = /^[+(]?[\d\s()./-]+$/

type Searchable = string | null | undefined

/** Marks a phone number in a haystack. No folded text contains a tab. */
export const PHONE_MARK = '\t'

/** Digits without country code and leading zero, so that +90 532, 0532 and 532 begin alike. */
export function phoneDigits(text: string): string {
  const digits = text.replace(NOT_DIGIT, '')
  if (text.trimStart().startsWith('+90')) return digits.slice(2)
  if (digits.startsWith('0090')) return digits.slice(4)
  if (digits.length === 12 && digits.startsWith('90')) return digits.slice(2)
  return digits.startsWith('0') ? digits.slice(1) : digits
}

/** The digits to look for among phone numbers. Null when the text is no phone number or too short. */
export function phoneQuery(text: string): string | null {
  if (!PHONE_QUERY.test(text)) return null
  const digits = phoneDigits(text)
  return digits.length >= 3 ? digits : null
}

/** The most words taken from one extra field, so that it does not fill the whole haystack. */
const EXTRA_WORDS = 200

/** These are masked or hidden on screen, so they are not searched either. */
const UNSEARCHED: ReadonlySet<string> = new Set(['iban', 'identity_number', 'bin_number', 'remote_addr', 'logged_ip'])

/** The texts and numbers inside a free-form field such as `extra_field`, without the names of its keys. */
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
 * One folded string to search in: the number on the first line, one line for each field, phones last and after a tab.
 * So a word never matches across two fields. Fields and orders of absurd size are cut, because they slow down every
 * search.
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
