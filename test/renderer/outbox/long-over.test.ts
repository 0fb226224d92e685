import { describe, expect, it } from 'vitest'
import { defaultTimings } from '../../../src-renderer/outbox/timings.ts'
import { unreadableRow } from './fakes/memory-table.ts'
import { World } from './fakes/world.ts'

const day = 86_400_000

describe('P27: entries that are over', () => {
  it('go after a quarter of a year, from the table too, and do not come back from the ledger', async () => {
    const world = await new World().start()
    await world.submit('done', '500')
    await world.clock.advance(10_000)
    expect(world.state('done')).toBe('CONFIRMED')
    world.clock.wall += defaultTimings.keepOverMs - day
    await world.restart()
    expect(world.state('done')).toBe('CONFIRMED')
    world.clock.wall += 2 * day
    await world.restart()
    await world.restart()
    expect(world.state('done')).toBeUndefined()
    expect(world.table.all()).toEqual([])
  })

  it('never while they are open, however old they are', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('waits', '500')
    world.clock.wall += 3_650 * day
    await world.restart()
    expect(world.state('waits')).toBe('QUEUED')
  })
})

describe('P23: rows that nobody can read', () => {
  it('stay, are counted and can be taken out as they are', async () => {
    const world = await new World().start()
    world.table.unreadable = [unreadableRow('later', 9)]
    await world.restart()
    expect(world.outbox.snapshot().unreadable).toBe(1)
    const reply = await world.outbox.exportUnreadable()
    expect(reply.ok && JSON.parse(reply.value)).toMatchObject([{ id: 'later', sealed: 'AQID' }])
  })
})
