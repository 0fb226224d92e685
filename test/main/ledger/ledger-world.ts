import fc from 'fast-check'
import { expect } from 'vitest'
import type { Entry, EntryState, Outcome, SendInput } from '../../../src-main/contract/entries.ts'
import type { Ledger } from '../../../src-main/ledger/ledger.ts'
import { sendOnce } from '../../../src-main/ledger/outbox-calls.ts'
import type { OutboxLedger } from '../../../src-main/ledger/outbox-ledger.ts'
import { someEntry, someSend } from '../../fakes/entries.ts'
import { picksFrom, type SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { bookOn, folder, lost } from './books.ts'

const ids = ['e1', 'e2', 'e3']

type Action =
  | { readonly do: 'record'; readonly id: string; readonly state: EntryState }
  | { readonly do: 'record-all' }
  | { readonly do: 'take-back'; readonly id: string }
  | { readonly do: 'send'; readonly id: string; readonly again: boolean }
  | { readonly do: 'compact' }

/** Actions begun at once, and how the process ends after them or, with `endIn`, amid them. */
interface Step {
  readonly actions: readonly Action[]
  readonly end: 'none' | 'close' | 'kill' | 'cut'
  readonly endIn: number | null
  readonly picks: number
}

const id = fc.constantFrom(...ids)
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      id,
      state: fc.constantFrom<EntryState>(
        'QUEUED',
        'QUEUED',
        'UNKNOWN',
        'NEEDS_REVIEW',
        'REJECTED',
        'CONFIRMED',
        'DROPPED',
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'record-all' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take-back' as const), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), id, again: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ do: 'compact' as const }) },
)

const step: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 4 }),
  end: fc.constantFrom('none', 'none', 'close', 'kill', 'cut', 'cut'),
  endIn: fc.option(fc.nat({ max: 25 }), { nil: null }),
  picks: fc.integer(),
})

export const history = fc.array(step, { minLength: 3, maxLength: 14 })
export type History = readonly Step[]

/** What is known of one entry from outside: what was asked for, in order, and how much of it was acknowledged. */
interface Witness {
  readonly offered: Entry[]
  /** Index in `offered` of the last acknowledged record; -1 when there is none. */
  acknowledged: number
  now: Entry | null
  attempt: number
}

/** A book on a disk that fails, with a witness who trusts neither. Throws at the first broken promise. */
export class LedgerWorld {
  /** POSTs by entry and attempt. */
  readonly posts = new Map<string, number>()
  cuts = 0
  endedSeen = 0
  compactionsCut = 0
  readonly #disk: SimulatedDisk
  readonly #witnesses = new Map(ids.map((one): [string, Witness] => [one, newWitness()]))
  readonly #sent = new Map<string, SendInput>()
  readonly #settled = new Set<string>()
  #book: OutboxLedger | null = null
  #ledger: Ledger | null = null
  #now = 1_700_000_000_000

  constructor(disk: SimulatedDisk) {
    this.#disk = disk
  }

  async start(): Promise<void> {
    const { book, ledger } = await bookOn(this.#disk.boot())
    this.#book = book
    this.#ledger = ledger
    await this.#check()
  }

  async play({ actions, end, endIn, picks }: Step): Promise<void> {
    const pick = picksFrom(picks)
    const isCutShort = endIn !== null && (end === 'cut' || end === 'kill')
    if (isCutShort) this.#disk.endIn(endIn, pick)
    await Promise.all(actions.map(one => this.#act(one).catch(() => undefined)))
    if (isCutShort && actions.some(one => one.do === 'compact')) this.compactionsCut += 1
    if (end === 'none') return
    if (end === 'close') await this.#ledger?.close()
    else if (end === 'kill') this.#disk.kill()
    else this.#cut(picks)
    await this.start()
  }

  /** One more cut, so that the last step is looked at as well. */
  async finish(): Promise<void> {
    this.#cut(1)
    await this.start()
  }

  #cut(picks: number): void {
    this.cuts += 1
    this.#disk.cut(picksFrom(picks + 1))
  }

  async #act(one: Action): Promise<void> {
    const book = this.#bookNow()
    this.#now += 1
    switch (one.do) {
      case 'compact':
        return book.compact(this.#now)
      case 'record':
        return this.#record(one.id, one.state)
      case 'record-all':
        return this.#recordAll()
      case 'take-back':
        return this.#takeBack(one.id)
      case 'send':
        return this.#send(one.id, one.again)
    }
  }

  async #record(entryId: string, state: EntryState): Promise<void> {
    const entry = this.#next(entryId, state)
    if (entry !== null) await this.#offer([entry])
  }

  #next(entryId: string, state: EntryState): Entry | null {
    const { now } = this.#witnessOf(entryId)
    if (now !== null && isOver(now) && now.settledAt !== null) return null
    const isNew = now === null || isOver(now)
    const version = isNew ? 1 : now.version + 1
    const settledAt = state === 'CONFIRMED' || state === 'DROPPED' ? this.#now : null
    return someEntry({ id: entryId, version, state, settledAt, createdAt: this.#now })
  }

  /** Every entry that may change, in one record. */
  async #recordAll(): Promise<void> {
    const entries = ids.flatMap(one => this.#next(one, 'QUEUED') ?? [])
    if (entries.length > 0) await this.#offer(entries)
  }

  /** The form was told "not saved": nothing of the entry was ever sent. */
  async #takeBack(entryId: string): Promise<void> {
    const { now, attempt } = this.#witnessOf(entryId)
    if (now?.version !== 1 || isOver(now) || attempt > 0) return
    await this.#offer([{ ...now, version: 2, state: 'DROPPED' }])
  }

  async #offer(entries: readonly Entry[]): Promise<void> {
    const offered = entries.map(entry => {
      const witness = this.#witnessOf(entry.id)
      const index = witness.offered.push(entry) - 1
      witness.now = entry
      return { witness, index }
    })
    await this.#bookNow().recordAll(entries, this.#now)
    for (const { witness, index } of offered) witness.acknowledged = Math.max(witness.acknowledged, index)
  }

  async #send(entryId: string, again: boolean): Promise<void> {
    const witness = this.#witnessOf(entryId)
    if (witness.now?.state === 'DROPPED' && witness.now.settledAt === null) return
    witness.attempt = again ? Math.max(1, witness.attempt) : witness.attempt + 1
    const send = someSend({ entryId, attempt: witness.attempt })
    const reply = await sendOnce([send], { ledger: this.#bookNow(), post: this.#post, now: () => this.#now })
    // A dead process answers nobody.
    if (reply.ok) await this.#ledger?.append()
    if (reply.ok) this.#settled.add(keyOf(send))
  }

  readonly #post = async (sends: readonly SendInput[]): Promise<readonly Outcome[]> => {
    for (const send of sends) {
      this.posts.set(keyOf(send), (this.posts.get(keyOf(send)) ?? 0) + 1)
      this.#sent.set(keyOf(send), send)
      expect(this.posts.get(keyOf(send)), 'sent once').toBe(1)
    }
    return sends.map(() => lost)
  }

  async #check(): Promise<void> {
    const book = this.#bookNow()
    expect(this.#disk.namesIn(folder), 'nothing is left over').not.toContain('outbox.ledger.compacting')
    const { entries, ended } = book.read()
    for (const [entryId, witness] of this.#witnesses) {
      const found = entries.find(({ entry }) => entry.id === entryId)
      const end = ended.find(one => one.id === entryId)
      const index = found
        ? witness.offered.findLastIndex(one => JSON.stringify(one) === JSON.stringify(found.entry))
        : end
          ? witness.offered.findLastIndex(one => one.state === end.state && isOver(one))
          : -1
      if (found || end) expect(index, 'nothing is invented').toBeGreaterThanOrEqual(0)
      expect(index, 'what was acknowledged is there').toBeGreaterThanOrEqual(witness.acknowledged)
      if (end) this.endedSeen += 1
      // Whoever reads it acts on it, so from here on it is as good as acknowledged.
      witness.acknowledged = index
      witness.now = witness.offered[index] ?? null
      if (!found) continue
      for (const [sentKey, send] of this.#sent) {
        if (send.entryId !== entryId) continue
        const known = found.sends.find(one => one.revision === send.revision && one.attempt === send.attempt)
        expect(known, 'the intent of every POST is there').toBeDefined()
        if (this.#settled.has(sentKey)) expect(known?.outcome, 'and its outcome').toEqual(lost)
      }
    }
    for (const send of this.#sent.values()) {
      expect(await book.claim([send], this.#now), 'no attempt is made twice').toEqual([])
    }
  }

  #bookNow(): OutboxLedger {
    if (!this.#book) throw new Error('not started')
    return this.#book
  }

  #witnessOf(entryId: string): Witness {
    const witness = this.#witnesses.get(entryId)
    if (!witness) throw new Error(entryId)
    return witness
  }
}

const newWitness = (): Witness => ({ offered: [], acknowledged: -1, now: null, attempt: 0 })

const isOver = (entry: Entry): boolean => entry.state === 'CONFIRMED' || entry.state === 'DROPPED'

const keyOf = (send: SendInput): string => `${send.entryId} ${send.revision} ${send.attempt}`
