import { describe, expect, it } from 'vitest'
import { someSend } from '../../fakes/entries.ts'
import { picksFrom } from '../../fakes/simulated-disk.ts'
import { settle } from './fakes/manual-clock.ts'
import { unreadableRow } from './fakes/memory-table.ts'
import { account } from './fakes/rows.ts'
import { World } from './fakes/world.ts'

describe('restart-mid-send', () => {
  it('loses nothing and sends nothing twice, wherever the machine dies', async () => {
    const ends = new Map<string, number>()
    for (let steps = 1; steps < 80; steps += 1) {
      for (const who of ['app', 'renderer', 'main-first', 'power'] as const) {
        const world = await new World().start()
        if (who === 'main-first' || who === 'power') world.mainLife.dieIn = steps
        else world.rendererLife.dieIn = steps
        const saved = { ok: false }
        void world.submit('e1').then(reply => Object.assign(saved, { ok: reply.ok }))
        await settle(5)
        if (who === 'power') world.cutPower(picksFrom(steps))
        await world.restart(who === 'renderer' ? 'renderer' : 'app')
        expect(world.entry('e1')?.state === 'SENDING' && world.postsOf('e1') > 0).toBe(false)
        await world.clock.advance(200_000)
        const state = world.state('e1')
        if (saved.ok) expect(state).toBeDefined()
        if (state !== undefined) expect(['CONFIRMED', 'NEEDS_REVIEW']).toContain(state)
        expect(world.postsOf('e1')).toBeLessThanOrEqual(1)
        if (world.postsOf('e1') === 1) expect(state).toBe('CONFIRMED')
        ends.set(state ?? 'never saved', (ends.get(state ?? 'never saved') ?? 0) + 1)
      }
    }
    expect(ends.get('CONFIRMED')).toBeGreaterThan(100)
  })

  it('takes the outcome from the ledger when only the answer to the renderer was lost', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    expect(world.state('e1')).toBe('SENDING')
    world.kill('renderer')
    await world.clock.advance(20_000)
    world.boot('renderer')
    world.shop.lateMs = 0
    await world.start()
    expect(world.entry('e1')?.result?.via).toBe('response')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('looks before anything else when main died on the wire', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    world.shop.lateMs = 0
    await world.restart('app')
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(10_000)
    expect(world.entry('e1')?.result?.via).toBe('read-back')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('goes back to the queue when main provably wrote no intent', async () => {
    const world = await new World().start()
    world.mainLife.die()
    world.outbox.stop()
    await world.restart('app')
    world.shop.online = false
    await world.submit('e1')
    const entry = world.table.get('e1')
    if (entry === null) throw new Error('gone')
    const attempt = { no: 1, revision: 1, baselineIds: [], startedAt: 1, endedAt: null, outcome: null, failure: null }
    world.kill('app')
    world.table.rows.set('e1', JSON.stringify({ ...entry, state: 'SENDING', version: 2, attempts: [attempt] }))
    world.boot('app')
    await world.start()
    expect(world.entry('e1')).toMatchObject({ state: 'QUEUED', attempts: [] })
  })

  it('looks when main refuses an attempt that it knows already', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    // A send of the renderer before, written down only after the new one had read the ledger.
    const ghost = someSend({ entryId: 'e1', revision: 1, attempt: 1 })
    const ledger = await world.main.openLedger()
    await ledger.claim([ghost], world.clock.now())
    world.shop.online = true
    await world.clock.advance(2_000)
    expect(world.entry('e1')).toMatchObject({ state: 'UNKNOWN', attempts: [{ no: 1 }] })
    expect(world.shop.posts).toHaveLength(0)
  })

  it('does not believe a ledger with damaged lines', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const entry = world.table.get('e1')
    if (entry === null) throw new Error('gone')
    const attempt = { no: 1, revision: 1, baselineIds: [], startedAt: 1, endedAt: null, outcome: null, failure: null }
    world.kill('app')
    world.table.rows.set('e1', JSON.stringify({ ...entry, state: 'SENDING', version: 2, attempts: [attempt] }))
    world.ledger.damage()
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('UNKNOWN')
  })
})

describe('ledger-lost', () => {
  it('is written again from the table, and an attempt it forgot is unknown', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    world.kill('app')
    world.ledger.lose()
    world.shop.lateMs = 0
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('UNKNOWN')
    expect(world.ledger.get('e1')?.entry.state).toBe('UNKNOWN')
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('table-lost', () => {
  it('comes back from the ledger in its order, with what was sent', async () => {
    const world = await new World().start()
    world.shop.answers.push('lost-after')
    await world.submit('e1', '500')
    await world.outbox.pause(account, true)
    await world.submit('e2', '501')
    await world.submit('e3', '501')
    world.kill('app')
    world.table.rows.clear()
    world.table.paused = []
    world.boot('app')
    await world.start()
    expect(world.outbox.snapshot()).toMatchObject({ loaded: true, restored: 3 })
    expect(world.outbox.snapshot().entries.map(one => one.id)).toEqual(['e1', 'e2', 'e3'])
    await world.clock.advance(200_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.postsOf('e1')).toBe(1)
    expect(world.state('e2')).toBe('CONFIRMED')
  })

  it('is mended when it is emptied under a running app', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    world.table.rows.clear()
    world.shop.online = true
    await world.clock.advance(70_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.table.get('e1')?.state).toBe('CONFIRMED')
    expect(world.outbox.snapshot()).toMatchObject({ restored: 1, storageFailure: null })
    expect(world.shop.posts).toHaveLength(1)
  })

  it('does not bring back what is over', async () => {
    const world = await new World().start()
    await world.submit('e1')
    world.kill('app')
    world.table.rows.clear()
    world.boot('app')
    await world.start()
    expect(world.outbox.snapshot().entries).toEqual([])
    expect(world.shop.posts).toHaveLength(1)
  })

  it('follows the ledger when the table is an older copy', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    const old = world.table.rows.get('e1') ?? ''
    world.shop.online = true
    await world.clock.advance(10_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    world.kill('app')
    world.table.rows.set('e1', old)
    world.boot('app')
    await world.start()
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })
})

describe('storage-full', () => {
  it('says "not saved", sends nothing, and the same draft is the same entry later', async () => {
    const world = await new World().start()
    world.table.broken = true
    const reply = await world.submit('e1')
    expect(reply.ok).toBe(false)
    expect(world.outbox.snapshot().storageFailure?.kind).toBe('storage')
    await world.clock.advance(600_000)
    expect(world.shop.posts).toHaveLength(0)
    world.table.broken = false
    expect((await world.submit('e1')).ok).toBe(true)
    await world.clock.advance(5_000)
    expect(world.outbox.snapshot()).toMatchObject({ storageFailure: null, restored: 0 })
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('does not send later what the user was told is not saved', async () => {
    const world = await new World().start()
    world.table.broken = true
    await world.submit('e1')
    world.table.broken = false
    await world.restart()
    await world.clock.advance(600_000)
    expect(world.entry('e1')).toBeUndefined()
    expect(world.shop.posts).toHaveLength(0)
  })

  it('sends nothing while the ledger cannot be written, and goes on by itself afterwards', async () => {
    const world = await new World().start()
    world.shop.online = false
    await world.submit('e1')
    world.ledger.trouble = 'broken'
    world.shop.online = true
    await world.clock.advance(60_000)
    expect(world.shop.posts).toHaveLength(0)
    expect(world.outbox.snapshot().storageFailure?.kind).toBe('storage')
    world.ledger.trouble = 'none'
    await world.clock.advance(120_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('notices a table that never answers', async () => {
    const world = await new World().start()
    world.table.hangs = true
    const saving = world.submit('e1')
    await world.clock.advance(5_100)
    expect((await saving).ok).toBe(false)
    expect(world.outbox.snapshot().storageFailure?.code).toBe('TimeoutError')
  })

  it('keeps the outcome of a send that the table could not take', async () => {
    const world = await new World().start()
    world.shop.lateMs = 10_000
    void world.submit('e1')
    await world.clock.advance(35_000)
    expect(world.shop.posts).toHaveLength(1)
    world.table.broken = true
    await world.clock.advance(20_000)
    expect(world.state('e1')).toBe('SENDING')
    world.table.broken = false
    world.shop.lateMs = 0
    await world.clock.advance(60_000)
    expect(world.state('e1')).toBe('CONFIRMED')
    expect(world.shop.posts).toHaveLength(1)
  })

  it('counts rows that nobody can open, keeps them, and lets the others pass', async () => {
    const world = new World()
    world.table.unreadable = [unreadableRow('x', 1)]
    await world.start()
    await world.submit('e1')
    expect(world.outbox.snapshot().unreadable).toBe(1)
    expect(world.state('e1')).toBe('CONFIRMED')
  })
})
