import { describe, expect, it } from 'vitest'
import { someSend } from '../../fakes/entries.ts'
import { picksFrom } from '../../fakes/simulated-disk.ts'
import { settle } from './fakes/manual-clock.ts'
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
