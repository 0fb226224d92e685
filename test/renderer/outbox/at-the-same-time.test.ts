import { describe, expect, it } from 'vitest'
import { settle } from './fakes/manual-clock.ts'
import { draftOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('P29: one draft that is submitted more than once', () => {
  it('makes one entry of a draft, however often it is submitted', async () => {
    const world = await new World().start()
    const replies = await Promise.all([world.submit('e1'), world.submit('e1'), world.submit('e1')])
    const again = await world.submit('e1')
    expect([...replies, again].map(reply => reply.ok && reply.value.id)).toEqual(['e1', 'e1', 'e1', 'e1'])
    expect(world.outbox.snapshot().entries).toHaveLength(1)
    expect(world.shop.posts).toHaveLength(1)
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
