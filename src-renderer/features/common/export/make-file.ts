import type { SheetSigns } from './csv.ts'
import type { FileFormat, FromFileWorker, ToFileWorker } from './file-worker.ts'
import fileWorkerUrl from './file-worker.ts?worker&url'
import type { RowsInParts } from './table.ts'

/** Rows sent to the worker at once: a few milliseconds of work for the page. */
const partSize = 1000

interface MakeFile {
  readonly table: RowsInParts
  readonly format: FileFormat
  readonly signs: SheetSigns
  /** Gets the number of rows sent. After the last one the worker writes the file. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Lets the page handle keys and draw. */
const yieldToPage = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** Makes the file in a worker. Rejects when the worker fails, or with the signal's reason. */
export async function makeFile({ table, format, signs, onProgress, signal }: MakeFile): Promise<Uint8Array> {
  const worker = startFileWorker()
  const send = (message: ToFileWorker) => worker.postMessage(message)
  try {
    const written = new Promise<Uint8Array>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromFileWorker>) => resolve(data.bytes))
      worker.addEventListener('error', event => reject(new Error(event.message || 'The worker failed.')))
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    // Awaited below; a failure before that must not count as an unhandled rejection.
    written.catch(() => undefined)
    send({ kind: 'begin', columns: table.columns })
    for (let from = 0; from < table.count; from += partSize) {
      signal.throwIfAborted()
      send({ kind: 'rows', rows: table.rowsBetween(from, from + partSize) })
      onProgress(Math.min(from + partSize, table.count))
      await yieldToPage()
    }
    send({ kind: 'write', format, signs })
    return await written
  } finally {
    worker.terminate()
  }
}

/** The part of Chromium's Trusted Types used here; the DOM's types lack it. */
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

/** The only policy that the page may create (src-main/desktop/protocol.ts): workers start only from the app's files. */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('counterside-worker', { createScriptURL: onlyOwn })

/** Starts a worker for one file. The caller terminates it. */
const startFileWorker = (): Worker =>
  new Worker(policy?.createScriptURL(fileWorkerUrl) ?? onlyOwn(fileWorkerUrl), { type: 'module' })
