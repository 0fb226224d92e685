import { describe, expect, it } from 'vitest'
import type { ClosedOutboxGate } from '../../../src-renderer/outbox/types.ts'
import { settle } from './fakes/manual-clock.ts'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

/** The gates that a screen of the account shows, one after the other. */
function watch(world: World): (ClosedOutboxGate | null)[] {
  const closed = world.outbox.closedGate(account)
  const shown = [closed.snapshot()]
  closed.subscribe(() => shown.push(closed.snapshot()))
  return shown
}

describe('why nothing of an account is sent', () => {
  it('is shown with the time that the shop asked for, and no longer when it is over', async () => {
    const world = await new World().start()
    const shown = watch(world)
    world.shop.answers.push('throttle')
    await world.submit('e1')
    const since = world.clock.now()
    expect(shown).toEqual([null, { gate: 'throttled', until: since + 5_000, why: null }])
    await world.clock.advance(10_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(shown.at(-1)).toBeNull()
  })

  it('is another user until the account’s own user is signed in', async () => {
    const world = await new World().start()
    const shown = watch(world)
    world.shop.user = 'somebody-else'
    await world.submit('e1')
    expect(shown.at(-1)).toEqual({ gate: 'other-user', until: expect.any(Number), why: null })
    expect(world.shop.posts).toEqual([])
    world.signIn()
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(shown.at(-1)).toBeNull()
  })

  it('is a pause by a person, and is announced once', async () => {
    const world = await new World().start()
    const shown = watch(world)
    await world.outbox.pause(account, true)
    await world.submit('e1')
    world.outbox.wake()
    expect(shown).toEqual([null, { gate: 'paused', until: null, why: null }])
    await world.outbox.pause(account, false)
    expect(shown.at(-1)).toBeNull()
  })

  it('is known for each account alone', async () => {
    const world = await new World().start()
    expect(world.outbox.closedGate('unknown').snapshot()).toEqual({ gate: 'gone', until: null, why: null })
    expect(world.outbox.closedGate(account)).toBe(world.outbox.closedGate(account))
  })

  it('is also what another part of the app learns from a reply of the shop', async () => {
    const world = await new World().start()
    const shown = watch(world)
    world.connections.networkChanged(false)
    expect(shown.at(-1)).toMatchObject({ gate: 'offline', why: { kind: 'offline' } })
    await world.submit('e1')
    expect(world.state('e1')).toBe('QUEUED')
    await world.clock.advance(1_000)
    await settle(3)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(shown.at(-1)).toBeNull()
  })
})
