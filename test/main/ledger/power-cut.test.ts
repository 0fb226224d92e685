import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { runsOf, seedOfRun } from '../../seed.ts'
import { type History, history, LedgerWorld } from './ledger-world.ts'

const seed = seedOfRun()
const runs = runsOf('POWER_RUNS', 400)

async function play(steps: History, disk: SimulatedDisk): Promise<LedgerWorld> {
  const world = new LedgerWorld(disk)
  await world.start()
  for (const step of steps) await world.play(step)
  await world.finish()
  return world
}

describe('a ledger through power cuts', () => {
  it(`keeps what it acknowledged, invents nothing and sends nothing twice in ${runs} histories`, {
    timeout: 20_000 + runs * 50,
  }, async () => {
    const totals = { cuts: 0, posts: 0, ended: 0, compactions: 0 }
    await fc.assert(
      fc.asyncProperty(history, async steps => {
        const world = await play(steps, new SimulatedDisk())
        totals.cuts += world.cuts
        totals.posts += world.posts.size
        totals.ended += world.endedSeen
        totals.compactions += world.compactionsCut
      }),
      { numRuns: runs, seed },
    )
    // The histories must have been worth something.
    expect(totals.cuts).toBeGreaterThan(runs)
    expect(totals.posts).toBeGreaterThan(runs)
    expect(totals.ended).toBeGreaterThan(runs / 4)
    expect(totals.compactions).toBeGreaterThan(runs / 10)
  })

  it.each(['sync', 'syncFolder'] as const)('would be found out without %s', { timeout: 60_000 }, async forgets => {
    const broken = fc.asyncProperty(history, async steps => {
      await play(steps, new SimulatedDisk({ forgets }))
    })
    expect((await fc.check(broken, { numRuns: 400, seed, endOnFailure: true })).failed).toBe(true)
  })
})
