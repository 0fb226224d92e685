import { describe, expect, it } from 'vitest'
import { settle } from './fakes/manual-clock.ts'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('a wait that the shop asked for', () => {
  it('asks nothing before the time the shop named', async () => {
    const world = await new World().start()
    world.shop.answers.push('throttle')
    await world.submit('e1')
    expect(world.outbox.closedGate(account).snapshot()?.gate).toBe('throttled')
    const { reads } = world.main
    await world.clock.advance(4_900)
    world.outbox.wake()
    await settle(3)
    expect(world.main.reads).toBe(reads)
    await world.clock.advance(200)
    expect(world.state('e1')).toBe('CONFIRMED')
  })
})

describe('P22: a shop that asks to wait', () => {
  it('is asked nothing before that time, and its wait is over at the cap', async () => {
    const world = await new World().start()
    world.shop.answers.push('throttle')
    await world.submit('e1')
    const before = world.main.reads
    await world.clock.advance(4_900)
    expect([world.shop.posts.length, world.main.reads]).toEqual([1, before])
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
  })
})
