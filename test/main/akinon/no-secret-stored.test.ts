import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { sendCancellation } from '../../../src-main/akinon/send-requests.ts'
import { ok } from '../../../src-main/contract/failures.ts'
import { nodeDisk } from '../../../src-main/ledger/disk.ts'
import { sendOnce } from '../../../src-main/ledger/outbox-calls.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { bookOn } from '../ledger/books.ts'
import { MemoryJar, nodeSession } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const created = { id: 11, order_item: 485, cancellation_type: 'refund', status: { value: 'open' } }
const secrets = { osessionid: randomBytes(12).toString('hex'), csrftoken: randomBytes(12).toString('hex') }
const renewed = randomBytes(12).toString('hex')

const answers: readonly (readonly [string, Answering])[] = [
  ['done', (_, response) => sendJson(response, created)],
  ['throttled', (_, response) => sendJson(response, {}, 429)],
  ['signed out', (_, response) => sendJson(response, { detail: 'x' }, 401)],
  ['a refused token', (_, response) => sendHtml(response, 'CSRF verification failed.', 403)],
  ['a refusal', (_, response) => sendJson(response, { quantity: 'x' }, 400)],
  ['a failure', (_, response) => sendJson(response, {}, 500)],
  ['a reset', (_, _response, raw) => raw.socket.resetAndDestroy()],
]

it.each(answers)('P13 and P28: no cookie, token or IBAN is kept in the clear after %s', async (_name, answer) => {
  const shop = await serve(answer)
  const jar = new MemoryJar()
  for (const [name, value] of Object.entries(secrets)) jar.cookies.set(name, value)
  const writer = createOneShotWriter({ makeSession: () => nodeSession, size: 1 })
  const fetchCsrf = async () => {
    jar.cookies.set('csrftoken', renewed)
    return ok(renewed)
  }
  const wire = {
    jar,
    writer,
    language: () => 'tr-tr',
    baseUrl: shop.baseUrl,
    fetchCsrf,
    asksNobody: async () => false,
    timeoutMs: 2000,
  }
  const path = join(await temporaryFolder(), 'outbox.ledger')
  const { book, ledger } = await bookOn(nodeDisk, path)
  await book.record(someEntry(), 1)
  const post = async () => [await sendCancellation(wire, someSend())]
  const reply = await sendOnce([someSend()], { ledger: book, post, now: () => 5 })
  expect(shop.seen.length).toBeGreaterThan(0)

  const onDisk = await readFile(path, 'latin1')
  const opened = JSON.stringify([book.read(), reply])
  for (const secret of [...Object.values(secrets), renewed]) {
    expect(onDisk).not.toContain(secret)
    expect(opened).not.toContain(secret)
  }
  expect(opened).toContain('TR330006100519786457841326')
  expect(onDisk).not.toContain('TR330006100519786457841326')
  await ledger.close()
})
