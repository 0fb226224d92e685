import { type ReadSheet, readWorkbook, unread } from './read-workbook.ts'

const mostBytes = 10 * 1024 * 1024

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

/** The name of the stream in a workbook with a password, as UTF-16. */
const encryptedPackage = [...'EncryptedPackage'].flatMap(sign => [sign.charCodeAt(0), 0])

const holds = (bytes: Uint8Array, signs: readonly number[]): boolean => {
  const [first = 0] = signs
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (signs.every((sign, offset) => bytes[at + offset] === sign)) return true
  return false
}

/** The text of a file in UTF-16 (by its byte order mark), UTF-8 or Turkish Windows; null if it is not text. */
const textOf = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1254').decode(bytes)
  }
}

/** The rows of a CSV file or of a workbook's first sheet. The format is detected from the bytes, not the name. */
export async function readSheet(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ReadSheet> {
  if (file.size > mostBytes) return unread('too-big')
  if (file.size === 0) return unread('empty')
  const bytes = await file.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => null,
  )
  return bytes === null ? unread('damaged') : readBytes(bytes)
}

const readBytes = (bytes: Uint8Array): ReadSheet => {
  // Workbooks from before 2007 and newer ones with a password both use Microsoft's compound format.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return unread(holds(bytes, encryptedPackage) ? 'protected' : 'old-workbook')
  const isArchive = startsWith(bytes, [0x50, 0x4b])
  const text = isArchive || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) ? null : textOf(bytes)
  if (!isArchive && text === null) return unread('unknown')
  const read: ReadSheet = text === null ? readWorkbook(bytes) : { ok: true, rows: readCsvRows(text) }
  return !read.ok || read.rows.some(row => row.some(cell => cell.trim() !== '')) ? read : unread('empty')
}

const separators = [';', '\t', ','] as const

/** The separator that splits the first line into the most cells. Excel's depends on the country. */
const separatorOf = (line: string): string =>
  separators.reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best))

/** The cells of a CSV (RFC 4180) with any separator and line ending. An unclosed quote ends with the file. */
const readCsvRows = (file: string): readonly (readonly string[])[] => {
  const marked = file.replace(/^\ufeff/, '')
  const named = /^sep=(.)\r?\n/.exec(marked)
  const text = named ? marked.slice(named[0].length) : marked
  const separator = named?.[1] ?? separatorOf(text.split(/\r|\n/, 1)[0] ?? '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      endRow()
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
