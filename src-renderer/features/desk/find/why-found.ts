import { PHONE_MARK } from '../../../search/corpus.ts'
import { fold } from '../../../search/fold.ts'
import { needleOf } from '../../../search/hits.ts'

const shownChars = 48

/** The field that answers where nothing of what is shown does: a tracking number, a SKU, a phone. Null when all is shown. */
export const whyFound = (haystack: string, shown: string, text: string): string | null => {
  const { words, phone } = needleOf(text)
  const seen = fold(shown)
  const missing = words.find(word => !seen.includes(word))
  if (missing === undefined) return null
  const lines = haystack.split('\n')
  const line =
    lines.find(each => each.includes(missing)) ??
    (phone === null ? undefined : lines.find(each => each.startsWith(PHONE_MARK) && each.includes(phone)))
  if (line === undefined) return null
  const said = line.startsWith(PHONE_MARK) ? `0${line.slice(PHONE_MARK.length)}` : line
  return said.length > shownChars ? `${said.slice(0, shownChars)}…` : said
}
