import { MemoryJar } from '../../main/akinon/node-wire.ts'
import type { Client, RunningClient, ShopAccess } from './client.ts'
import { FaultShop } from './fault-shop.ts'
import { freshDisk, Life } from './life.ts'
import { type Fault, type Intent, type Script, type Span, timeScale } from './script.ts'
import { sleep } from './shop-rows.ts'

/** What came of one script with one client. */
export interface Played {
  readonly shop: FaultShop
  /** What the client's screen said last of an intent. */
  readonly told: ReadonlyMap<string, 'done' | 'told'>
  /** What it still meant to do when the run ended. */
  readonly pending: ReadonlySet<string>
  /** From the script's end until nothing was pending; null when something still was at the end of the run. */
  readonly drainMs: number | null
  readonly starts: number
}

const restartMs = 200
const pollMs = 50
/** The clients give an attempt up after 30 s of life. */
const timeoutMs = 30_000 / timeScale

/** Runs a client through a script against a shop of its own. `patienceMs`: how long after the script's end it may take. */
export async function play(
  client: Client,
  script: Script,
  { guard, folder, patienceMs }: { readonly guard: boolean; readonly folder: string; readonly patienceMs: number },
): Promise<Played> {
  const faults = faultsOf(script)
  const shop = new FaultShop({
    guard,
    faultOf: faults.take,
    itemsOf: orderId => script.intents.filter(one => one.orderId === orderId).map(one => one.payload.order_item),
    onKill: () => machine.kill(),
    tooSlowMs: timeoutMs * 1.5,
  })
  await shop.open()
  const told = new Map<string, 'done' | 'told'>()
  const jar = new MemoryJar()
  for (const [name, value] of Object.entries(shop.cookies)) jar.cookies.set(name, value)
  const access: ShopAccess = {
    baseUrl: shop.baseUrl,
    jar,
    timeoutMs,
    tell: (id, what) => void told.set(id, what),
  }
  const machine = new Machine(client, folder, access)
  const startedAt = performance.now()
  const until = (at: number) => sleep(Math.max(0, startedAt + at - performance.now()))

  const during = async (span: Span, begin: () => unknown, end: () => unknown) => {
    await until(span.from)
    await begin()
    await until(span.to)
    await end()
  }
  await Promise.all([
    ...script.offline.map(span =>
      during(
        span,
        () => machine.setOnline(false, () => shop.close()),
        () => machine.setOnline(true, () => shop.open()),
      ),
    ),
    ...script.signedOut.map(span =>
      during(
        span,
        () => {
          shop.signedIn = false
        },
        () => {
          shop.signedIn = true
          machine.running?.signedIn()
        },
      ),
    ),
    ...script.kills.map(at => until(at).then(() => machine.kill())),
    ...script.intents.map(intent => until(intent.at).then(() => submitTillTaken(machine, intent, told))),
    until(script.endsAt),
  ])
  const endedAt = performance.now()
  let pending: ReadonlySet<string> = await machine.pending()
  while (pending.size > 0 && performance.now() < endedAt + patienceMs) {
    await sleep(pollMs)
    pending = await machine.pending()
  }
  const drainMs = pending.size === 0 ? performance.now() - endedAt : null
  // A late answer may still have an effect.
  await sleep(timeoutMs)
  await machine.stop()
  await shop.close()
  return { shop, told, pending, drainMs, starts: machine.starts }
}

/** Each fault happens once, a refusal always. */
function faultsOf({ faults, intents }: Script): { take: (orderItem: string) => Fault | null } {
  const byItem = new Map(intents.map(({ id, payload }) => [payload.order_item, faults.get(id) ?? null]))
  return {
    take(orderItem) {
      const fault = byItem.get(orderItem) ?? null
      if (fault !== 'refused') byItem.delete(orderItem)
      return fault
    },
  }
}

/** A person submits; when the app died before it said so, they look at the list and submit again what is not in it. */
async function submitTillTaken(machine: Machine, intent: Intent, told: ReadonlyMap<string, unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { running, life } = await machine.whenRunning()
    if (tries > 0 && (told.has(intent.id) || (await machine.pending()).has(intent.id))) return
    const died = life.ended.then(() => 'died' as const)
    if ((await Promise.race([running.submit(intent).then(() => 'taken' as const), died])) === 'taken') return
  }
}

interface Running {
  readonly running: RunningClient
  readonly life: Life
}

/** The computer the client runs on: the disk stays, processes die and start. */
class Machine {
  readonly #client: Client
  readonly #access: ShopAccess
  readonly #disk
  readonly #waiting: ((now: Running) => void)[] = []
  #life: Life
  #now: Running | null = null
  #online = true
  #stopped = false
  starts = 0

  constructor(client: Client, folder: string, access: ShopAccess) {
    this.#client = client
    this.#access = access
    this.#disk = freshDisk(folder)
    this.#life = this.#start()
  }

  get running(): RunningClient | null {
    return this.#now?.running ?? null
  }

  whenRunning(): Promise<Running> {
    return this.#now ? Promise.resolve(this.#now) : new Promise(resolve => this.#waiting.push(resolve))
  }

  /** Waits for a start when nothing runs, and asks again when the process dies under the question. */
  async pending(): Promise<ReadonlySet<string>> {
    for (;;) {
      const { running, life } = await this.whenRunning()
      const answer = await Promise.race([running.pending(), life.ended.then(() => null)])
      if (answer) return answer
    }
  }

  async setOnline(online: boolean, network: () => Promise<void>): Promise<void> {
    await network()
    this.#online = online
    this.#life.setOnline(online)
  }

  kill(): void {
    if (this.#life.over) return
    const died = this.#now
    this.#now = null
    this.#life.end()
    void Promise.all([died?.running.tidy?.(), sleep(restartMs)]).then(() => {
      if (!this.#stopped) this.#life = this.#start()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#life.end()
    await this.#now?.running.tidy?.()
  }

  #start(): Life {
    this.starts += 1
    const life = new Life(this.#disk, this.#online)
    void this.#client.open(this.#disk, life, this.#access).then(running => {
      if (life.over) return running.tidy?.()
      this.#now = { running, life }
      for (const go of this.#waiting.splice(0)) go(this.#now)
      return undefined
    })
    return life
  }
}
