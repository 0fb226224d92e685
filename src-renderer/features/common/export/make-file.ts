import type { SheetSigns } from './csv.ts'
import type { FileFormat, FromFileWorker, ToFileWorker } from './file-worker.ts'
import fileWorkerUrl from './file-worker.ts?worker&url'
import type { RowsInParts } from './table.ts'

/** Rows handed over in one go: a few milliseconds of the screen's time. */
const partSize = 1000

interface MakeFile {
  readonly table: RowsInParts
  readonly format: FileFormat
  readonly signs: SheetSigns
  /** How many rows are handed over; after the last one the file is written. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Lets a key press or a frame through. */
const breathe = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** A file of the table, made in a worker. Rejects when the worker fails, or with the signal's reason. */
export async function makeFile({ table, format, signs, onProgress, signal }: MakeFile): Promise<Uint8Array> {
  const worker = startFileWorker()
  const tell = (message: ToFileWorker) => worker.postMessage(message)
  try {
    const written = new Promise<Uint8Array>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromFileWorker>) => resolve(data.bytes))
      worker.addEventListener('error', event => reject(new Error(event.message || 'The worker failed.')))
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    // Heard below; until then a failure must not count as unheard.
    written.catch(() => undefined)
    tell({ kind: 'begin', columns: table.columns })
    for (let from = 0; from < table.count; from += partSize) {
      signal.throwIfAborted()
      tell({ kind: 'rows', rows: table.rowsBetween(from, from + partSize) })
      onProgress(Math.min(from + partSize, table.count))
      await breathe()
    }
    tell({ kind: 'write', format, signs })
    return await written
  } finally {
    worker.terminate()
  }
}

/** What is used of Chromium's Trusted Types; not in the DOM's types. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

const onlyOwn = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('Not a script of this app.')
  return url
}

/** The one policy that the page may make (src-main/desktop/protocol.ts): a worker starts from a file of this app only. */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('counterside-worker', { createScriptURL: onlyOwn })

/** A new worker that writes one file. End it by `terminate`. */
const startFileWorker = (): Worker =>
  new Worker(policy?.createScriptURL(fileWorkerUrl) ?? onlyOwn(fileWorkerUrl), { type: 'module' })
