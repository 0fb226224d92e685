import { describe, expect, it } from 'vitest'
import type { Answer } from './fakes/fake-shop.ts'
import { settle } from './fakes/manual-clock.ts'
import { draftOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

const items = ['500', '501', '502']

/** Three lines submitted in one go, and the world they were submitted in. */
const submitted = async (...answers: Answer[]) => {
  const world = await new World().start()
  world.shop.answers.push(...answers)
  const drafts = items.map(item => ({ ...draftOf(`e${item}`, item), batch: 'b1' }))
  const replies = await world.outbox.enqueueAll(drafts)
  expect(replies.map(reply => reply.ok)).toEqual([true, true, true])
  await settle(8)
  return world
}

const statesOf = (world: World) => items.map(item => world.state(`e${item}`))
const postsOf = (world: World) => world.shop.posts.map(post => `${post.orderItem} of ${post.together}`)
const together = ['500 of 3', '501 of 3', '502 of 3']

describe('lines submitted in one go', () => {
  it('go out as one bulk call and are confirmed each by its own row', async () => {
    const world = await submitted('ok')
    expect(postsOf(world)).toEqual(together)
    expect(statesOf(world)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
    const ids = items.map(item => world.entry(`e${item}`)?.result?.requestId)
    expect(ids.map(id => world.shop.requestOf(id ?? '')?.row.order_item)).toEqual(items)
  })

  it('that were queued without a line go out as one bulk call once it is back', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.outbox.enqueueAll(items.map(item => ({ ...draftOf(`e${item}`, item), batch: 'b1' })))
    await world.clock.advance(5_000)
    expect(statesOf(world)).toEqual(['QUEUED', 'QUEUED', 'QUEUED'])
    expect(world.shop.posts).toEqual([])
    world.shop.online = true
    world.outbox.wake()
    await world.clock.advance(5_000)
    expect(postsOf(world)).toEqual(together)
    expect(statesOf(world)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
  })

  it('are sent alone after a refusal of them all, and each gets its own answer', async () => {
    const world = await submitted('refuse', 'ok', 'refuse', 'ok')
    expect(statesOf(world)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN'])
    await world.clock.advance(15_000)
    expect(postsOf(world)).toEqual([...together, '500 of 1', '501 of 1', '502 of 1'])
    expect(statesOf(world)).toEqual(['CONFIRMED', 'REJECTED', 'CONFIRMED'])
    expect(world.shop.kept).toHaveLength(2)
  })

  it('are found at the shop where a refusal had taken effect all the same', async () => {
    const world = await submitted('refuse-in-part', 'ok')
    await world.clock.advance(15_000)
    // The fake keeps the first and the third.
    expect(postsOf(world)).toEqual([...together, '501 of 1'])
    expect(statesOf(world)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
    expect(world.entry('e500')?.result?.via).toBe('read-back')
    expect(world.shop.kept).toHaveLength(3)
  })

  it('are looked for when their rows are missing in the answer, and never sent again by themselves', async () => {
    const world = await submitted('rows-missing')
    expect(statesOf(world)).toEqual(['CONFIRMED', 'UNKNOWN', 'UNKNOWN'])
    await world.clock.advance(2_000)
    expect(statesOf(world)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
    expect(postsOf(world)).toEqual(together)
  })

  it('wait for a person when the answer was lost and the shop shows none of them', async () => {
    const world = await submitted('lost-before')
    await world.clock.advance(150_000)
    expect(statesOf(world)).toEqual(['NEEDS_REVIEW', 'NEEDS_REVIEW', 'NEEDS_REVIEW'])
    expect(postsOf(world)).toEqual(together)
  })

  it('leave out what the shop has already, which needs no POST', async () => {
    const world = await new World().start()
    world.shop.foreign('501')
    await world.outbox.enqueueAll(items.map(item => ({ ...draftOf(`e${item}`, item), batch: 'b1' })))
    await settle(8)
    expect(postsOf(world)).toEqual(['500 of 2', '502 of 2'])
    expect(statesOf(world)).toEqual(['CONFIRMED', 'NEEDS_REVIEW', 'CONFIRMED'])
  })

  it('stay one bulk call after a throttled one, and nothing is doubled by a kill in between', async () => {
    const world = await submitted('throttle')
    expect(statesOf(world)).toEqual(['QUEUED', 'QUEUED', 'QUEUED'])
    await world.restart()
    await world.clock.advance(60_000)
    expect(postsOf(world)).toEqual([...together, ...together])
    expect(statesOf(world)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
    expect(world.shop.kept).toHaveLength(3)
  })

  it('are read with one list and one order, however many they are', async () => {
    const world = await submitted('ok')
    // Who is signed in, the list, and the one order that all three belong to.
    expect(world.main.reads).toBe(3)
  })
})

describe('lines of different submits', () => {
  it('never share a call, also when they are due at once', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('a', '500')
    await world.submit('b', '501')
    world.shop.online = true
    world.outbox.wake()
    await world.clock.advance(5_000)
    expect(world.shop.posts.map(post => post.together)).toEqual([1, 1])
  })
})
