import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import type { CellKind } from '../lists/shown-list.ts'
import { isCount, isExact, momentOf, placesOf, wallClock } from './cell-values.ts'
import type { Table } from './table.ts'

/** More is a file that Excel calls damaged. */
const longestText = 32_767
const widths: Readonly<Record<CellKind, number>> = { text: 24, decimal: 14, moment: 18, count: 10 }

const textCell = (text: string): Cell =>
  text === '' ? null : { value: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text, type: String }

/** A number only where the spreadsheet keeps every digit of it. */
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
      const at = momentOf(text)
      return at === null ? textCell(text) : { value: wallClock(at), type: Date, format: 'yyyy-mm-dd hh:mm' }
    }
  }
}

/** A workbook of one sheet; cells that hold text are text, whatever they begin with. */
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
