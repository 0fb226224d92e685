import { describe, expect, it } from 'vitest'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('offline-then-online', () => {
  it('waits without touching the entry and sends when the line is back', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const before = JSON.stringify(world.entry('e1'))
    expect(world.outbox.closedGate(account).snapshot()?.gate).toBe('offline')
    await world.clock.advance(600_000)
    expect(JSON.stringify(world.entry('e1'))).toBe(before)
    world.shop.online = true
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('looks at once when woken', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    await world.clock.advance(600_000)
    world.shop.online = true
    for (let times = 0; times < 5; times += 1) world.outbox.wake()
    await world.clock.advance(1_100)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('keeps an entry queued when the POST provably never left', async () => {
    const world = await new World().start()
    world.shop.answers.push('unreachable')
    await world.submit('e1')
    expect(world.entry('e1')).toMatchObject({ state: 'QUEUED', failures: 1 })
    await world.clock.advance(5_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('does not hammer a shop that is away', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    await world.clock.advance(3_600_000)
    expect(world.main.reads).toBeLessThan(220)
  })
})

describe('session-ends-mid-queue', () => {
  it('keeps every entry and goes on after the sign-in', async () => {
    const world = await new World().start()
    world.shop.answers.push('unsigned')
    await world.submit('e1', '500')
    world.signOut()
    await world.submit('e2', '501')
    await world.clock.advance(600_000)
    expect([world.state('e1'), world.state('e2')]).toEqual(['QUEUED', 'QUEUED'])
    world.signIn()
    await world.clock.advance(1_000)
    expect([world.state('e1'), world.state('e2')]).toEqual(['CONFIRMED', 'CONFIRMED'])
  })

  it('sends nothing under somebody else', async () => {
    const world = await new World().start()
    world.shop.user = 'user-2'
    await world.submit('e1')
    expect(world.outbox.closedGate(account).snapshot()?.gate).toBe('other-user')
    await world.clock.advance(1_000_000)
    expect(world.shop.posts).toHaveLength(0)
    world.signIn('user-1')
    await world.clock.advance(1_000)
    expect(world.state('e1')).toBe('CONFIRMED')
  })

  it('waits when the shop refuses the token twice', async () => {
    const world = await new World().start()
    world.shop.answers.push('csrf')
    await world.submit('e1')
    expect(world.outbox.closedGate(account).snapshot()?.gate).toBe('auth')
    expect(world.state('e1')).toBe('QUEUED')
  })
})

describe('another user in the session', () => {
  it('is told to the lights, for nothing else would say why the entry waits', async () => {
    const world = await new World().start()
    world.shop.user = 'user-2'
    await world.submit('e1')
    expect(world.connections.of(account).snapshot()).toMatchObject({ shop: 'answering', session: 'signed-out' })
    expect(world.shop.posts).toHaveLength(0)
  })
})
