import { expect, it } from 'vitest'
import { createSealer } from '../../../src-renderer/storage/sealer.ts'
import { keyOf } from '../fakes/keys.ts'

it('opens what it sealed, letters of every alphabet included', async () => {
  const sealer = await createSealer(keyOf(1))
  const bytes = await sealer.seal('İnş 🧾 \u0000', 'a')
  await expect(sealer.open(bytes, 'a')).resolves.toBe('İnş 🧾 \u0000')
  expect(Buffer.from(bytes).includes('İnş')).toBe(false)
})

it('never seals one text to the same bytes twice', async () => {
  const sealer = await createSealer(keyOf(1))
  const [a, b] = await Promise.all([sealer.seal('x', 'c'), sealer.seal('x', 'c')])
  expect(Buffer.from(a).equals(b)).toBe(false)
})

it('refuses another context, another key, changed and cut bytes', async () => {
  const sealer = await createSealer(keyOf(1))
  const bytes = await sealer.seal('secret', 'row 1')
  await expect(sealer.open(bytes, 'row 2')).rejects.toThrow()
  await expect((await createSealer(keyOf(2))).open(bytes, 'row 1')).rejects.toThrow()
  const changed = Uint8Array.from(bytes)
  changed[20] = (changed[20] ?? 0) ^ 1
  await expect(sealer.open(changed, 'row 1')).rejects.toThrow()
  await expect(sealer.open(bytes.subarray(0, 5), 'row 1')).rejects.toThrow()
})

it('refuses a key that is not 32 bytes', async () => {
  await expect(createSealer(Buffer.alloc(16).toString('base64'))).rejects.toThrow(RangeError)
})
