import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { build } from 'vite'
import { startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { removeProfile } from '../e2e/harness/app.ts'
import { signedInCookie } from '../e2e/harness/sign-in.ts'
import { report } from './harness/figures.ts'
import { bareFolder, freshProfile, startUntilRow } from './harness/launch.ts'

/** Sent to the page once; it makes the 5,000 out of them, each with an id of its own. */
const orders = 250
const rounds = 5
const out = 'test-results/bench-page'

test('bulk write of 5,000 orders', async () => {
  const rows = await realOrders()
  await build({
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    build: { outDir: join(process.cwd(), out), emptyOutDir: true, target: 'chrome130' },
  })
  const server = createServer(async (request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    const body = await readFile(join(out, name)).catch(() => null)
    response
      .writeHead(body ? 200 : 404, { 'content-type': name.endsWith('.js') ? 'text/javascript' : 'text/html' })
      .end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const profile = await freshProfile()
  const { app, page } = await startUntilRow(bareFolder, profile)
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'bulkWrite' in window)
  const ours: number[] = []
  const raw: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const times = await page.evaluate(given => window.bulkWrite(given, 5000), rows)
    ours.push(times.ours)
    raw.push(times.raw)
  }
  await app.close()
  server.close()
  await removeProfile(profile)
  report('Bulk write of 5,000 orders, encrypted, with search segments', ours, 'raw IndexedDB, plain objects', raw)
})

async function realOrders(): Promise<{ id: string }[]> {
  const shop = await startDemoShop({ orders })
  const cookie = await signedInCookie(shop)
  const rows: { id: string }[] = []
  for (let page = 1; page <= orders / 50; page += 1) {
    const answer = await fetch(`${shop.commerceUrl}/users/orders/?page=${page}&limit=50`, { headers: { cookie } })
    const { results } = (await answer.json()) as { results: { id: number }[] }
    rows.push(...results.map(order => ({ ...order, id: String(order.id) })))
  }
  await shop.stop()
  return rows
}
