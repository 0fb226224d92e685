import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import { withoutTurning } from '../../../model/direction.ts'
import { readTime } from '../../../model/times.ts'
import { wallClock } from '../../../ui/format/day.ts'
import { type CellKind, isCount, isExact, placesOf, type Table } from './table.ts'

/** Excel reports a file with a longer text as damaged. */
const longestText = 32_767
const widths: Readonly<Record<CellKind, number>> = { text: 24, decimal: 14, moment: 18, count: 10 }

const textCell = (sent: string): Cell => {
  const text = withoutTurning(sent)
  return text === ''
    ? null
    : { value: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text, type: String }
}

/** A number only when the spreadsheet keeps all its digits. */
const cellOf = (text: string, kind: CellKind): Cell => {
  switch (kind) {
    case 'text':
      return textCell(text)
    case 'count':
      return isCount(text) ? { value: Number(text), type: Number } : textCell(text)
    case 'decimal': {
      if (!isExact(text)) return textCell(text)
      const places = placesOf(text)
      return { value: Number(text), type: Number, format: places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}` }
    }
    case 'moment': {
      const time = readTime(text)
      if (time === null) return textCell(text)
      return { value: wallClock(time.at), type: Date, format: time.kind === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' }
    }
  }
}

/** A workbook of one sheet. Text cells stay text even when they begin like a formula. */
export async function xlsxOf({ columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const titles = columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold' }))
  const sheet: SheetData = [
    titles,
    ...rows.map(row => columns.map(({ kind }, index) => cellOf(row[index] ?? '', kind))),
  ]
  const file = writeXlsxFile(sheet, {
    stickyRowsCount: 1,
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
  })
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}
