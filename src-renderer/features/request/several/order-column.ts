import { fold } from '../../../search/fold.ts'

/** What stands above order numbers, the surest first; folded. */
const headings = [
  'siparis numarasi',
  'siparis numaralari',
  'siparis no',
  'siparis no.',
  'order number',
  'order numbers',
  'order no',
  'order no.',
  'order #',
  'order_number',
  'siparis',
  'order',
  'numara',
  'number',
  'no',
]

/** Which column of a table holds order numbers, by its heading; null where no heading says so. */
export const orderColumn = (head: readonly string[]): number | null => {
  const folded = head.map(fold)
  const place = headings.map(heading => folded.indexOf(heading)).find(at => at >= 0)
  return place ?? null
}

/** The same without a heading: the first column of which most cells hold a digit and no blank. */
const columnOfNumbers = (rows: readonly (readonly string[])[]): number => {
  const width = Math.max(0, ...rows.map(row => row.length))
  const share = (column: number) =>
    rows.filter(row => /^\S*\p{Nd}\S*$/u.test((row[column] ?? '').trim())).length / rows.length
  const columns = Array.from({ length: width }, (_, column) => column)
  return columns.find(column => share(column) > 0.5) ?? 0
}

/** The cells of a sheet that hold order numbers, its heading and empty cells left out. */
export const orderCells = (rows: readonly (readonly string[])[]): readonly string[] => {
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''))
  const headAt = filled.slice(0, 10).findIndex(row => orderColumn(row) !== null)
  const column = orderColumn(filled[headAt] ?? []) ?? columnOfNumbers(filled)
  return filled.slice(headAt + 1).flatMap(row => row[column]?.trim() || [])
}
