import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DemoShop, type DemoShopOptions, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { type Caller, findItem, type Order, readAll, signedIn, staffHeaders } from './client.ts'

const path = '/users/orders/cancellation_requests/'

let folder: string
let stateFile: string
let running: DemoShop[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-shop-'))
  stateFile = join(folder, 'deep', 'demo.json')
  running = []
})
afterEach(async () => {
  await Promise.all(running.map(shop => shop.stop()))
  rmSync(folder, { recursive: true, force: true })
})

async function open(options: DemoShopOptions = {}): Promise<DemoShop> {
  const shop = await startDemoShop({ orders: 20, stateFile, ...options })
  running.push(shop)
  return shop
}

async function askOnce(caller: Caller): Promise<{ itemId: number; orderId: unknown; requestId: unknown }> {
  const item = findItem(await readAll(caller, '/users/orders/'), row => row.is_cancellable)
  const { body } = await caller.post(path, { order_item: item.id, reason: 1, cancellation_type: 'cancel' })
  return { itemId: item.id, orderId: item['order'], requestId: body['id'] }
}

async function activeId(caller: Caller, asked: { itemId: number; orderId: unknown }): Promise<unknown> {
  const { body } = await caller.get<Order>(`/users/orders/${asked.orderId}/`)
  return findItem([body], ({ id }) => id === asked.itemId).active_cancellation_request?.['id']
}

test('requests, sessions, tokens, the clock and the port survive a restart', async () => {
  const first = await open()
  const caller = await signedIn(first)
  const staff = await staffHeaders(first)
  const asked = await askOnce(caller)
  first.advance(5000)
  const orders = JSON.stringify(await readAll(caller, '/users/orders/'))
  await first.stop()

  const second = await open()
  expect(second.port).toBe(first.port)
  expect(second.state().clockOffsetMs).toBe(5000)
  expect(JSON.stringify(await readAll(caller, '/users/orders/'))).toBe(orders)
  expect(await activeId(caller, asked)).toBe(asked.requestId)
  expect((await caller.get('/api/i1/orders/', staff)).status).toBe(200)
})

test('a change is on disk within a moment, without a stop', async () => {
  const shop = await open()
  const asked = await askOnce(await signedIn(shop))
  await expect.poll(() => readFileSync(stateFile, 'utf8'), { timeout: 2000 }).toContain(`"id":${asked.requestId}`)
})

test('a torn file is set aside and a fresh shop starts', async () => {
  await (await open()).stop()
  const whole = readFileSync(stateFile, 'utf8')
  for (const torn of [whole.slice(0, whole.length / 2), '', '{"version":1}', '[]']) {
    writeFileSync(stateFile, torn)
    const shop = await open()
    expect(readFileSync(`${stateFile}.broken`, 'utf8')).toBe(torn)
    expect((await (await signedIn(shop)).get('/users/orders/')).status).toBe(200)
    await shop.stop()
  }
})

test('a shop of another shape keeps the older file aside', async () => {
  await (await open()).stop()
  await (await open({ seed: 2 })).stop()
  expect(existsSync(`${stateFile}.previous`)).toBe(true)
})

test('a file that cannot be written is told, and the shop goes on', async () => {
  writeFileSync(join(folder, 'deep'), 'a file where a folder should be')
  const shop = await startDemoShop({ orders: 5, stateFile: join(folder, 'deep', 'x', 'demo.json') })
  running.push(shop)
  await expect.poll(() => shop.state().writeError, { timeout: 2000 }).toBeDefined()
  expect((await (await signedIn(shop)).get('/users/orders/')).status).toBe(200)
})

test('stop and start keep the port and, without a file, the memory', async () => {
  const shop = await startDemoShop({ orders: 20 })
  running.push(shop)
  const caller = await signedIn(shop)
  const asked = await askOnce(caller)
  const { port, panelUrl } = shop
  await shop.stop()
  await expect(caller.get('/current_user/')).rejects.toThrow()
  await shop.start()
  expect([shop.port, shop.panelUrl]).toEqual([port, panelUrl])
  expect(await activeId(caller, asked)).toBe(asked.requestId)
})

test('a taken port is given up for any free one', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const shop = await open({ port })
  expect(shop.port).not.toBe(port)
  expect((await fetch(`${shop.commerceUrl}/csrf_token/`)).status).toBe(200)
  await new Promise(resolve => other.close(resolve))
})

test('the log is bounded, the count of writes is not', async () => {
  const shop = await open()
  for (let batch = 0; batch < 51; batch++) {
    await Promise.all(Array.from({ length: 100 }, () => fetch(`${shop.commerceUrl}/users/login/`, { method: 'POST' })))
  }
  expect(shop.log).toHaveLength(5000)
  expect(shop.posts('/users/login/')).toBe(5100)
  expect(shop.posts()).toBe(5100)
})
