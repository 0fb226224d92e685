import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Reply } from '../../../../src-main/contract/failures.ts'
import type { ConnectionTimings } from '../../../../src-renderer/connection/connection.ts'
import type { Connections } from '../../../../src-renderer/connection/connections.ts'
import { createOutbox, type OpenOutbox } from '../../../../src-renderer/outbox/outbox.ts'
import type { Timings } from '../../../../src-renderer/outbox/timings.ts'
import { createSealer } from '../../../../src-renderer/storage/sealer.ts'
import type { Pick } from '../../../fakes/simulated-disk.ts'
import { keyOf } from '../../fakes/keys.ts'
import { connect } from './connect.ts'
import { FakeMain } from './fake-main.ts'
import { FakeShop } from './fake-shop.ts'
import { LedgerDisk } from './ledger-disk.ts'
import { Life } from './life.ts'
import { ManualClock, settle } from './manual-clock.ts'
import { MemoryTable, TableDisk } from './memory-table.ts'
import { account, accountRow, draftOf, FakeAccounts } from './rows.ts'

export const sealer = await createSealer(keyOf(1))

export interface WorldOptions {
  readonly timings?: Partial<Timings & ConnectionTimings>
  readonly random?: () => number
  /** What the ledger's disk says it did and did not do. */
  readonly diskForgets?: 'sync'
  readonly onSwap?: (before: Entry, after: Entry) => void
}

/** Both processes, or the page alone. */
type Process = 'app' | 'renderer'

/** A shop, a disk and the processes between them. Processes die and start; shop and disk stay. */
export class World {
  readonly clock: ManualClock
  readonly shop: FakeShop
  readonly ledger: LedgerDisk
  readonly table = new TableDisk()
  readonly accounts = new FakeAccounts(accountRow())
  readonly #options: WorldOptions
  mainLife = new Life()
  rendererLife = new Life()
  main: FakeMain
  connections: Connections
  outbox: OpenOutbox

  constructor(options: WorldOptions = {}) {
    this.#options = options
    this.ledger = new LedgerDisk(options.diskForgets)
    this.clock = new ManualClock(undefined, options.random)
    this.shop = new FakeShop(this.clock.elapsed)
    this.main = new FakeMain(this.shop, this.ledger, this.clock, this.mainLife)
    this.connections = this.#connect()
    this.outbox = this.#build()
  }

  #connect(): Connections {
    const { timings, random = () => 0.5 } = this.#options
    const { now, after } = this.clock
    return connect(this.main.bridgeFor(this.rendererLife), this.accounts, timings, { now, after, random })
  }

  #build(): OpenOutbox {
    const { timings, random, onSwap } = this.#options
    return createOutbox({
      main: this.main.bridgeFor(this.rendererLife),
      sealer,
      accounts: this.accounts,
      connections: this.connections,
      now: this.clock.now,
      random: random ?? (() => 0.5),
      after: this.clock.after,
      table: new MemoryTable(this.table, this.rendererLife, onSwap),
      ...(timings && { timings }),
    })
  }

  async start(): Promise<this> {
    this.outbox.start()
    await settle(3)
    return this
  }

  /** SIGKILL, then a start. */
  async restart(who: Process = 'app'): Promise<void> {
    this.kill(who)
    this.boot(who)
    await this.start()
  }

  /** What is written and not synced stays. A page that is killed leaves main and what it has under way alone. */
  kill(who: Process): void {
    this.rendererLife.die()
    if (who === 'app') {
      this.mainLife.die()
      this.ledger.kill()
    }
    // A dead process has no timers; what is left of its promises waits for ever.
    this.outbox.stop()
    this.connections.close()
  }

  /** Both processes end with the power, and `pick` chooses what is left of what was not synced. */
  cutPower(pick: Pick): void {
    this.kill('app')
    this.ledger.cut(pick)
  }

  boot(who: Process): void {
    if (who === 'app') {
      const { onPost } = this.main
      this.mainLife = new Life()
      this.main = new FakeMain(this.shop, this.ledger, this.clock, this.mainLife)
      this.main.onPost = onPost
    }
    this.rendererLife = new Life()
    this.connections = this.#connect()
    this.outbox = this.#build()
  }

  async submit(id: string, orderItem = '500'): Promise<Reply<Entry>> {
    const reply = await this.outbox.enqueue(draftOf(id, orderItem))
    await settle(3)
    return reply
  }

  entry(id: string): Entry | undefined {
    return this.outbox.snapshot().entries.find(one => one.id === id)
  }

  state(id: string): string | undefined {
    return this.entry(id)?.state
  }

  postsOf(id: string): number {
    return this.shop.posts.filter(post => post.entryId === id).length
  }

  signOut(): void {
    this.shop.signedIn = false
    this.accounts.change(account, { signedIn: false })
  }

  signIn(user = 'user-1'): void {
    this.shop.signedIn = true
    this.shop.user = user
    this.accounts.change(account, { signedIn: true })
  }
}
