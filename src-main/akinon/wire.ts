/**
 * The network as the rest of this folder sees it. In the app it is an Electron session (electron-wire.ts), in tests
 * Node's fetch on real sockets. Both follow no redirect and report where it leads.
 */

/** Node's types lack `cache`, which Chromium and the Request class have. */
export type WireInit = RequestInit & { readonly cache?: 'no-store' }

export type WireFetch = (input: string | Request, init?: WireInit) => Promise<Response>

/** A redirect that was refused: its status and the absolute address it pointed at. */
export interface Redirect {
  readonly status: number
  readonly location: string
}

/** No usable answer came. `code` is Chromium's (ERR_…) or one of `ownCodes`; null when the cause is not known. */
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

/** Our own codes, in addition to Chromium's. */
export const ownCodes = {
  /** Our deadline passed before the answer was complete. */
  timedOut: 'ERR_TIMED_OUT',
  /** Nothing was sent. */
  notStarted: 'NOT_STARTED',
  /** The body is larger than we read. */
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
 * Reads a body to its end. Throws a WireError when it breaks off or is larger than `maxBytes`; then the caller must
 * abort the request, because an unread body keeps one of Chromium's six connections to the host for good.
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

/**
 * Runs one exchange with a deadline that includes the body. Aborts the exchange when it is over, so that nothing stays
 * open.
 */
export async function withDeadline<T>(timeoutMs: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WireError(ownCodes.timedOut)), timeoutMs)
  })
  const running = run(controller.signal)
  running.catch(() => undefined) // it may still reject after the deadline
  try {
    return await Promise.race([running, deadline])
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}
