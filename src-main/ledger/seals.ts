import { type Entry, entrySchema, type Outcome, outcomeSchema } from '../contract/entries.ts'
import { openBytes, sealBytes } from '../vault/aes.ts'
import type { EntryLine, LedgerLine } from './lines.ts'

type OutcomeLine = Extract<LedgerLine, { readonly t: 'outcome' }>

/** Seals and opens the parts of lines that hold personal data. Each seal is bound to its entry and send. */
export class Seals {
  readonly #key: Uint8Array

  constructor(key: Uint8Array) {
    this.#key = key
  }

  entryLine(entry: Entry, at: number): EntryLine {
    const { id, version, state } = entry
    const sealed = this.#seal(entry, entryContext(id))
    // Only the outbox's undo of a new entry ends it without a time.
    const takenBack = state === 'DROPPED' && entry.settledAt === null
    return { t: 'entry', at, id, version, state, ...(takenBack ? { takenBack } : {}), sealed }
  }

  outcomeLine(send: Pick<OutcomeLine, 'id' | 'revision' | 'attempt'>, outcome: Outcome, at: number): OutcomeLine {
    const { id, revision, attempt } = send
    const sealed = this.#seal(outcome, outcomeContext(send))
    return { t: 'outcome', at, id, revision, attempt, kind: outcome.kind, sealed }
  }

  /** Null when the key, the schema or a byte is another one. */
  entryOf(line: EntryLine): Entry | null {
    return this.#open(line.sealed, entryContext(line.id), entrySchema)
  }

  /** Null when the key, the schema or a byte is another one. */
  outcomeOf(line: OutcomeLine): Outcome | null {
    return this.#open(line.sealed, outcomeContext(line), outcomeSchema)
  }

  #seal(value: unknown, context: string): string {
    return sealBytes(this.#key, Buffer.from(JSON.stringify(value)), context).toString('base64')
  }

  #open<T>(sealed: string, context: string, schema: Readable<T>): T | null {
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

interface Readable<T> {
  readonly safeParse: (raw: unknown) => { readonly success: boolean; readonly data?: T }
}

const entryContext = (id: string): string => `entry ${id}`

const outcomeContext = (send: Pick<OutcomeLine, 'id' | 'revision' | 'attempt'>): string =>
  `outcome ${send.id} ${send.revision} ${send.attempt}`
