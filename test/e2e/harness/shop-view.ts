import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { signedInCookie } from './sign-in.ts'

type Headers = Readonly<Record<string, string>>

interface Page<T> {
  readonly count: number
  readonly next: string | null
  readonly results: readonly T[]
}

/** The shop over plain HTTP, with a session of the test's own: what the screens are held against. */
export class ShopView {
  readonly #baseUrl: string
  readonly #headers: Headers

  private constructor(baseUrl: string, headers: Headers) {
    this.#baseUrl = baseUrl
    this.#headers = { accept: 'application/json', 'accept-language': 'en-us', ...headers }
  }

  static async ofCustomer(shop: DemoShop): Promise<ShopView> {
    return new ShopView(shop.commerceUrl, { cookie: await signedInCookie(shop) })
  }

  static async ofStaff(shop: DemoShop): Promise<ShopView> {
    return new ShopView(shop.omnitronUrl, { authorization: `Token ${await staffKey(shop)}` })
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.#baseUrl}${path}`, { headers: this.#headers })
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
    return (await answer.json()) as T
  }

  /** Every row of a list; `query` without a leading question mark. */
  async all<T>(path: string, query = ''): Promise<T[]> {
    const rows: T[] = []
    for (let page = 1; ; page += 1) {
      const { results, next } = await this.get<Page<T>>(`${path}?limit=100&page=${page}&${query}`)
      rows.push(...results)
      if (next === null) return rows
    }
  }

  /** The bare answer's text, for calls that do not answer JSON. */
  async text(path: string): Promise<string> {
    return (await fetch(`${this.#baseUrl}${path}`, { headers: this.#headers })).text()
  }
}

/** A token as an administrator would hand it out. */
export async function staffKey(shop: DemoShop): Promise<string> {
  const answer = await fetch(`${shop.omnitronUrl}/api/i1/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shop.staff),
  })
  return ((await answer.json()) as { key: string }).key
}
