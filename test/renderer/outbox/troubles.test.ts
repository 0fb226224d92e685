import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { settle } from './fakes/manual-clock.ts'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('a good day', () => {
  it('sends an entry once and knows its request', async () => {
    const world = await new World().start()
    expect((await world.submit('e1')).ok).toBe(true)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
    expect(world.entry('e1')?.result?.via).toBe('response')
    expect(world.ledger.get('e1')?.entry.state).toBe('CONFIRMED')
  })

  it('sends two entries of one item in their order, and the second one only after a look', async () => {
    const world = await new World().start()
    await Promise.all([world.submit('e1'), world.submit('e2')])
    await settle(5)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.entry('e2')?.review?.reason).toBe('request-already-open')
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('answer-lost', () => {
  it('finds the request by reading and sends nothing twice', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-after')
    await world.submit('e1')
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(1_500)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.entry('e1')?.result?.via).toBe('read-back')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('asks the user after three complete reads without a trace, and never sends by itself', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-before')
    await world.submit('e1')
    await world.clock.advance(119_000)
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(2_000)
    expect(world.entry('e1')?.review).toEqual({ reason: 'absent', candidateIds: [] })
    await world.clock.advance(3_600_000)
    expect(world.shop.posts).toHaveLength(1)
    await world.outbox.sendAgain('e1')
    await settle(3)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(2)
  })

  it('finds a late request before "send again" sends anything', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-before')
    await world.submit('e1')
    await world.clock.advance(130_000)
    const entry = world.entry('e1')
    if (entry === undefined) throw new Error('gone')
    const late = world.shop.keep(entry.command.payload, { kind: 'ours', entryId: 'e1' })
    await world.outbox.sendAgain('e1')
    await settle(3)
    expect(world.entry('e1')?.review).toEqual({ reason: 'request-already-open', candidateIds: [late.id] })
    await world.outbox.adopt('e1', late.id)
    expect(world.entry('e1')?.result).toMatchObject({ requestId: late.id, via: 'adopted' })
    expect(world.shop.posts).toHaveLength(1)
  })

  it('is no answer when the bytes are unusable or the shop fails after the effect', async () => {
    for (const answer of ['garbage-after', 'server-error-after'] as const) {
      const world = await new World().start()
      world.shop.answers.push(answer)
      await world.submit('e1')
      expect(world.state('e1')).toBe('UNKNOWN')
      await world.clock.advance(1_500)
      expect(world.state('e1')).toBe('CONFIRMED')
      expect(world.shop.posts).toHaveLength(1)
    }
  })

  it('waits for a slow list', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-after')
    world.shop.listLagMs = 30_000
    await world.submit('e1')
    await world.clock.advance(61_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('foreign-request', () => {
  it('stops an entry whose item somebody else asked for, without a POST', async () => {
    const world = await new World().start()
    const theirs = world.shop.foreign('500')
    await world.submit('e1')
    expect(world.entry('e1')?.review).toEqual({ reason: 'request-already-open', candidateIds: [theirs.id] })
    expect(world.shop.posts).toHaveLength(0)
  })

  it('goes out all the same once the user has seen it and says so', async () => {
    const world = await new World().start()
    world.shop.foreign('500')
    world.shop.items.set('500', { status: { value: '50', label: null } })
    await world.submit('e1')
    await world.outbox.sendAgain('e1')
    await settle(3)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('is not taken for ours when our answer was lost', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-before')
    await world.submit('e1')
    const theirs = world.shop.foreign('500')
    await world.clock.advance(1_500)
    expect(world.entry('e1')?.review).toEqual({ reason: 'contradicts', candidateIds: [theirs.id] })
  })

  it('is not taken for ours when the shop says that a request exists', async () => {
    const world = await new World().start()
    world.shop.hasGuard = true
    world.shop.listLagMs = 5_000
    world.shop.keep({ order_item: '500', cancellation_type: 'cancel', reason: '3' }, { kind: 'foreign' })
    world.shop.listLagMs = 0
    await world.submit('e1')
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(9_000)
    expect(world.entry('e1')?.review?.reason).toBe('request-already-open')
  })
})

describe('offline-then-online', () => {
  it('waits without touching the entry and sends when the line is back', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const before = JSON.stringify(world.entry('e1'))
    expect(world.outbox.closedGate(account)).toBe('offline')
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
    expect(world.main.reads).toBeLessThan(140)
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
    expect(world.outbox.closedGate(account)).toBe('other-user')
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
    expect(world.outbox.closedGate(account)).toBe('auth')
    expect(world.state('e1')).toBe('QUEUED')
  })
})

describe('retry-after', () => {
  it('asks nothing before the time the shop named', async () => {
    const world = await new World().start()
    world.shop.answers.push('throttle')
    await world.submit('e1')
    expect(world.outbox.closedGate(account)).toBe('throttled')
    const { reads } = world.main
    await world.clock.advance(4_900)
    world.outbox.wake()
    await settle(3)
    expect(world.main.reads).toBe(reads)
    await world.clock.advance(200)
    expect(world.state('e1')).toBe('CONFIRMED')
  })
})

describe('two-clicks-one-entry', () => {
  it('makes one entry of a draft, however often it is submitted', async () => {
    const world = await new World().start()
    const replies = await Promise.all([world.submit('e1'), world.submit('e1'), world.submit('e1')])
    const again = await world.submit('e1')
    expect([...replies, again].map(reply => reply.ok && reply.value.id)).toEqual(['e1', 'e1', 'e1', 'e1'])
    expect(world.outbox.snapshot().entries).toHaveLength(1)
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('the user', () => {
  it('pauses an account and the pause outlives a restart', async () => {
    const world = await new World().start()
    await world.outbox.pause(account, true)
    await world.submit('e1')
    await world.restart()
    await world.clock.advance(600_000)
    expect(world.shop.posts).toHaveLength(0)
    expect(world.outbox.snapshot().paused).toEqual([account])
    await world.outbox.pause(account, false)
    await settle(3)
    expect(world.state('e1')).toBe('CONFIRMED')
  })

  it('pauses while the look before the POST is still under way, and nothing goes out', async () => {
    const world = await new World().start()
    world.shop.lateMs = 5_000
    await world.submit('e1')
    await world.clock.advance(12_000)
    const before = JSON.stringify(world.entry('e1'))
    await world.outbox.pause(account, true)
    await world.clock.advance(60_000)
    expect(world.shop.posts).toHaveLength(0)
    expect(JSON.stringify(world.entry('e1'))).toBe(before)
  })

  it('edits while the look before the POST is still under way, and only the new revision goes out', async () => {
    const world = await new World().start()
    world.shop.lateMs = 5_000
    await world.submit('e1')
    await world.clock.advance(12_000)
    await world.outbox.edit('e1', { order_item: '500', cancellation_type: 'cancel', reason: '4' })
    await world.clock.advance(60_000)
    expect(world.shop.posts.map(post => post.revision)).toEqual([2])
    expect(world.state('e1')).toBe('CONFIRMED')
  })

  it('mends a refused entry, and what stands behind it waits meanwhile', async () => {
    const world = await new World().start()
    world.shop.answers.push('refuse')
    await world.submit('e1')
    await world.submit('e2')
    await world.clock.advance(600_000)
    expect([world.state('e1'), world.state('e2')]).toEqual(['REJECTED', 'QUEUED'])
    const edited = await world.outbox.edit('e1', { order_item: '500', cancellation_type: 'cancel', reason: '4' })
    expect(edited.ok && edited.value.revision).toBe(2)
    await settle(3)
    expect(world.state('e1')).toBe('CONFIRMED')
  })

  it('drops an entry for good, and the sensitive part of it', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.outbox.enqueue({
      id: 'e1',
      accountId: account,
      payload: { order_item: '500', cancellation_type: 'refund', reason: '3', iban: 'TR33', holder_name: 'Ayşe' },
      about: {
        orderId: '9',
        orderNumber: null,
        productName: null,
        customerName: null,
        reasonText: null,
        amount: null,
        currency: null,
      },
    })
    await world.outbox.discard('e1')
    expect(world.state('e1')).toBe('DROPPED')
    expect(JSON.stringify(world.table.get('e1'))).not.toContain('TR33')
    world.shop.online = true
    await world.restart()
    await world.clock.advance(600_000)
    expect(world.shop.posts).toHaveLength(0)
  })

  it('reads back on demand and hears why it did not work', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-after')
    await world.submit('e1')
    world.shop.online = false
    expect(await world.outbox.checkNow('e1')).toEqual({ ok: false, failure: failure('offline') })
    world.shop.online = true
    const reply = await world.outbox.checkNow('e1')
    expect(reply.ok && reply.value.state).toBe('CONFIRMED')
  })

  it('cannot touch what is on its way', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-before')
    await world.submit('e1')
    const reply = await world.outbox.discard('e1')
    expect(reply).toEqual({ ok: false, failure: failure('conflict', { code: 'not-in-this-state' }) })
  })

  it('asks for more pieces than there are', async () => {
    const world = await new World().start()
    await world.outbox.enqueue({ ...(await import('./fakes/rows.ts')).draftOf('e1', '500', { quantity: 6 }) })
    await settle(3)
    expect(world.entry('e1')?.review?.reason).toBe('quantity-too-large')
    expect(world.shop.posts).toHaveLength(0)
  })
})

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

describe('another user in the session', () => {
  it('is told to the lights, for nothing else would say why the entry waits', async () => {
    const world = await new World().start()
    world.shop.user = 'user-2'
    await world.submit('e1')
    expect(world.notes).toContainEqual(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'signed-out', code: 'other-user' }) }),
    )
    expect(world.shop.posts).toHaveLength(0)
  })
})
