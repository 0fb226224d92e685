import { getRequestListener } from '@hono/node-server'
import { demoPassword, namedCustomers, staffUser } from './data/people.ts'
import type { Wire } from './faults/delivery.ts'
import { type Fault, faultSchema } from './faults/fault.ts'
import { FaultBox } from './faults/fault-box.ts'
import { createGateway } from './faults/gateway.ts'
import { createApp } from './http/app.ts'
import { type Handler, Listener } from './http/listener.ts'
import { RequestLog, type RequestLogEntry } from './http/request-log.ts'
import type { PanelState } from './panel/control.ts'
import { createPanel } from './panel/panel.ts'
import { Shop } from './state/shop.ts'
import { StateFile } from './state/state-file.ts'
import { at } from './world/random.ts'
import type { Outcome } from './world/request-record.ts'
import type { Shape } from './world/world.ts'

export type { AnswerName } from './faults/answers/answers.ts'
export type { Fault, FaultKind } from './faults/fault.ts'
export type { RequestLogEntry } from './http/request-log.ts'
export type { PanelState } from './panel/control.ts'
export type { RouteName } from './rules/routes.ts'

export interface DemoShopOptions {
  readonly seed?: number
  /** Of the main customer, 5 to 100,000. */
  readonly orders?: number
  readonly oldOrders?: number
  /** Orders of all customers that wait for a decision. */
  readonly pending?: number
  /** 0 for any free one, or the one of the last time. A taken port falls back to any. */
  readonly port?: number
  /** Where the shop remembers. Without it everything is gone after stop. */
  readonly stateFile?: string
  readonly now?: () => number
  /** How long a request stays open; half as long again until it is carried out. */
  readonly decideAfterMs?: number
}

export interface DemoShop {
  readonly commerceUrl: string
  readonly omnitronUrl: string
  readonly port: number
  readonly panelUrl: string
  readonly customer: { readonly email: string; readonly password: string }
  /** All customers that can sign in: with many orders, with seven, with none. */
  readonly customers: readonly { readonly email: string; readonly password: string }[]
  readonly staff: { readonly username: string; readonly password: string }
  readonly faults: readonly Fault[]
  /** The last 5,000 calls, oldest first. */
  readonly log: readonly RequestLogEntry[]
  /** How many POSTs arrived, on one path or on all, counted without a bound. */
  posts(path?: string): number
  breakWith(fault: Fault): void
  heal(): void
  /** Moves the shop's clock ahead. */
  advance(ms: number): void
  /** Decides an open request now. False when the shop has no such request, or it is decided already. */
  decide(requestId: number, outcome: Outcome): boolean
  state(): PanelState
  stop(): Promise<void>
  /** Opens again after stop, on the same port. */
  start(): Promise<void>
}

/** Opens the demo shop: an Akinon of one's own, on loopback, with a panel to break it. */
export async function startDemoShop(options: DemoShopOptions = {}): Promise<DemoShop> {
  const shop = new RunningShop(options)
  await shop.start()
  return shop
}

const defaultDecideAfterMs = 90_000

class RunningShop implements DemoShop {
  readonly staff = staffUser
  readonly customers = namedCustomers.map(({ email }) => ({ email, password: demoPassword }))
  readonly customer = at(this.customers, 0)
  readonly #shop: Shop
  readonly #faults = new FaultBox()
  readonly #log = new RequestLog()
  readonly #store: Listener
  readonly #panel: Listener

  constructor(options: DemoShopOptions) {
    const now = options.now ?? Date.now
    const file = new StateFile(options.stateFile, shapeOf(options), now())
    this.#shop = new Shop(file, options.decideAfterMs ?? defaultDecideAfterMs, now)
    const gateway = createGateway(createApp(this.#shop), this.#shop, this.#faults, this.#log)
    this.#store = new Listener(
      listenerOf((request, wire) => gateway(request, wire)),
      options.port || file.state.port,
    )
    const panel = createPanel(this)
    this.#panel = new Listener(
      listenerOf(request => panel.fetch(request)),
      0,
    )
  }

  get commerceUrl(): string {
    return this.#store.url
  }

  get omnitronUrl(): string {
    return this.#store.url
  }

  get port(): number {
    return this.#store.port
  }

  get panelUrl(): string {
    return this.#panel.url
  }

  get faults(): readonly Fault[] {
    return this.#faults.active
  }

  get log(): readonly RequestLogEntry[] {
    return this.#log.entries
  }

  posts(path?: string): number {
    return this.#log.posts(path)
  }

  breakWith(fault: Fault): void {
    const checked = faultSchema.parse(fault)
    const { state } = this.#shop.file
    if (checked.kind === 'network-down') void this.#store.down()
    else if (checked.kind === 'session-expired') state.sessions = {}
    else if (checked.kind === 'token-revoked') state.staffTokens = []
    else this.#faults.add(checked)
    this.#shop.file.touch()
  }

  heal(): void {
    this.#faults.clear()
    // Nobody waits: the port is bound again before the next call of this process can reach it.
    // Without a port the shop stays down, which state() and the panel say.
    this.#store.up().catch(() => this.#store.down())
  }

  advance(ms: number): void {
    this.#shop.advance(ms)
  }

  decide(requestId: number, outcome: Outcome): boolean {
    return this.#shop.decide(requestId, outcome)
  }

  state(): PanelState {
    const { state, writeError } = this.#shop.file
    return {
      shopUrl: this.commerceUrl,
      up: this.#store.isUp,
      faults: this.faults,
      now: this.#shop.now(),
      clockOffsetMs: state.clockOffsetMs,
      customer: this.customer,
      staff: this.staff,
      posts: this.posts(),
      writeError,
    }
  }

  async start(): Promise<void> {
    await this.#store.up()
    await this.#panel.up()
    this.#shop.file.state.port = this.port
    this.#shop.file.touch()
  }

  async stop(): Promise<void> {
    await Promise.all([this.#store.down(), this.#panel.down()])
    await this.#shop.file.flush()
  }
}

function shapeOf({ seed = 1, orders = 240, oldOrders = 18, pending = 36 }: DemoShopOptions): Shape {
  const whole = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.floor(value)))
  return {
    seed: Math.floor(seed),
    orders: whole(orders, 5, 100_000),
    oldOrders: whole(oldOrders, 0, 100_000),
    pending: whole(pending, 0, 20_000),
  }
}

function listenerOf(answer: (request: Request, wire: Wire) => Response | Promise<Response>): Handler {
  // The server is HTTP/1.1, so that both ends are always node:http's. Globals stay as the host process has them.
  return getRequestListener((request, wire) => answer(request, wire as Wire), { overrideGlobalObjects: false })
}
