/** What a scanner read. */
export interface Scan {
  readonly text: string
  /**
   * The same keys read by the other keyboard layout, for when `text` finds nothing; null when both give the same text.
   */
  readonly other: string | null
  /** Whether it began with a symbology prefix, such as `]C1`. */
  readonly hadPrefix: boolean
}

interface Key {
  readonly key: string
  readonly code: string
  readonly shift: boolean
}

/** The AIM prefix: a bracket, a letter for the symbology, a digit for its options. */
const PREFIX = /^\][A-Za-z][0-9A-Za-z](?=.)/
/** The characters of printed codes. */
const PLAUSIBLE = /^[!-~]+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters such as group separators are removed here
const CONTROL = /[\u0000-\u001f\u007f]/g

const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
}
const shiftedDigits = ')!@#$%^&*('

/** The key's character on the US layout, which scanners are set to; the printed one where the key has none. */
const byPlace = ({ key, code, shift }: Key): string => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit) return shift && code.startsWith('Digit') ? (shiftedDigits[Number(digit)] ?? key) : digit
  const sign = Object.hasOwn(signs, code) ? signs[code] : undefined
  return sign ? sign[shift ? 1 : 0] : key
}

const cleaned = (text: string): string => text.replace(CONTROL, '').replace(PREFIX, '')

/**
 * The text of scanned keys. A scanner presses the keys of a US keyboard, so under a Turkish layout `i` prints `ı` and `-`
 * prints `*`. When the printed text can't be a code, the positions of the keys give the text.
 */
export const readScan = (keys: readonly Key[]): Scan => {
  const printed = keys.map(({ key }) => key).join('')
  const placed = keys.map(byPlace).join('')
  const [raw, otherRaw] = PLAUSIBLE.test(printed) ? [printed, placed] : [placed, printed]
  const text = cleaned(raw)
  const other = cleaned(otherRaw)
  return { text, other: other.toLowerCase() === text.toLowerCase() ? null : other, hadPrefix: PREFIX.test(raw) }
}
