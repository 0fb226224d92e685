/**
 * What the rest of this folder knows of the network. In the app the functions are bound to an Electron session
 * (electron-wire.ts); in tests to plain Node on real sockets. Both follow no redirect and report what they saw.
 */

/** Node's types lack `cache`; Chromium and the Request class know it. */
export type WireInit = RequestInit & { readonly cache?: 'no-store' }

export type WireFetch = (input: string | Request, init?: WireInit) => Promise<Response>

/** A redirect that was refused: its status and the absolute address it pointed at. */
export interface Redirect {
  readonly status: number
  readonly location: string
}

/** No usable answer came. `code` is Chromium's (ERR_…) or one of ours below; null when nothing is known. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly code: string | null
  readonly redirect: Redirect | null

  constructor(code: string | null, redirect: Redirect | null = null, options?: ErrorOptions) {
    super(code ?? 'unknown network error', options)
    this.code = code
    this.redirect = redirect
  }
}

/** Codes of our own, beside Chromium's. */
export const ownCodes = {
  /** Our deadline passed while the request was out. */
  timedOut: 'ERR_TIMED_OUT',
  /** The write never left the client. */
  notStarted: 'NOT_STARTED',
  /** The body passed the size we read. */
  tooLarge: 'BODY_TOO_LARGE',
} as const

/** An answer with its body read to the end. */
export interface Answer {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** Finds the WireError in what a fetch or a library around it threw. */
export function toWireError(thrown: unknown): WireError {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if (error instanceof WireError) return error
    const code = /^net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
    if (code) return new WireError(code, null, { cause: thrown })
  }
  return new WireError(null, null, { cause: thrown })
}

/**
 * Reads a body to its end. An unread one holds one of Chromium's six connections to the host for good, so the caller
 * aborts the request when this throws (a WireError, for a body cut short or larger than `maxBytes`).
 */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) throw new WireError(ownCodes.tooLarge)
      chunks.push(part.value)
    }
  } catch (error) {
    throw toWireError(error)
  }
  return Buffer.concat(chunks)
}

/** Runs one exchange under a deadline that covers the body too; whatever happens, nothing is left open behind it. */
export async function withDeadline<T>(timeoutMs: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WireError(ownCodes.timedOut)), timeoutMs)
  })
  const running = run(controller.signal)
  running.catch(() => undefined) // the loser of the race may still reject
  try {
    return await Promise.race([running, deadline])
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}
