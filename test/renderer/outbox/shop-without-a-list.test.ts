import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { World } from './fakes/world.ts'

describe('a shop without a list of requests', () => {
  const missing = [failure('not-found', { status: 404 }), failure('rejected', { status: 405 })]

  it('gets the entry all the same when the order shows the item', async () => {
    for (const why of missing) {
      const world = await new World().start()
      world.main.listFailure = why
      await world.submit('e1')
      expect(world.state('e1')).toBe('CONFIRMED')
      expect(world.shop.posts).toHaveLength(1)
    }
  })

  it('gets nothing when the order does not show the item either, and the entry says why', async () => {
    const world = await new World().start()
    world.main.listFailure = failure('not-found', { status: 404 })
    await world.submit('e1', 'no-such-item')
    await world.clock.advance(600_000)
    expect(world.entry('e1')).toMatchObject({ state: 'QUEUED', lastFailure: { kind: 'not-found' } })
    expect(world.shop.posts).toHaveLength(0)
  })

  it('says on the entry that the list is broken, and sends when it is whole again', async () => {
    for (const kind of ['server-error', 'not-json', 'incompatible'] as const) {
      const world = await new World().start()
      world.main.listFailure = failure(kind)
      await world.submit('e1')
      await world.clock.advance(600_000)
      expect(world.entry('e1')).toMatchObject({ state: 'QUEUED', lastFailure: { kind } })
      expect(world.main.reads).toBeLessThan(60)
      world.main.listFailure = null
      await world.clock.advance(61_000)
      expect(world.state('e1')).toBe('CONFIRMED')
      expect(world.shop.posts).toHaveLength(1)
    }
  })
})

describe('a read-back that can never be made', () => {
  it('is handed to a person after a day of a shop that answers and cannot be read', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-before')
    await world.submit('e1')
    world.main.listFailure = failure('not-json')
    await world.clock.advance(23 * 3_600_000)
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(2 * 3_600_000)
    expect(world.entry('e1')).toMatchObject({ state: 'NEEDS_REVIEW', review: { reason: 'unreadable' } })
    expect(world.shop.posts).toHaveLength(1)
  })
})
