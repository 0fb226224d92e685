import type { Json } from '../json/address-json.ts'
import { say } from '../rules/messages.ts'
import { languageIn, type ShopContext } from './env.ts'

const largestPage = 100

/** Answers one page of a list. Rows are computed for this page only. */
export function answerPage(
  c: ShopContext,
  count: number,
  defaultLimit: number,
  rows: (from: number, to: number) => Json[],
) {
  const limit = limitIn(c.req.query('limit'), defaultLimit)
  const page = Number(c.req.query('page') ?? 1)
  const last = Math.max(1, Math.ceil(count / limit))
  if (!Number.isInteger(page) || page < 1 || page > last) return c.json({ detail: say('page', languageIn(c)) }, 404)
  const from = (page - 1) * limit
  return c.json({
    count,
    next: page < last ? pageUrl(c.req.url, page + 1) : null,
    previous: page > 1 ? pageUrl(c.req.url, page - 1) : null,
    results: rows(from, Math.min(from + limit, count)),
  })
}

function limitIn(text: string | undefined, defaultLimit: number): number {
  const limit = Number(text)
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, largestPage) : defaultLimit
}

function pageUrl(address: string, page: number): string {
  const url = new URL(address)
  url.searchParams.set('page', String(page))
  return url.href
}
