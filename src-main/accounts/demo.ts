import { join } from 'node:path'
import { logEvent, logRejection } from '../base/log.ts'
import type { DemoShop } from '../demo-shop/demo-shop.ts'
import type { AccountStore } from './account-store.ts'

interface DemoSize {
  readonly orders: number | null
  readonly seed: number | null
}

/** Runs the embedded demo shop. It starts only when a person asks for it or has an account there. */
export class DemoShopHost {
  readonly #folder: string
  readonly #size: DemoSize
  readonly #store: AccountStore
  #starting: Promise<DemoShop> | null = null
  #shop: DemoShop | null = null

  constructor(folder: string, size: DemoSize, store: AccountStore) {
    this.#folder = folder
    this.#size = size
    this.#store = store
  }

  get panelUrl(): string | null {
    return this.#shop?.panelUrl ?? null
  }

  /** Throws when no port can be had. */
  start(): Promise<DemoShop> {
    this.#starting ??= this.#start().catch(error => {
      this.#starting = null
      throw error
    })
    return this.#starting
  }

  async stop(): Promise<void> {
    await this.#shop?.stop()
  }

  async #start(): Promise<DemoShop> {
    // Loaded only now: a machine that talks to a real shop never pays for it.
    const { startDemoShop } = await import('../demo-shop/demo-shop.ts')
    const shop = await startDemoShop({
      stateFile: join(this.#folder, 'demo-shop.json'),
      ...(this.#size.orders === null ? {} : { orders: this.#size.orders }),
      ...(this.#size.seed === null ? {} : { seed: this.#size.seed }),
    })
    // The addresses are in force for this run, and the next one has others.
    await this.#store.moveDemoShop(shop.commerceUrl, shop.omnitronUrl).catch(logRejection)
    logEvent('info', 'demo-shop-started', String(shop.port))
    this.#shop = shop
    return shop
  }
}
