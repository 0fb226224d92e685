import { fold } from '../../../search/fold.ts'
import { isCount } from './table.ts'

/**
 * A spreadsheet would take these for the beginning of a formula, and run what a shop sent; some take the wide signs, too.
 * An apostrophe in front it takes for the sign that keeps a text a text, and drops it.
 */
const formula = /^[=+\-@＝＋－＠']/
const truth = new Set(['true', 'false', 'dogru', 'yanlis'])
/** #N/A, #REF!, #YOK and the like become errors of the sheet. */
const mistake = /^#[\p{Lu}/0]+[!?]?$/u
const hexadecimal = /^0x[\da-f]+$/
/** After a digit: a power, the hour of a day cut in two, the T and Z of an ISO time. */
const afterDigit = /(?<=\p{Nd}[.: ]?)(?:am|pm|oo|os|[adeptz])(?=[\p{Nd}\s+-]|$)/gu
const word = /\p{L}+/gu
/** All that stands in a number, an amount, a date or a time beside words. */
const ofNumbers = /^[\p{L}\p{M}\p{Nd}\p{Sc}\s.,:/\\()%+'-]+$/u

const monthsAndDays = (locale: string): readonly string[] =>
  (['long', 'short'] as const).flatMap(length =>
    Array.from({ length: 12 }, (_, place) => {
      const at = Date.UTC(2026, place, 1 + place)
      const say = (options: Intl.DateTimeFormatOptions) =>
        fold(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)).replace('.', '')
      return [say({ month: length }), say({ weekday: length })]
    }).flat(),
  )

const wordsOf = new Map<string, ReadonlySet<string>>()

/** Words that make a number, a date or a time of the digits beside them, in English, Turkish and the system's own language. */
const sheetWords = (region: string): ReadonlySet<string> => {
  const known = wordsOf.get(region)
  if (known) return known
  const made = new Set([
    ...['tr', 'en', region].flatMap(monthsAndDays),
    ...['sept', 'am', 'pm', 'oo', 'os', 'tl', 'try', 'usd', 'eur', 'gbp'],
  ])
  wordsOf.set(region, made)
  return made
}

/**
 * Whether a spreadsheet of this region makes something else of a text that is typed into it, or drops a part: a formula,
 * a date, a time, a share, a power, a truth, a number that is written otherwise, blanks at its ends. Words stay, and so
 * do short whole numbers.
 */
export const isChangedBySheets = (text: string, region: string): boolean => {
  if (text === '' || isCount(text)) return false
  if (text.trim() !== text || formula.test(text) || mistake.test(text)) return true
  const plain = fold(text)
  if (truth.has(plain) || hexadecimal.test(plain)) return true
  if (!/\p{Nd}/u.test(plain) || !ofNumbers.test(plain)) return false
  const words = plain.replace(afterDigit, ' ').match(word) ?? []
  const ofSheets = sheetWords(region)
  return words.every(each => ofSheets.has(each))
}
