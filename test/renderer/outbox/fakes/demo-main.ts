import { createCommerceClient } from '../../../../src-main/akinon/commerce-client.ts'
import { createOneShotWriter } from '../../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../../src-main/akinon/read-client.ts'
import { sendCancellation, sendCancellations } from '../../../../src-main/akinon/send-requests.ts'
import { isNobody } from '../../../../src-main/akinon/session-doubt.ts'
import { fetchCsrfToken, signInCommerce } from '../../../../src-main/akinon/sign-in.ts'
import { ok } from '../../../../src-main/contract/failures.ts'
import type { DemoShop } from '../../../../src-main/demo-shop/demo-shop.ts'
import { outboxCalls } from '../../../../src-main/ledger/outbox-calls.ts'
import { outboxLedgerOpener } from '../../../../src-main/ledger/outbox-ledger.ts'
import { MemoryJar, nodeSession, withJar } from '../../../main/akinon/node-wire.ts'
import { dataFolder, LedgerDisk, ledgerKey } from './ledger-disk.ts'
import { Life } from './life.ts'

/** Main over the demo shop: real clients and the real one-shot writer, on real sockets. Only Electron's are Node's. */
export function demoMain(shop: DemoShop) {
  const jar = new MemoryJar()
  const language = () => 'tr-tr'
  const place = { baseUrl: shop.commerceUrl, fetch: withJar(jar), language }
  const client = createCommerceClient(createReadClient(place))
  const wire = {
    writer: createOneShotWriter({ makeSession: () => nodeSession, size: 1 }),
    jar,
    language,
    baseUrl: shop.commerceUrl,
    fetchCsrf: () => fetchCsrfToken(createReadClient(place)),
    asksNobody: () => isNobody(createReadClient(place)),
  }
  const disk = new LedgerDisk().boot(new Life())
  const calls = outboxCalls({
    ledger: outboxLedgerOpener({ opened: async () => ledgerKey }, dataFolder, { disk, now: Date.now }).open,
    wireFor: () => ok({ one: send => sendCancellation(wire, send), together: sends => sendCancellations(wire, sends) }),
    now: Date.now,
  })
  return {
    client,
    calls,
    signIn: () => signInCommerce({ ...place, ...shop.customer, csrfToken: () => jar.csrfToken() }),
  }
}
