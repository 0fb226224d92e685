import { csvFile, type SheetSigns } from './csv.ts'
import type { Table, TableColumn } from './table.ts'
import { xlsxOf } from './xlsx.ts'

export type FileFormat = 'xlsx' | 'csv'

/** To the worker: the columns, then the rows in parts, then the order to write the file. */
export type ToFileWorker =
  | { readonly kind: 'begin'; readonly columns: readonly TableColumn[] }
  | { readonly kind: 'rows'; readonly rows: Table['rows'] }
  | { readonly kind: 'write'; readonly format: FileFormat; readonly signs: SheetSigns }

/** From the worker: the file. A failure arrives as its `error` event. */
export type FromFileWorker = { readonly bytes: Uint8Array<ArrayBuffer> }

const csvBytes = async (table: Table, signs: SheetSigns): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Blob(csvFile(table, signs)).arrayBuffer())

let columns: readonly TableColumn[] = []
const rows: (readonly string[])[] = []

const handle = async (message: ToFileWorker): Promise<void> => {
  switch (message.kind) {
    case 'begin':
      columns = message.columns
      return
    case 'rows':
      for (const row of message.rows) rows.push(row)
      return
    case 'write': {
      const table = { columns, rows }
      const bytes = message.format === 'xlsx' ? await xlsxOf(table) : await csvBytes(table, message.signs)
      const answer: FromFileWorker = { bytes }
      self.postMessage(answer, { transfer: [bytes.buffer] })
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToFileWorker>) => {
  handle(data).catch(error => {
    // Only an uncaught error reaches the page, a rejection does not.
    setTimeout(() => {
      throw error
    })
  })
})
