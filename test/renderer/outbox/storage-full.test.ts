import { describe, expect, it } from 'vitest'
import { unreadableRow } from './fakes/memory-table.ts'
import { World } from './fakes/world.ts'

describe('P24: a storage that fails', () => {
  it('says "not saved", sends nothing, and the same draft is the same entry later', async () => {
    const world = await new World().start()
    world.table.broken = true
    const reply = await world.submit('e1')
    expect(reply.ok).toBe(false)
    expect(world.outbox.snapshot().storageFailure?.kind).toBe('storage')
    await world.clock.advance(600_000)
    expect(world.shop.posts).toHaveLength(0)
    world.table.broken = false
    expect((await world.submit('e1')).ok).toBe(true)
    await world.clock.advance(5_000)
    expect(world.outbox.snapshot()).toMatchObject({ storageFailure: null, restored: 0 })
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('does not send later what the user was told is not saved', async () => {
    const world = await new World().start()
    world.table.broken = true
    await world.submit('e1')
    world.table.broken = false
    await world.restart()
    await world.clock.advance(600_000)
    expect(world.entry('e1')).toBeUndefined()
    expect(world.shop.posts).toHaveLength(0)
  })

  it('sends nothing while the ledger cannot be written, and goes on by itself afterwards', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    world.ledger.trouble = 'broken'
    world.shop.online = true
    await world.clock.advance(60_000)
    expect(world.shop.posts).toHaveLength(0)
    expect(world.outbox.snapshot().storageFailure?.kind).toBe('storage')
    world.ledger.trouble = 'none'
    await world.clock.advance(120_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('notices a table that never answers', async () => {
    const world = await new World().start()
    world.table.hangs = true
    const saving = world.submit('e1')
    await world.clock.advance(5_100)
    expect((await saving).ok).toBe(false)
    expect(world.outbox.snapshot().storageFailure?.code).toBe('TimeoutError')
  })

  it('keeps the outcome of a send that the table could not take', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    expect(world.shop.posts).toHaveLength(1)
    world.table.broken = true
    await world.clock.advance(20_000)
    expect(world.state('e1')).toBe('SENDING')
    world.table.broken = false
    world.shop.lateMs = 0
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('counts rows that nobody can open, keeps them, and lets the others pass', async () => {
    const world = new World()
    world.table.unreadable = [unreadableRow('x', 1)]
    await world.start()
    await world.submit('e1')
    expect(world.outbox.snapshot().unreadable).toBe(1)
    expect(world.state('e1')).toBe('CONFIRMED')
  })
})
