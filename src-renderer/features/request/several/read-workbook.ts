import { Big } from 'big.js'
import { strFromU8, unzipSync } from 'fflate/browser'

/** Why a file could not be read. Each has its own text. */
export type SheetProblem = 'too-big' | 'protected' | 'old-workbook' | 'damaged' | 'unknown' | 'empty'
export type ReadSheet =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: SheetProblem }

export const unread = (problem: SheetProblem): ReadSheet => ({ ok: false, problem })

/** A limit for the unpacked size, because a small archive can contain gigabytes. */
const mostUnpacked = 32 * 1024 * 1024
const mostColumns = 1000

const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i

/** The rows of a workbook's first sheet as text. Numbers are written in plain digits, up to fifteen. */
export const readWorkbook = (bytes: Uint8Array): ReadSheet => {
  const files = unpack(bytes)
  if (typeof files === 'string') return unread(files)
  const sheet = files.get(firstSheetOf(files))
  if (sheet === undefined) return unread('unknown')
  return { ok: true, rows: rowsOf(sheet, sharedTexts(files.get('xl/sharedstrings.xml') ?? '')) }
}

const unpack = (bytes: Uint8Array): ReadonlyMap<string, string> | SheetProblem => {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        size += originalSize
        return size <= mostUnpacked
      },
    })
    if (size > mostUnpacked) return 'too-big'
    return new Map(Object.entries(files).map(([name, file]) => [name.toLowerCase(), strFromU8(file)]))
  } catch {
    return 'damaged'
  }
}

interface Tag {
  /** Without the namespace prefix that some programs write. */
  readonly name: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly attributes: string
  /** The text between the previous tag and this one. */
  readonly text: string
}

const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g

/** Reads the tags in one pass and tolerates errors. The page's security policy blocks the browser's XML parser. */
function* tagsOf(xml: string): Generator<Tag> {
  let end = 0
  for (const found of xml.matchAll(tag)) {
    const [whole, slash, name = '', attributes = '', empty] = found
    const text = plain(xml.slice(end, found.index))
    yield { name, attributes, text, isEnd: slash !== '', isEmpty: empty !== '' }
    end = found.index + whole.length
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, digits, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const attributeOf = (attributes: string, name: string): string | null =>
  plain(new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '') || null

/** The first sheet of the workbook's list, else `sheet1.xml`. */
const firstSheetOf = (files: ReadonlyMap<string, string>): string => {
  const tags = (name: string) => [...tagsOf(files.get(name) ?? '')]
  const sheet = tags('xl/workbook.xml').find(({ name }) => name === 'sheet')
  const id = sheet ? attributeOf(sheet.attributes, 'id') : null
  const relation = tags('xl/_rels/workbook.xml.rels').find(
    ({ name, attributes }) => name === 'Relationship' && id !== null && attributeOf(attributes, 'Id') === id,
  )
  const target = relation ? attributeOf(relation.attributes, 'Target') : null
  if (target === null) return 'xl/worksheets/sheet1.xml'
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
}

const sharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = []
  let text = ''
  let isReading = false
  for (const { name, isEnd, isEmpty, text: inside } of tagsOf(xml)) {
    // Skips phonetic readings, which some languages store beside the text.
    if (name === 'rPh') isReading = !isEnd
    if (name === 't' && isEnd && !isReading) text += inside
    if (name === 'si' && (isEnd || isEmpty)) {
      texts.push(text)
      text = ''
    }
  }
  return texts
}

const columnOf = (address: string | null, next: number): number => {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  if (letters === undefined) return next
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const rowsOf = (xml: string, shared: readonly string[]): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let column = 0
  let type: string | null = null
  let value = ''
  for (const { name, attributes, isEnd, isEmpty, text } of tagsOf(xml)) {
    if (name === 'row' && !isEnd) {
      row = []
      column = 0
      rows.push(row)
    } else if (name === 'c' && !isEnd) {
      column = Math.min(columnOf(attributeOf(attributes, 'r'), column), mostColumns)
      type = attributeOf(attributes, 't')
      value = ''
    } else if ((name === 'v' || name === 't') && isEnd) value += text
    if (name === 'c' && (isEnd || isEmpty)) {
      while (row.length < column) row.push('')
      row[column] = cellText(type, value, shared)
      column += 1
    }
  }
  return rows
}

const cellText = (type: string | null, value: string, shared: readonly string[]): string => {
  if (type === 's') return shared[Number(value)] ?? ''
  return type === null || type === 'n' ? numberText(value) : value
}

/** Workbooks store fifteen digits. Longer numbers are written as spreadsheets show them, so they count as ruined. */
const numberText = (value: string): string => {
  try {
    const number = new Big(value.trim())
    if (number.abs().lt(1e15)) return number.toFixed()
    return number.round(0).toExponential(14).replace('e+', 'E+')
  } catch {
    return value
  }
}
