import { openBytes, sealBytes } from '../accounts/aes.ts'
import type { LedgerEntry } from '../contract/calls.ts'
import { type Entry, entrySchema, type Outcome, outcomeSchema, type SendInput } from '../contract/entries.ts'
import type { Ledger } from './ledger.ts'

type Sends = LedgerEntry['sends']

/** The ledger in the outbox's terms: entries as last recorded, and every send with its outcome. */
export class Book {
  readonly #ledger: Ledger
  readonly #key: Uint8Array
  readonly #intents = new Set<string>()

  constructor(ledger: Ledger, key: Uint8Array) {
    this.#ledger = ledger
    this.#key = key
    for (const line of ledger.lines) if (line.t === 'intent') this.#intents.add(intentKey(line))
  }

  /** On disk when it resolves. */
  record(entry: Entry, at: number): Promise<void> {
    const sealed = this.#seal(entry, `entry ${entry.id}`)
    return this.#ledger.append({ t: 'entry', at, id: entry.id, version: entry.version, state: entry.state, sealed })
  }

  /**
   * Claims each (entry, revision, attempt) that nobody claimed before and resolves with those sends, on disk then.
   * The claims are made before the write, so that two calls at once can't both win.
   */
  async claim(sends: readonly SendInput[], at: number): Promise<readonly SendInput[]> {
    const won = sends.filter(send => {
      const isNew = !this.#intents.has(keyOf(send))
      this.#intents.add(keyOf(send))
      return isNew
    })
    if (won.length === 0) return won
    const lines = won.map(
      ({ entryId: id, revision, attempt, baselineIds }) =>
        ({ t: 'intent', at, id, revision, attempt, baselineIds }) as const,
    )
    try {
      await this.#ledger.append(...lines)
    } catch (error) {
      for (const send of won) this.#intents.delete(keyOf(send))
      throw error
    }
    return won
  }

  /** Writes down how sends ended, each with its outcome. */
  settle(ended: readonly { readonly send: SendInput; readonly outcome: Outcome }[], at: number): Promise<void> {
    const lines = ended.map(({ send: { entryId: id, revision, attempt }, outcome }) => {
      const sealed = this.#seal(outcome, outcomeContext(id, revision, attempt))
      return { t: 'outcome', at, id, revision, attempt, kind: outcome.kind, sealed } as const
    })
    return this.#ledger.append(...lines)
  }

  /** Every entry ever recorded, as it last stood. `damaged` counts lines and seals nobody could read. */
  read(): { readonly entries: LedgerEntry[]; readonly damagedLines: number } {
    const found = new Map<string, { entry: Entry | null; sends: Sends }>()
    let damaged = this.#ledger.damagedLines
    const of = (id: string) => {
      const known = found.get(id) ?? { entry: null, sends: [] }
      found.set(id, known)
      return known
    }
    for (const line of this.#ledger.lines) {
      const known = of(line.id)
      if (line.t === 'entry') {
        const entry = this.#open(line.sealed, `entry ${line.id}`, entrySchema)
        if (!entry) damaged += 1
        else if (!known.entry || entry.version >= known.entry.version) known.entry = entry
      } else if (line.t === 'intent') {
        const { revision, attempt, baselineIds, at } = line
        known.sends.push({ revision, attempt, baselineIds, startedAt: at, outcome: null })
      } else {
        const outcome = this.#open(line.sealed, outcomeContext(line.id, line.revision, line.attempt), outcomeSchema)
        const send = known.sends.find(one => one.revision === line.revision && one.attempt === line.attempt)
        if (send && outcome) send.outcome = outcome
        else damaged += 1
      }
    }
    const entries = [...found.values()].flatMap(({ entry, sends }) => (entry ? [{ entry, sends }] : []))
    return { entries, damagedLines: damaged }
  }

  #seal(value: unknown, context: string): string {
    return sealBytes(this.#key, Buffer.from(JSON.stringify(value)), context).toString('base64')
  }

  #open<T>(
    sealed: string,
    context: string,
    schema: { safeParse: (raw: unknown) => { success: boolean; data?: T } },
  ): T | null {
    try {
      const parsed = schema.safeParse(
        JSON.parse(openBytes(this.#key, Buffer.from(sealed, 'base64'), context).toString()),
      )
      return parsed.success ? (parsed.data ?? null) : null
    } catch {
      return null
    }
  }
}

const intentKey = (at: { readonly id: string; readonly revision: number; readonly attempt: number }): string =>
  `${at.id} ${at.revision} ${at.attempt}`

const keyOf = ({ entryId: id, revision, attempt }: SendInput): string => intentKey({ id, revision, attempt })

const outcomeContext = (id: string, revision: number, attempt: number): string => `outcome ${id} ${revision} ${attempt}`
