import { describe, expect, it } from 'vitest'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('a ledger that is gone', () => {
  it('is written again from the table, and an attempt it forgot is unknown', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    world.kill('app')
    world.ledger.lose()
    world.shop.lateMs = 0
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('UNKNOWN')
    expect(world.ledger.get('e1')?.entry.state).toBe('UNKNOWN')
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('a table that is gone, or an older copy', () => {
  it('comes back from the ledger in its order, with what was sent', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-after')
    await world.submit('e1', '500')
    await world.outbox.pause(account, true)
    await world.submit('e2', '501')
    await world.submit('e3', '501')
    world.kill('app')
    world.table.rows.clear()
    world.table.paused = []
    world.boot('app')
    await world.start()
    expect(world.outbox.snapshot()).toMatchObject({ loaded: true, restored: 3 })
    expect(world.outbox.snapshot().entries.map(one => one.id)).toEqual(['e1', 'e2', 'e3'])
    await world.clock.advance(200_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.postsOf('e1')).toBe(1)
    expect(world.state('e2')).toBe('CONFIRMED')
  })

  it('is mended when it is emptied under a running app', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    world.table.rows.clear()
    world.shop.online = true
    await world.clock.advance(70_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.table.get('e1')?.state).toBe('CONFIRMED')
    expect(world.outbox.snapshot()).toMatchObject({ restored: 1, storageFailure: null })
    expect(world.shop.posts).toHaveLength(1)
  })

  it('does not bring back what is over', async () => {
    const world = await new World().start()
    await world.submit('e1')
    world.kill('app')
    world.table.rows.clear()
    world.boot('app')
    await world.start()
    expect(world.outbox.snapshot().entries).toEqual([])
    expect(world.shop.posts).toHaveLength(1)
  })

  it('follows the ledger when the table is an older copy', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const old = world.table.rows.get('e1') ?? ''
    world.shop.online = true
    await world.clock.advance(10_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    world.kill('app')
    world.table.rows.set('e1', old)
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })
})
