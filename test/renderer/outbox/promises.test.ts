import { describe, expect, it } from 'vitest'
import { settle } from './fakes/manual-clock.ts'
import { draftOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

/** Promises of the queue that a single history shows; those that need thousands are in the property test beside. */

describe('P8: one intent has one effect', () => {
  it.each([true, false])('after every kind of lost answer, with a guard in the shop: %s', async hasGuard => {
    const world = await new World().start()
    world.shop.hasGuard = hasGuard
    const answers = ['lost-after', 'server-error-after', 'garbage-after'] as const
    for (const [index, answer] of answers.entries()) {
      world.shop.answers.push(answer)
      await world.submit(`e${index}`, String(500 + index))
      await world.clock.advance(30_000)
    }
    expect(world.shop.kept).toHaveLength(answers.length)
    expect(world.shop.posts).toHaveLength(answers.length)
    expect(answers.map((_, index) => world.state(`e${index}`))).toEqual(answers.map(() => 'CONFIRMED'))
  })
})

describe('P10: a lane that waits for a person', () => {
  it('delays no other lane', async () => {
    const world = await new World().start()
    world.shop.answers.push('refuse')
    await world.submit('refused', '500')
    await world.submit('behind', '500')
    await world.submit('other', '501')
    await world.clock.advance(1_000)
    expect(['refused', 'behind', 'other'].map(id => world.state(id))).toEqual(['REJECTED', 'QUEUED', 'CONFIRMED'])
  })
})

describe('P16: two owners of one queue', () => {
  it('have one effect between them', async () => {
    const world = await new World().start()
    world.shop.postLateMs = 2_000
    // A second renderer over the same table, ledger and main: what a lock should prevent, and must survive all the same.
    const first = world.outbox
    await world.outbox.enqueue(draftOf('e1'))
    world.boot('renderer')
    await world.start()
    await world.clock.advance(120_000)
    first.stop()
    expect(world.shop.kept).toHaveLength(1)
    expect(world.table.get('e1')?.state).toBe('CONFIRMED')
  })
})

describe('P17: everything that wakes the queue', () => {
  it('is one drain, in any interleaving', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    await world.submit('e2', '501')
    world.shop.online = true
    for (let n = 0; n < 20; n += 1) {
      world.outbox.wake()
      world.outbox.start()
      void world.outbox.retry('e1')
      await settle()
    }
    await world.clock.advance(60_000)
    expect(world.shop.posts.map(post => post.entryId).sort()).toEqual(['e1', 'e2'])
  })
})

describe('P18: an edit that races with the send', () => {
  it('wins or loses as a whole', async () => {
    for (const rounds of [0, 1, 2, 3, 5, 8, 13]) {
      const world = await new World().start()
      void world.outbox.enqueue(draftOf('e1'))
      await settle(rounds)
      const edited = await world.outbox.edit('e1', { ...draftOf('e1').payload, reason: '4' })
      await world.clock.advance(60_000)
      const [post, ...more] = world.shop.posts
      expect(more, `after ${rounds} rounds`).toEqual([])
      expect(post?.revision, `after ${rounds} rounds`).toBe(edited.ok ? 2 : 1)
      expect(world.shop.kept[0]?.row.reason).toBe(edited.ok ? '4' : '3')
    }
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

describe('P24: a storage that fails', () => {
  it('lets nothing out and nothing be called saved', async () => {
    const world = await new World().start()
    world.table.broken = true
    expect((await world.outbox.enqueue(draftOf('e1'))).ok).toBe(false)
    await world.clock.advance(60_000)
    expect(world.shop.posts).toEqual([])
    expect(world.outbox.snapshot().storageFailure?.kind).toBe('storage')
  })
})

describe('P26: the same script and the same seed', () => {
  it('are the same history', async () => {
    const run = async () => {
      const world = await new World({ random: () => 0.25 }).start()
      world.shop.answers.push('lost-after', 'throttle', 'refuse')
      for (const item of ['500', '501', '502']) await world.submit(`e${item}`, item)
      await world.clock.advance(300_000)
      return JSON.stringify([world.shop.posts, world.table.all()])
    }
    expect(await run()).toBe(await run())
  })
})

describe('P29: two clicks on submit', () => {
  it('are one entry, alone and in one go with others', async () => {
    const world = await new World().start()
    world.shop.online = false
    const drafts = ['500', '501'].map(item => ({ ...draftOf(`e${item}`, item), batch: 'b' }))
    await Promise.all([
      world.outbox.enqueueAll(drafts),
      world.outbox.enqueueAll(drafts),
      world.outbox.enqueue(drafts[0] ?? draftOf('none')),
    ])
    expect(world.table.all().map(one => one.id)).toEqual(['e500', 'e501'])
  })
})

describe('P30: what is shown', () => {
  it('is what is stored, in every state', async () => {
    const world = await new World().start()
    world.shop.answers.push('refuse', 'lost-before', 'ok')
    for (const [index, item] of ['500', '501', '502', '503'].entries()) await world.submit(`e${index}`, item)
    world.shop.online = false
    await world.submit('late', '503')
    await world.outbox.discard('e0')
    const stored = world.table.all().map(one => `${one.id} ${one.state} ${one.version}`)
    const shown = world.outbox.snapshot().entries.map(one => `${one.id} ${one.state} ${one.version}`)
    expect(shown.sort()).toEqual(stored.sort())
    expect(shown).toHaveLength(5)
  })
})
