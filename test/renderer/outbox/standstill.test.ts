import { describe, expect, it } from 'vitest'
import type { Standstill } from '../../../src-renderer/outbox/gates.ts'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

/** What a screen that shows the account is told, one after the other. */
function watch(world: World): (Standstill | null)[] {
  const standing = world.outbox.standstill(account)
  const told = [standing.snapshot()]
  standing.subscribe(() => told.push(standing.snapshot()))
  return told
}

describe('why an account stands still', () => {
  it('is said with the time the shop asked for, and taken back when it is over', async () => {
    const world = await new World().start()
    const told = watch(world)
    world.shop.answers.push('throttle')
    await world.submit('e1')
    const since = world.clock.now()
    expect(told).toEqual([null, { gate: 'throttled', until: since + 5_000, why: null }])
    await world.clock.advance(10_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(told.at(-1)).toBeNull()
  })

  it('is another user until the own one is signed in', async () => {
    const world = await new World().start()
    const told = watch(world)
    world.shop.user = 'somebody-else'
    await world.submit('e1')
    expect(told).toEqual([null, { gate: 'other-user', until: expect.any(Number), why: null }])
    expect(world.shop.posts).toEqual([])
    world.signIn()
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(told.at(-1)).toBeNull()
  })

  it('is a pause that somebody asked for, and is told once', async () => {
    const world = await new World().start()
    const told = watch(world)
    await world.outbox.pause(account, true)
    await world.submit('e1')
    world.outbox.wake()
    expect(told).toEqual([null, { gate: 'paused', until: null, why: null }])
    await world.outbox.pause(account, false)
    expect(told.at(-1)).toBeNull()
  })

  it('is told for this account only', async () => {
    const world = await new World().start()
    const other = world.outbox.standstill('nobody')
    expect(other.snapshot()).toEqual({ gate: 'gone', until: null, why: null })
    expect(world.outbox.standstill(account)).toBe(world.outbox.standstill(account))
  })
})
