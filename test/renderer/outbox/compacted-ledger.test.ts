import { describe, expect, it } from 'vitest'
import { World } from './fakes/world.ts'

describe('a ledger that was compacted', () => {
  it('settles an old copy of an entry that is over, and nothing is sent again', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const oldCopy = world.table.rows.get('e1')
    if (oldCopy === undefined) throw new Error('not stored')
    world.shop.online = true
    await world.clock.advance(200_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    const requestId = world.entry('e1')?.result?.requestId
    world.kill('app')
    world.table.rows.set('e1', oldCopy)
    world.boot('app')
    await world.start()
    await world.clock.advance(200_000)
    expect(world.entry('e1')).toMatchObject({ state: 'CONFIRMED', result: { requestId } })
    expect(world.postsOf('e1')).toBe(1)
  })

  it('is not written again for what is over in both', async () => {
    const world = await new World().start()
    await world.submit('e1')
    await world.clock.advance(200_000)
    world.kill('app')
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.ledger.read()).toMatchObject({ entries: [], ended: [{ id: 'e1', state: 'CONFIRMED' }] })
  })

  it('takes the word of a newer row that is open again', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const entry = world.entry('e1')
    if (entry === undefined) throw new Error('gone')
    world.kill('app')
    const at = world.clock.now()
    await world.ledger.change(async ledger => {
      await ledger.record({ ...entry, version: 2, state: 'DROPPED', settledAt: at }, at)
      await ledger.compact(at)
    })
    expect(world.ledger.read().ended).toMatchObject([{ id: 'e1', state: 'DROPPED' }])
    world.table.rows.set('e1', JSON.stringify({ ...entry, version: 3 }))
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('QUEUED')
    expect(world.ledger.get('e1')?.entry.version).toBe(3)
  })
})
