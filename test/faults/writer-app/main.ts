import { app, type Session, session } from 'electron'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { electronJar } from '../../../src-main/akinon/cookie-jar.ts'
import { electronWire } from '../../../src-main/akinon/electron-wire.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { sendCancellation } from '../../../src-main/akinon/send-requests.ts'
import { toWireError, withDeadline } from '../../../src-main/akinon/wire.ts'
import { ok } from '../../../src-main/contract/failures.ts'

/** The production writer in a real Electron, with a handle for the test to pull (see driver.ts). */
export interface WriterApp {
  /** A GET on the session that the next POST of the same kind will use, so that its connection is kept open. */
  readonly warm: (kind: 'plain' | 'writer', url: string) => Promise<number>
  /** A POST by Electron's bare fetch, or by the writer. Answers a status, or a code. */
  readonly post: (kind: 'plain' | 'writer', url: string) => Promise<Posted>
  readonly cancel: (baseUrl: string) => Promise<unknown>
  /** The first page of orders by the production client. */
  readonly read: (baseUrl: string) => Promise<unknown>
  readonly cookies: (url: string) => Promise<Readonly<Record<string, string>>>
  readonly setCookie: (url: string, name: string, value: string) => Promise<void>
}

export interface Posted {
  readonly status: number | null
  readonly code: string | null
  readonly redirect: string | null
}

const limitMs = 5000

declare global {
  var writerApp: WriterApp | undefined
}

app.on('window-all-closed', () => undefined)
app.whenReady().then(() => {
  const trusting = (name: string): Session => {
    const one = session.fromPartition(name, { cache: false })
    one.setCertificateVerifyProc((_request, callback) => callback(0)) // the test's certificate is its own
    return one
  }
  const plain = trusting('plain')
  const account = trusting('account')
  const jar = electronJar(account)
  const pooled = (n: number) => electronWire(trusting(`write-${n}`))
  const writer = createOneShotWriter({ makeSession: pooled, size: 1 })
  const body = JSON.stringify({ order_item: 1 })

  globalThis.writerApp = {
    async warm(kind, url) {
      // A connection that the server is closing may be taken for a kept one, and then nothing comes: asked anew on a fresh one.
      for (let again = 0; ; again += 1) {
        try {
          return await withDeadline(limitMs, async signal => {
            const response = await (kind === 'plain' ? plain.fetch(url, { signal }) : pooled(0).fetch(url, { signal }))
            await response.arrayBuffer()
            return response.status
          })
        } catch (error) {
          if (again === 2) throw error
          await (kind === 'plain' ? plain : trusting('write-0')).closeAllConnections()
        }
      }
    },
    async post(kind, url) {
      if (kind === 'writer') {
        const written = await writer.write({ url, method: 'POST', headers: {}, jar, body, timeoutMs: limitMs })
        return written.ok
          ? { status: written.answer.status, code: null, redirect: null }
          : { status: null, code: written.error.code, redirect: written.error.redirect?.location ?? null }
      }
      try {
        const status = await withDeadline(limitMs, async signal => {
          const response = await plain.fetch(url, { method: 'POST', body, signal })
          // A body that never ends is the server's affair here: the status was the answer.
          await withDeadline(limitMs / 5, () => response.arrayBuffer()).catch(() => undefined)
          return response.status
        })
        return { status, code: null, redirect: null }
      } catch (error) {
        return { status: null, code: toWireError(error).code, redirect: null }
      }
    },
    cancel: baseUrl =>
      sendCancellation(
        {
          writer,
          jar,
          baseUrl,
          language: () => 'tr-tr',
          fetchCsrf: async () => ok(null),
          asksNobody: async () => false,
          timeoutMs: 5000,
        },
        {
          command: {
            kind: 'cancellation-request',
            payload: { order_item: '7', cancellation_type: 'cancel', reason: '3' },
          },
          baselineIds: [],
        },
      ),
    read: baseUrl =>
      createCommerceClient(
        createReadClient({
          baseUrl,
          fetch: electronWire(account).fetch,
          language: () => 'tr-tr',
          timeoutMs: 2000,
        }),
      ).orders(1, 20),
    async cookies(url) {
      const all = await account.cookies.get({ url })
      return Object.fromEntries(all.map(({ name, value }) => [name, value]))
    },
    setCookie: (url, name, value) => account.cookies.set({ url, name, value }),
  }
  const events: NodeJS.EventEmitter = app
  events.emit('writer-app')
})
