import { strFromU8, unzipSync } from 'fflate'

/** A formula, which no export may hold. */
interface Formula {
  readonly formula: string
}
type ReadCell = string | number | Formula | null

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
const plain = (xml: string): string => xml.replace(/&(?:lt|gt|quot|apos|amp);/g, entity => entities[entity] ?? entity)

const columnOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The first sheet of a workbook: texts and numbers by row, read from its XML apart from the writer it judges. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadCell[][]> {
  const files = unzipSync(bytes)
  const read = (name: string): string => {
    const file = files[name]
    return file ? strFromU8(file) : ''
  }
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain([...si.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text).join('')),
  )
  return [...read('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
    const row: ReadCell[] = []
    for (const [, attributes = '', inner = ''] of cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnOf(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '')
      const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1]
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
      while (row.length < column) row.push(null)
      if (formula !== undefined) row.push({ formula })
      else if (value === undefined) row.push(null)
      else row.push(/t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : Number(value))
    }
    return row
  })
}
