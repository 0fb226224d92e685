/** Letters that NFKD does not split into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
}
const LETTER = /[ıßøđłæœðþ’‘ʼ`´]/g
const MARK = /\p{M}+/gu
/** Soft hyphens, joiners and direction marks: invisible, so no search contains them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu
/** Blanks and control characters. Line breaks and tabs separate the fields of a haystack. */
const BLANK = /[\s\p{Cc}]+/gu
const NOT_PLAIN = /[^ -~]| {2}/

/**
 * Makes spellings equal that people mean as equal: İ, I, ı and i; ş and s; ğ and g; ö, ü, ç; é, â. It does not depend
 * on the computer's locale, because toLowerCase does not.
 */
export function fold(text: string): string {
  const trimmed = text.trim()
  if (!NOT_PLAIN.test(trimmed)) return trimmed.toLowerCase().replaceAll('`', "'")
  return trimmed
    .replace(INVISIBLE, '')
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(MARK, '')
    .toLowerCase()
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .replace(BLANK, ' ')
    .trim()
}
