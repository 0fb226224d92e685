import { describe, expect, it } from 'vitest'
import { settle } from './fakes/manual-clock.ts'
import { draftOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

const drafts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...draftOf(`e${n}`, String(1000 + n)), batch: 'e0' }))

const offline = async () => {
  const world = await new World().start()
  world.shop.online = false
  return world
}

describe('many entries saved in one go', () => {
  it('are one record of the ledger and one transaction of the table', async () => {
    const world = await offline()
    const before = world.ledger.syncs
    const replies = await world.outbox.enqueueAll(drafts(500))
    expect(replies.filter(reply => reply.ok)).toHaveLength(500)
    expect([world.ledger.syncs - before, world.table.commits]).toEqual([1, 1])
    expect(world.table.all().map(one => one.id)).toEqual(drafts(500).map(one => one.id))
    expect(world.outbox.snapshot().entries.map(one => one.seq)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1))
  })

  it('tell their listeners once', async () => {
    const world = await offline()
    let told = 0
    world.outbox.subscribe(() => {
      told += 1
    })
    await world.outbox.enqueueAll(drafts(100))
    expect(told).toBe(1)
  })

  it('go out in calls of at most a hundred, each entry once', async () => {
    const world = await new World().start()
    await world.outbox.enqueueAll(drafts(500))
    for (let n = 0; n < 40; n += 1) await world.clock.advance(1000)
    expect(world.outbox.snapshot().entries.filter(one => one.state === 'CONFIRMED')).toHaveLength(500)
    expect(world.shop.posts.map(post => post.entryId).sort()).toEqual(
      drafts(500)
        .map(one => one.id)
        .sort(),
    )
    expect(world.shop.posts.map(post => post.together)).toEqual(Array(500).fill(100))
  })

  it('are more than one record when they are more than a record takes', async () => {
    const world = await offline()
    const before = world.ledger.syncs
    const replies = await world.outbox.enqueueAll(drafts(1001))
    expect(replies.filter(reply => reply.ok)).toHaveLength(1001)
    expect(world.ledger.syncs - before).toBe(2)
  })

  it('are none when the table refuses, and all when the same form is submitted again', async () => {
    const world = await offline()
    world.table.broken = true
    const replies = await world.outbox.enqueueAll(drafts(20))
    expect(replies.map(reply => !reply.ok && reply.failure.kind)).toEqual(Array(20).fill('storage'))
    expect(world.ledger.entries()).toEqual([])
    expect(world.ledger.read().ended.filter(one => one.takenBack)).toHaveLength(20)
    world.table.broken = false
    expect((await world.outbox.enqueueAll(drafts(20))).every(reply => reply.ok)).toBe(true)
    expect(world.table.all().map(one => one.state)).toEqual(Array(20).fill('QUEUED'))
  })

  it('are none when one of them can’t be an entry', async () => {
    const world = await offline()
    const [first, ...others] = drafts(5)
    const bad = { ...draftOf('bad', '7'), payload: { ...draftOf('bad', '7').payload, quantity: -1 } }
    const replies = await world.outbox.enqueueAll([first ?? bad, bad, ...others])
    expect(replies.map(reply => !reply.ok && reply.failure.kind)).toEqual(Array(6).fill('bad-input'))
    expect(world.ledger.entries()).toEqual([])
    expect(world.table.all()).toEqual([])
  })

  it.each([1, 3, 7, 12, 14, 16, 18])(
    'survive an app that dies %i steps into it, and are no more when submitted again',
    async steps => {
      const world = await offline()
      world.mainLife.dieIn = steps
      world.rendererLife.dieIn = steps + 4
      const begun = world.outbox.enqueueAll(drafts(10))
      await settle(60)
      void begun
      await world.restart()
      const back = world.outbox.snapshot().entries.length
      expect(back).toBe(world.ledger.entries().length)
      const again = await world.outbox.enqueueAll(drafts(10))
      expect(again.every(reply => reply.ok)).toBe(true)
      expect(
        world.table
          .all()
          .map(one => one.id)
          .sort(),
      ).toEqual(
        drafts(10)
          .map(one => one.id)
          .sort(),
      )
      world.shop.online = true
      for (let n = 0; n < 90; n += 1) await world.clock.advance(2000)
      expect(world.shop.posts.map(post => post.entryId).sort()).toEqual(
        drafts(10)
          .map(one => one.id)
          .sort(),
      )
    },
  )
})

describe('a ledger that never answers', () => {
  it('is a refusal with words after a while, and nothing of it is sent when it answers after all', async () => {
    const world = await offline()
    world.ledger.hangs = true
    const replies = world.outbox.enqueueAll(drafts(3))
    await settle(10)
    await world.clock.advance(20_000)
    expect((await replies).map(reply => !reply.ok && reply.failure.code)).toEqual(Array(3).fill('TimeoutError'))
    expect(world.table.all()).toEqual([])
    expect(world.outbox.snapshot().storageFailure).toMatchObject({ kind: 'storage', code: 'TimeoutError' })
  })

  it('leaves an app that says so when it never answered from the start', async () => {
    const world = new World()
    world.ledger.hangs = true
    await world.start()
    await world.clock.advance(20_000)
    expect(world.outbox.snapshot()).toMatchObject({ loaded: false, storageFailure: { code: 'TimeoutError' } })
    world.ledger.hangs = false
    await world.clock.advance(120_000)
    expect(world.outbox.snapshot()).toMatchObject({ loaded: true, storageFailure: null })
  })
})

describe('a table that writes after its time was up', () => {
  const refusedLate = async () => {
    const world = await offline()
    world.table.hangs = true
    const replies = world.outbox.enqueueAll(drafts(3))
    await world.clock.advance(5_100)
    expect((await replies).map(reply => !reply.ok && reply.failure.code)).toEqual(Array(3).fill('TimeoutError'))
    return world
  }
  const drain = async (world: World) => {
    world.shop.online = true
    for (let n = 0; n < 60; n += 1) await world.clock.advance(2000)
  }

  it('shows nothing of what the form called not saved, and sends none of it', async () => {
    const world = await refusedLate()
    const shown = new Set<string>()
    world.outbox.subscribe(() => {
      for (const { id } of world.outbox.snapshot().entries) shown.add(id)
    })
    world.table.hangs = false
    await drain(world)
    expect(world.outbox.snapshot()).toMatchObject({ loaded: true, storageFailure: null, entries: [] })
    expect([...shown]).toEqual([])
    expect(world.table.all()).toEqual([])
    expect(world.shop.posts).toEqual([])
  })

  it('sends nothing of it either when the ledger could not take it back at the time', async () => {
    const world = await offline()
    world.table.hangs = true
    const replies = world.outbox.enqueueAll(drafts(3))
    await settle(10)
    world.ledger.trouble = 'broken'
    await world.clock.advance(5_100)
    expect((await replies).some(reply => reply.ok)).toBe(false)
    world.table.hangs = false
    await world.clock.advance(120_000)
    expect(world.outbox.snapshot().storageFailure).not.toBeNull()
    world.ledger.trouble = 'none'
    await drain(world)
    expect(world.outbox.snapshot()).toMatchObject({ storageFailure: null, entries: [] })
    expect(world.ledger.entries()).toEqual([])
    expect(world.ledger.read().ended.filter(one => one.takenBack)).toHaveLength(3)
    expect(world.shop.posts).toEqual([])
  })

  it.each([
    ['at once', async () => undefined],
    ['after a look at the table', (world: World) => world.clock.advance(120_000)],
    ['after a restart, which compacts the ledger', (world: World) => world.restart()],
  ])('takes the same form again %s, and sends each line once', async (_, meanwhile) => {
    const world = await refusedLate()
    world.table.hangs = false
    await meanwhile(world)
    const changed = drafts(3).map(draft => ({ ...draft, payload: { ...draft.payload, reason: '5' } }))
    const again = await world.outbox.enqueueAll(changed)
    expect(again.every(reply => reply.ok)).toBe(true)
    const { entries } = world.outbox.snapshot()
    expect(entries.map(one => [one.state, one.command.payload.reason])).toEqual(Array(3).fill(['QUEUED', '5']))
    expect(world.table.all().map(one => one.command.payload.reason)).toEqual(Array(3).fill('5'))
    await drain(world)
    expect(world.shop.posts.map(post => post.entryId).sort()).toEqual(['e0', 'e1', 'e2'])
    expect(world.outbox.snapshot().entries.map(one => one.state)).toEqual(Array(3).fill('CONFIRMED'))
  })
})
