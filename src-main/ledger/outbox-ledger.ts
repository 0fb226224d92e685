import { join } from 'node:path'
import { logEvent } from '../base/log.ts'
import type { Entry, Outcome, SendInput } from '../contract/entries.ts'
import type { Vault } from '../vault/vault.ts'
import { compacted, isForgotten } from './compaction.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { Ledger } from './ledger.ts'
import {
  type EndedLine,
  type EntryLine,
  isOver,
  type LedgerLine,
  laterOf,
  leastLaterVersion,
  type StateLine,
} from './lines.ts'
import { type LedgerContents, readEntries } from './read-entries.ts'
import { Seals } from './seals.ts'

interface OutboxLedgerOpener {
  readonly open: () => Promise<OutboxLedger>
  /** Null until it has been opened. */
  readonly opened: () => OutboxLedger | null
}

interface Machine {
  readonly disk: Disk
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const thisMachine: Machine = { disk: nodeDisk, now: Date.now }

/**
 * Opens this machine's ledger once the vault has its key. `open` rejects while the disk refuses; the next call tries
 * again, so that freeing space is enough to go on.
 */
export function outboxLedgerOpener(
  vault: Pick<Vault, 'opened'>,
  folder: string,
  machine: Machine = thisMachine,
): OutboxLedgerOpener {
  let opening: Promise<OutboxLedger> | null = null
  let opened: OutboxLedger | null = null
  return {
    opened: () => opened,
    open: () => {
      opening ??= open(vault, folder, machine)
        .then(ledger => {
          opened = ledger
          return ledger
        })
        .catch(error => {
          opening = null
          throw error
        })
      return opening
    },
  }
}

async function open(vault: Pick<Vault, 'opened'>, folder: string, { disk, now }: Machine): Promise<OutboxLedger> {
  const key = await vault.opened()
  const file = await Ledger.open(disk, join(folder, 'ledger', 'outbox.ledger'))
  // Logged once: compaction keeps a copy of the damaged file and leaves a `damage` line.
  if (file.damagedLines > 0) logEvent('warn', 'ledger-damaged-lines', String(file.damagedLines))
  const ledger = new OutboxLedger(file, key)
  await ledger.compact(now())
  return ledger
}

/** Bytes that the file may grow before it is compacted again, at least; a large file may grow by a quarter. */
const leastGrowth = 64 * 1024

/** The ledger in the outbox's terms: entries as last recorded, and every send with its outcome. */
export class OutboxLedger {
  readonly #ledger: Ledger
  readonly #seals: Seals
  readonly #claims = new Set<string>()
  readonly #states = new Map<string, StateLine>()
  readonly #underWay = new Set<EntryLine>()
  #compactAt: number

  constructor(ledger: Ledger, key: Uint8Array) {
    this.#ledger = ledger
    this.#seals = new Seals(key)
    for (const line of ledger.lines) this.#takeIn(line)
    this.#compactAt = limitAfter(ledger.bytes)
  }

  record(entry: Entry, at: number): Promise<void> {
    return this.recordAll([entry], at)
  }

  /**
   * Resolves when all are on disk, after one write and one sync. When it rejects, none of them counts as written. Skips an
   * end that is on disk already, or older than what compaction keeps.
   */
  async recordAll(entries: readonly Entry[], at: number): Promise<void> {
    const news = entries.flatMap(entry => {
      const line = this.#seals.entryLine(entry, at)
      return isOver(line) && !this.#isNews(line, entry, at) ? [] : line
    })
    if (news.length === 0) return
    for (const line of news) this.#underWay.add(line)
    const takesBack = news.every(line => line.takenBack)
    // The reserve has room for many ends without content, and only for some dozens of whole entries.
    const lines = takesBack && news.length > 1 ? news.map(line => takenBackBriefly(line)) : news
    const written = takesBack ? this.#ledger.appendAtAnyCost(...lines) : this.#ledger.append(...lines)
    await written.finally(() => {
      for (const line of news) this.#underWay.delete(line)
    })
    for (const line of lines) this.#takeIn(line)
    if (news.some(isOver) && this.#ledger.bytes > this.#compactAt) void this.compact(at)
  }

  /** How many entries are neither requested nor discarded. */
  get openEntries(): number {
    return [...this.#states.values()].filter(line => !isOver(line)).length
  }

  /**
   * Claims each (entry, revision, attempt) that was not claimed before, and resolves with those sends once the claims are
   * on disk. Entries that are over can't be claimed. The claims are made before the write, so that two calls at once can't both win.
   */
  async claim(sends: readonly SendInput[], at: number): Promise<readonly SendInput[]> {
    const won = sends.filter(send => {
      const line = this.#states.get(send.entryId)
      const isNew = !this.#claims.has(keyOf(send)) && !(line && isOver(line))
      if (isNew) this.#claims.add(keyOf(send))
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
      for (const send of won) this.#claims.delete(keyOf(send))
      throw error
    }
    return won
  }

  /** Writes down how sends ended, each with its outcome. */
  settle(ended: readonly { readonly send: SendInput; readonly outcome: Outcome }[], at: number): Promise<void> {
    const lines = ended.map(({ send: { entryId: id, revision, attempt }, outcome }) =>
      this.#seals.outcomeLine({ id, revision, attempt }, outcome, at),
    )
    return this.#ledger.append(...lines)
  }

  /** Rejects while the disk that refused a line would refuse the next one too. */
  prove(): Promise<void> {
    return this.#ledger.prove()
  }

  read(): LedgerContents {
    return readEntries(this.#ledger, this.#seals)
  }

  /** Removes lines of entries that are over and lines that newer ones replaced. If the disk refuses, the ledger stays as it was. Never rejects. */
  async compact(now: number): Promise<void> {
    this.#compactAt = Number.POSITIVE_INFINITY
    try {
      await this.#ledger.rewrite((facts, damagedLines) => compacted(facts, damagedLines, this.#seals, now))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      logEvent('warn', 'ledger-compaction-failed', code)
    }
    this.#compactAt = limitAfter(this.#ledger.bytes)
  }

  #isNews(line: EntryLine, entry: Entry, now: number): boolean {
    const known = this.#states.get(line.id)
    // `known` is what is on disk: a record that is still on its way may be later.
    if ([...this.#underWay].some(({ id }) => id === line.id)) return true
    if (known === undefined) return !isForgotten(entry.settledAt ?? now, now)
    return !isOver(known) || (!line.takenBack && line.version > leastLaterVersion(known))
  }

  #takeIn(line: LedgerLine): void {
    switch (line.t) {
      case 'entry':
        this.#states.set(line.id, laterOf(this.#states.get(line.id) ?? null, line))
        return
      case 'ended':
        this.#states.set(line.id, line)
        for (const [revision, attempt] of line.claims) this.#claims.add(claimKey(line.id, revision, attempt))
        return
      case 'intent':
        this.#claims.add(claimKey(line.id, line.revision, line.attempt))
        return
      case 'outcome':
      case 'damage':
        return
    }
  }
}

/** Never sent, so there are no claims to keep. */
const takenBackBriefly = ({ id, version, at }: EntryLine): EndedLine => ({
  t: 'ended',
  at,
  id,
  version,
  state: 'DROPPED',
  takenBack: true,
  requestId: null,
  claims: [],
})

const limitAfter = (bytes: number): number => bytes + Math.max(leastGrowth, bytes / 4)

const claimKey = (id: string, revision: number, attempt: number): string => `${id} ${revision} ${attempt}`

const keyOf = ({ entryId, revision, attempt }: SendInput): string => claimKey(entryId, revision, attempt)
