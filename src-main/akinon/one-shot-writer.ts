import type { CookieJar } from './cookie-jar.ts'
import type { WriteSession } from './electron-wire.ts'
import { refererOf } from './urls.ts'
import { type Answer, ownCodes, readBody, toWireError, WireError, withDeadline } from './wire.ts'

interface Write {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** The account's cookies. Read right before sending. */
  readonly jar: CookieJar
  readonly body?: string
  /** Used when the jar has no csrftoken cookie (shops that keep it in the session). */
  readonly csrfToken?: string | null
  readonly timeoutMs?: number
}

/** An answer, or the error in its place. */
export type Written = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly error: WireError }

export interface OneShotWriter {
  /** Sends once or not at all. When all sessions of the pool are busy, writes wait in order. Never throws. */
  readonly write: (write: Write) => Promise<Written>
}

const defaultTimeoutMs = 30_000
const closeTimeoutMs = 5000
const maxBytes = 4 * 1024 * 1024

/**
 * The only way out for requests with an effect. Chromium sends a request again when a kept connection is reset, POSTs
 * included, but not on a new connection. So each write has a session of its own and closes all its connections first.
 * The sessions are a small fixed pool, because each new partition leaks about half a megabyte.
 */
export function createOneShotWriter(pool: { makeSession: (n: number) => WriteSession; size: number }): OneShotWriter {
  const sessions = new Map<number, WriteSession>()
  const idle = Array.from({ length: pool.size }, (_, n) => n)
  const waiting: ((n: number) => void)[] = []

  const take = (): Promise<number> => {
    const n = idle.shift()
    return n === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(n)
  }
  const giveBack = (n: number) => {
    const next = waiting.shift()
    if (next) next(n)
    else idle.push(n)
  }
  const sessionAt = (n: number): WriteSession => {
    const session = sessions.get(n) ?? pool.makeSession(n)
    sessions.set(n, session)
    return session
  }

  return {
    async write(write) {
      const n = await take()
      try {
        return await writeOnce(sessionAt(n), write)
      } catch (error) {
        return { ok: false, error: toWireError(error) }
      } finally {
        giveBack(n)
      }
    },
  }
}

async function writeOnce(session: WriteSession, write: Write): Promise<Written> {
  const { url, method, jar, body, timeoutMs = defaultTimeoutMs } = write
  const headers = await prepare(session, write)
  if (headers instanceof WireError) return { ok: false, error: headers }
  const sent = await withDeadline(timeoutMs, async signal => {
    const response = await session.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit', // without it the session's own empty jar replaces our Cookie header
    })
    // The status counts even when the body breaks off.
    const bytes = await readBody(response, maxBytes).catch(() => new Uint8Array())
    return { url, status: response.status, headers: response.headers, bytes }
  })
  const cookies = sent.headers.get('set-cookie')
  if (cookies) await jar.store(url, cookies).catch(() => undefined)
  return { ok: true, answer: sent }
}

/** Everything that can fail before the first byte. A failure here proves that nothing was sent. */
async function prepare(session: WriteSession, write: Write): Promise<Record<string, string> | WireError> {
  const { url, jar } = write
  try {
    const cookie = await jar.header(url)
    const token = (await jar.csrfToken(url)) ?? write.csrfToken ?? null
    await session.passProxy(url)
    await withDeadline(closeTimeoutMs, () => session.closeAllConnections())
    return {
      ...write.headers,
      Referer: refererOf(url),
      ...(cookie === '' ? {} : { Cookie: cookie }),
      ...(token === null || write.method === 'GET' ? {} : { 'x-csrftoken': token }),
    }
  } catch (error) {
    return new WireError(ownCodes.notStarted, null, { cause: error })
  }
}
