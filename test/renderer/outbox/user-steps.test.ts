import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { settle } from './fakes/manual-clock.ts'
import { account, draftOf } from './fakes/rows.ts'
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
    // For a minute it can be had back; the end of it also comes to an app that was closed meanwhile.
    await world.restart()
    expect(world.table.get('e1')?.command.payload.iban).toBe('TR33')
    world.shop.online = true
    await world.clock.advance(61_000)
    expect(JSON.stringify(world.table.get('e1'))).not.toContain('TR33')
    expect(JSON.stringify(world.ledger.get('e1')?.entry)).not.toContain('TR33')
    await world.clock.advance(600_000)
    expect(world.shop.posts).toHaveLength(0)
  })

  it('brings a discarded entry back to where it was, unless the line was asked for anew', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    await world.outbox.discard('e1')
    expect((await world.outbox.undoDiscard('e1')).ok).toBe(true)
    expect(world.state('e1')).toBe('QUEUED')
    await world.outbox.discard('e1')
    await world.submit('e2')
    expect(await world.outbox.undoDiscard('e1')).toMatchObject({ ok: false, failure: { code: 'asked-anew' } })
    world.shop.online = true
    await world.clock.advance(600_000)
    expect(world.shop.posts.map(post => post.entryId)).toEqual(['e2'])
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
    await world.outbox.enqueue(draftOf('e1', '500', { quantity: 6 }))
    await settle(3)
    expect(world.entry('e1')?.review?.reason).toBe('quantity-too-large')
    expect(world.shop.posts).toHaveLength(0)
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
