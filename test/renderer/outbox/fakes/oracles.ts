import { expect } from 'vitest'
import type { Entry, SendInput } from '../../../../src-main/contract/entries.ts'
import { connectionTimings } from '../../../../src-renderer/connection/connection.ts'
import type { World } from './world.ts'

const isOver = (entry: Entry): boolean => entry.state === 'CONFIRMED' || entry.state === 'DROPPED'

/**
 * Watches one world and throws at the first broken promise. It looks at the shop and at the disks, never at what the
 * outbox says of itself, except for P2 and P5, which are about that.
 */
export class Oracles {
  /** Entries whose submit was answered "saved". */
  readonly saved = new Set<string>()
  /** Entries whose submit was answered "not saved", and the line each is for. */
  readonly refused = new Map<string, string>()
  /** "Send again" by entry and revision. */
  readonly #again = new Map<string, number>()
  readonly #stored = new Set<string>()
  readonly #discards = new Set<string>()
  readonly #undone = new Set<string>()
  /** Entries for which a person said "send again", each good for one return to the queue. A slow table may do several at once. */
  readonly #sendAgain = new Set<string>()
  #rows = new Set<string>()

  /** What a form was told. */
  answered(id: string, item: string, isSaved: boolean): void {
    if (isSaved) {
      this.saved.add(id)
      this.refused.delete(id)
    } else this.refused.set(id, item)
  }

  userSendsAgain(entry: Entry): void {
    const key = `${entry.id}/${entry.revision}`
    this.#again.set(key, (this.#again.get(key) ?? 0) + 1)
    this.#sendAgain.add(entry.id)
  }

  userDiscards(entryId: string): void {
    this.#discards.add(entryId)
  }

  userUndoes(entryId: string): void {
    this.#undone.add(entryId)
  }

  /** At the commit of every change. */
  readonly onSwap = (world: () => World, before: Entry, after: Entry): void => {
    expect(after.version, 'a change raises the version').toBeGreaterThan(before.version)
    const attempt = after.attempts.at(-1)
    if (after.state === 'SENDING' && attempt !== undefined) this.#stored.add(`${after.id}/${attempt.no}`)
    const isAbsent = after.review?.reason === 'absent' && before.state === 'UNKNOWN' && after.state === 'NEEDS_REVIEW'
    if (isAbsent) expect(before.absentReads.length, 'P21: absence takes three reads').toBeGreaterThanOrEqual(2)
    if (before.state === 'DROPPED' && after.state !== 'DROPPED')
      expect(this.#undone.has(after.id), 'P12: only the user brings back').toBe(true)
    if (after.state === 'DROPPED') expect(this.#discards.has(after.id), 'P12: only the user discards').toBe(true)
    if (after.state !== 'QUEUED') return
    if (before.state === 'UNKNOWN') {
      const isRefusal = before.attempts.at(-1)?.outcome === 'refused-together' && before.absentReads.length === 2
      expect(isRefusal, 'P4: unknown goes back only after a refusal and three reads').toBe(true)
    }
    if (before.state === 'NEEDS_REVIEW')
      expect(this.#sendAgain.delete(after.id), 'P4: only the user sends again').toBe(true)
    if (before.state !== 'SENDING') return
    const tried = before.attempts.at(-1)
    const isKept = after.attempts.some(one => one.no === tried?.no)
    const posts = world().shop.posts.filter(post => post.entryId === after.id && post.attempt === tried?.no)
    if (isKept) expect(attempt?.outcome, 'P4: back to the queue needs proof').toBe('not-sent')
    else expect(posts, 'P4: an attempt that never was reached nobody').toEqual([])
  }

  /** At the moment a POST reaches the shop. */
  readonly onPost = (world: World, input: SendInput): void => {
    expect(this.#stored.has(`${input.entryId}/${input.attempt}`), 'P3: SENDING is stored before the first byte').toBe(
      true,
    )
    expect(world.shop.user, 'P14: nothing goes out under somebody else').toBe('user-1')
    const mine = world.table.get(input.entryId)
    const before = world.table.all().filter(one => mine && one.orderItem === mine.orderItem && one.seq < mine.seq)
    expect(
      before.filter(one => !isOver(one)).map(one => one.id),
      'P9: what came before in the lane is over',
    ).toEqual([])
  }

  /** After every command. */
  check(world: World): void {
    expect(world.rendererLife.ranAway || world.mainLife.ranAway, 'nothing spins without waiting').toBe(false)
    const rows = world.table.all()
    for (const { id } of rows) this.#rows.add(id)
    const gone = [...this.#rows].filter(id => !this.refused.has(id) && world.table.get(id) === null)
    expect(gone, 'P12: no entry goes, unless its form was told that it is not saved').toEqual([])
    const unsaved = world.shop.posts.filter(post => this.refused.has(post.entryId))
    expect(unsaved, 'P2: what was called not saved is not sent').toEqual([])
    for (const entry of rows) {
      this.#countPosts(world, entry)
      this.#countEffects(world, entry)
      this.#checkResult(world, entry)
    }
    const shown = world.outbox.snapshot()
    if (shown.loaded) {
      const ids = shown.entries.map(one => one.id)
      for (const id of this.saved)
        expect(
          ids.filter(one => one === id),
          'P2: saved exists, once',
        ).toEqual([id])
      expect(
        shown.entries.map(one => one.seq),
        'P11: the order is the sequence, not the clock',
      ).toEqual(shown.entries.map(one => one.seq).sort((a, b) => a - b))
    }
    expect(world.clock.longestWait, 'P11: no wait exceeds its cap').toBeLessThanOrEqual(
      connectionTimings.retryAfterMaxMs,
    )
  }

  #countPosts(world: World, entry: Entry): void {
    for (let revision = 1; revision <= entry.revision; revision += 1) {
      const posts = world.shop.posts.filter(post => post.entryId === entry.id && post.revision === revision).length
      const none = entry.attempts.filter(
        one =>
          one.revision === revision &&
          (one.outcome === 'not-sent' || one.outcome === 'rejected' || one.outcome === 'refused-together'),
      ).length
      const again = this.#again.get(`${entry.id}/${revision}`) ?? 0
      expect(posts, 'P1: one POST, and one more only for proof or the user').toBeLessThanOrEqual(1 + none + again)
    }
  }

  /** P1 counts POSTs; this counts what they did. A second effect needs somebody who said "send again". */
  #countEffects(world: World, entry: Entry): void {
    const effects = world.shop.kept.filter(({ by }) => by.kind === 'ours' && by.entryId === entry.id).length
    const again = [...this.#again].reduce((sum, [key, n]) => (key.startsWith(`${entry.id}/`) ? sum + n : sum), 0)
    expect(effects, 'P1: one effect, and one more only for the user').toBeLessThanOrEqual(1 + again)
  }

  #checkResult(world: World, entry: Entry): void {
    if (entry.state !== 'CONFIRMED') return
    const kept = world.shop.requestOf(entry.result?.requestId ?? '')
    expect(kept?.row.order_item, 'P6: the request exists, for this item').toBe(entry.orderItem)
    if (entry.result?.via === 'adopted') return
    expect(entry.attempts.at(-1)?.baselineIds, 'P6: it was not there before').not.toContain(entry.result?.requestId)
    expect(kept?.by.kind, 'P7: nobody else request is taken for ours').toBe('ours')
  }

  /** `before` is what lay on the disk when everything died. */
  afterRestart(world: World, before: readonly Entry[]): void {
    // A refusal that the ledger could not write down ends with the process that knew of it: the entry comes back.
    for (const id of world.ledger.notTakenBack) this.refused.delete(id)
    for (const old of before.filter(one => one.state === 'SENDING')) {
      const now = world.entry(old.id)
      const isSame = now?.state === 'SENDING' && now.version === old.version
      expect(isSame && world.outbox.snapshot().loaded, 'P5: nothing is SENDING after a restart').toBe(false)
    }
  }

  /** The table was replaced; only open entries have to come back. */
  tableLost(world: World): void {
    this.#rows.clear()
    const { entries, ended } = world.ledger.read()
    const recorded = new Map(entries.map(({ entry }) => [entry.id, entry]))
    for (const id of [...this.saved]) {
      const isEnded = ended.some(one => one.id === id)
      if (isEnded || isOver(world.table.get(id) ?? recorded.get(id) ?? fail())) this.saved.delete(id)
    }
  }

  /** All is well again for ten minutes: nothing may hang. */
  atRest(world: World): void {
    const lanes = new Map<string, Entry>()
    for (const entry of world.outbox.snapshot().entries)
      if (!isOver(entry) && !lanes.has(entry.orderItem)) lanes.set(entry.orderItem, entry)
    for (const head of lanes.values())
      expect(['NEEDS_REVIEW', 'REJECTED'], 'P25: every lane is over or waits for a person').toContain(head.state)
  }
}

const fail = (): never => {
  throw new Error('P2: a saved entry is on no disk')
}
