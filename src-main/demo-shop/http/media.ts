import { deflateSync } from 'node:zlib'
import type { Hono } from 'hono'
import { mix } from '../world/random.ts'
import type { ShopEnv } from './env.ts'

const side = 96

/** Product pictures: a two-coloured square for every product. */
export function addMediaRoutes(app: Hono<ShopEnv>): void {
  app.get('/media/products/:file{[0-9]+\\.png}', c => {
    const image = pngOf(Number.parseInt(c.req.param('file'), 10))
    return c.body(image, 200, { 'content-type': 'image/png', 'cache-control': 'max-age=86400' })
  })
}

function pngOf(pk: number): Uint8Array<ArrayBuffer> {
  const shade = (salt: number) => 90 + (mix(pk, salt) % 140)
  const front = [shade(1), shade(2), shade(3)]
  const back = front.map(value => Math.min(255, value + 60))
  const rows = Buffer.alloc(side * (side * 3 + 1))
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const inside = (x - side / 2) ** 2 + (y - side / 2) ** 2 < (side / 3) ** 2
      rows.set(inside ? front : back, y * (side * 3 + 1) + 1 + x * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Uint8Array.from(Buffer.concat(parts))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crcOf(body), body.length + 4)
  return framed
}

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
