import { describe, expect, it } from 'vitest'
import { settle } from './fakes/manual-clock.ts'
import { World } from './fakes/world.ts'

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
    const theirs = world.shop.foreign('500')
    world.shop.listLagMs = 0
    await world.submit('e1')
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(9_000)
    expect(world.entry('e1')?.review).toEqual({ reason: 'contradicts', candidateIds: [theirs.id] })
  })
})

describe('doubled on the way', () => {
  it('is taken for ours when the shop refuses the second copy, with one POST and one request', async () => {
    const world = await new World().start()
    world.shop.answers.push('doubled')
    await world.submit('e1')
    expect(world.state('e1')).toBe('UNKNOWN')
    await world.clock.advance(1_500)
    expect(world.state('e1')).toBe('CONFIRMED')
    const [kept] = world.shop.kept
    expect(world.entry('e1')?.result).toMatchObject({ requestId: kept?.row.id, via: 'read-back' })
    expect([world.shop.posts.length, world.shop.kept.length]).toEqual([1, 1])
  })

  it('is left to a person when somebody else asked in the same moment', async () => {
    const world = await new World().start()
    world.shop.answers.push('doubled')
    await world.submit('e1')
    world.shop.foreign('500')
    await world.clock.advance(1_500)
    expect(world.entry('e1')?.review?.reason).toBe('several-candidates')
  })
})

describe('P8: one intent has one effect', () => {
  it.each([true, false])('after every kind of lost answer, with a guard in the shop: %s', async hasGuard => {
    const world = await new World().start()
    world.shop.hasGuard = hasGuard
    const answers = ['lost-after', 'server-error-after', 'garbage-after'] as const
    for (const [index, answer] of answers.entries()) {
      world.shop.answers.push(answer)
      await world.submit(`e${index}`, String(500 + index))
      await world.clock.advance(30_000)
    }
    expect(world.shop.kept).toHaveLength(answers.length)
    expect(world.shop.posts).toHaveLength(answers.length)
    expect(answers.map((_, index) => world.state(`e${index}`))).toEqual(answers.map(() => 'CONFIRMED'))
  })
})
