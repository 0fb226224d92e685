import type { Context } from 'hono'
import { type Language, languageOf } from '../json/language.ts'
import type { Person } from '../world/people.ts'

/** What a route tells the log about what it did. */
export interface Trace {
  effect: boolean
  readonly requestIds: number[]
}

export interface ShopEnv {
  Bindings: { trace: Trace }
  Variables: { person: Person }
}

export type ShopContext = Context<ShopEnv>

export function languageIn(c: ShopContext): Language {
  return languageOf(c.req.header('accept-language'))
}

/** Scheme, host and port as the caller wrote them. */
export function originOf(c: ShopContext): string {
  return new URL(c.req.url).origin
}

/** The body as JSON, or undefined when it is none. */
export async function jsonBody(c: ShopContext): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}

/** A small HTML page. Shops answer with one wherever nobody thought of an API. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`
}
