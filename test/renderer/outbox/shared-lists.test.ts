import { describe, expect, it } from 'vitest'
import { failed, failure, ok, type Reply } from '../../../src-main/contract/failures.ts'
import { type RequestList, SharedLists } from '../../../src-renderer/outbox/reads.ts'
import { settle } from './fakes/manual-clock.ts'
import { draftOf } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

const empty: RequestList = { rows: [], otherIds: [], countable: true }

const setup = (answer: () => Reply<RequestList> = () => ok(empty)) => {
  const state = { reads: 0, now: 1_000 }
  const read = async () => {
    state.reads += 1
    return answer()
  }
  return { state, lists: new SharedLists(read, () => state.now, 5_000) }
}

describe('one list for many steps', () => {
  it('is read once for steps that begin together, and anew when it is no longer young', async () => {
    const { state, lists } = setup()
    await Promise.all([lists.get('a', ['1']), lists.get('a', ['2'])])
    state.now += 2_499
    await lists.get('a', ['3'])
    expect(state.reads).toBe(1)
    state.now += 2_501
    await lists.get('a', ['3'])
    expect(state.reads).toBe(2)
  })

  it('is read ahead of its end in a long queue, and the next one takes its place', async () => {
    const { state, lists } = setup()
    await lists.get('a', ['1'])
    state.now += 2_500
    const stillThis = await lists.get('a', ['2'])
    expect([state.reads, stillThis.startedAt]).toEqual([2, 1_000])
    await settle()
    const next = await lists.get('a', ['3'])
    expect([state.reads, next.startedAt]).toEqual([2, 3_500])
  })

  it('is not taken over from a session that ended while it was read ahead', async () => {
    const { state, lists } = setup()
    await lists.get('a', ['1'])
    state.now += 2_500
    await lists.get('a', ['2'])
    lists.clear()
    await settle()
    await lists.get('a', ['3'])
    expect(state.reads).toBe(3)
  })

  it('says nothing about an item that something happened to since it began', async () => {
    const { state, lists } = setup()
    await lists.get('a', ['1'])
    lists.touch('a', '1')
    await lists.get('a', ['2'])
    expect(state.reads).toBe(1)
    await lists.get('a', ['2', '1'])
    expect(state.reads).toBe(2)
    await lists.get('a', ['1'])
    expect(state.reads).toBe(2)
  })

  it('counts the order of things, so that a clock put back makes nothing young again', async () => {
    const { state, lists } = setup()
    await lists.get('a', ['1'])
    lists.touch('a', '1')
    state.now -= 500
    await lists.get('a', ['1'])
    state.now -= 86_400_000
    await lists.get('a', ['1'])
    expect(state.reads).toBe(3)
  })

  it('is one account’s, and gone with its session', async () => {
    const { state, lists } = setup()
    await lists.get('a', ['1'])
    await lists.get('b', ['1'])
    expect(state.reads).toBe(2)
    lists.clear()
    await lists.get('a', ['1'])
    expect(state.reads).toBe(3)
  })

  it('is not kept when it failed', async () => {
    const { state, lists } = setup(() => failed(failure('offline')))
    expect((await lists.get('a', ['1'])).reply.ok).toBe(false)
    await settle()
    await lists.get('a', ['1'])
    expect(state.reads).toBe(2)
  })
})

describe('a long queue', () => {
  const enqueued = async (count: number) => {
    const world = await new World({ timings: { stepsPerAccount: 4, wirePerAccount: 2 } }).start()
    world.shop.online = false
    for (let n = 0; n < count; n += 1) await world.outbox.enqueue(draftOf(`e${n}`, String(1000 + n)))
    world.shop.online = true
    return world
  }

  it('is drained with few reads of the list, and with at most two POSTs on the wire', async () => {
    const world = await enqueued(40)
    world.shop.postLateMs = 50
    let under = 0
    let most = 0
    world.main.onPost = () => {
      under += 1
      most = Math.max(most, under)
      world.clock.after(50, () => {
        under -= 1
      })
    }
    const before = world.main.reads
    world.outbox.wake()
    await world.clock.advance(10_000, 4)
    expect(world.outbox.snapshot().entries.filter(one => one.state === 'CONFIRMED')).toHaveLength(40)
    expect(world.shop.posts).toHaveLength(40)
    expect(most).toBe(2)
    // One order each, who is signed in, and the list now and then.
    expect(world.main.reads - before).toBeLessThan(40 + 8)
  })
})
