import { LosslessNumber, parse as parseLossless, stringify as stringifyLossless } from 'lossless-json'

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const notJson: Parsed = { ok: false }

/** Deeper answers are refused. No shop nests this deep, and structured clone and the screens recurse. */
const maxDepth = 200

/**
 * A number that a double may not hold exactly: 16 digits or more, or a huge exponent. Matches in strings are skipped
 * later.
 */
const longNumber = /(?:^|[[:,\s])-?(?:\d(?:\.?\d){15}|[\d.]+[eE][+-]?\d{3})/

/**
 * Parses JSON text. A leading BOM is dropped; numbers of 16 digits and more come back as strings with their digits
 * untouched (ids pass 2^53). A `__proto__` key is an ordinary own key. Text that is nearly JSON is read as well: a
 * value that is none (NaN, Infinity) becomes null, so that one of them does not cost the whole list. Never throws.
 */
export function parseJson(text: string): Parsed {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (isTooDeep(clean)) return notJson
  const strict = parseStrict(clean)
  if (strict.ok || !/^\s*[[{]/.test(clean)) return strict
  return parseStrict(repaired(clean))
}

function parseStrict(text: string): Parsed {
  try {
    return { ok: true, value: longNumber.test(text) ? parseExact(text) : JSON.parse(text) }
  } catch {
    return notJson
  }
}

/** A string, a bare token, a comma before a closing bracket, or a byte order mark between values. */
const nearlyJson = /"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[\]}])|[^\s,:[\]{}"]+/g
const plainValue = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/

/**
 * Valid JSON out of nearly valid JSON: a bare token that is no value becomes null, a trailing comma goes, and control
 * characters and unknown escapes inside a string are written as JSON wants them. What is cut short stays broken.
 */
function repaired(text: string): string {
  return text.replace(nearlyJson, part => {
    if (part.startsWith('"')) return repairedString(part)
    if (part === ',') return ''
    return plainValue.test(part) ? part : 'null'
  })
}

/** Each escape sequence and each control character. */
const oddInString = /\\(?:u[\da-fA-F]{4}|.)|\p{Cc}/gsu
const goodEscape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})$/

function repairedString(text: string): string {
  return text.replace(oddInString, part => {
    if (goodEscape.test(part)) return part
    const isEscape = part.startsWith('\\')
    const char = isEscape ? part.slice(1) : part
    const code = char.charCodeAt(0)
    const written = code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : char
    return isEscape ? `\\\\${written}` : written
  })
}

/** Decodes and parses a body. Shops leave out the charset or name a wrong one; see `decodeText`. Never throws. */
export function parseJsonBytes(bytes: Uint8Array, contentType: string | null): Parsed {
  return bytes.length === 0 ? notJson : parseJson(decodeText(bytes, contentType))
}

/**
 * Bytes to text. Valid UTF-8 is read as UTF-8, whatever the header says; other bytes are read in the declared charset.
 * Never throws: bytes that fit no charset become replacement characters.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes, marked) ?? decodeAs(bytes, 'utf-8') ?? ''
  if (declared?.startsWith('utf-16')) return decodeAs(bytes, declared) ?? ''
  return decodeStrictUtf8(bytes) ?? (declared && decodeAs(bytes, declared)) ?? decodeAs(bytes, 'utf-8') ?? ''
}

/**
 * JSON text of an object. The named keys hold ids: integers are written as numbers with all their digits, others as
 * strings.
 */
export function writeJson(row: Readonly<Record<string, unknown>>, idKeys: ReadonlySet<string>): string {
  const exact = Object.entries(row).map(([key, value]) => [key, idKeys.has(key) ? exactId(value) : value])
  return stringifyLossless(Object.fromEntries(exact)) ?? '{}'
}

function exactId(value: unknown) {
  return typeof value === 'string' && /^(?:0|-?[1-9]\d*)$/.test(value) ? new LosslessNumber(value) : value
}

function parseExact(text: string) {
  return parseLossless(text, null, {
    parseNumber: digits => {
      const value = Number(digits)
      return digits.replace(/\D/g, '').length >= 16 || !Number.isFinite(value) ? digits : value
    },
    onDuplicateKey: ({ newValue }) => newValue,
  })
}

function isTooDeep(text: string) {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}

function byteOrderMark(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function decodeStrictUtf8(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, label: string) {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null // an unknown label
  }
}
