import type { Json } from '../../json/address-json.ts'
import type { Language } from '../../json/language.ts'
import { isFields } from '../../rules/fields.ts'
import type { RouteName } from '../../rules/routes.ts'
import type { Shop } from '../../state/shop.ts'
import { hugeNumberMark } from '../odd-rows/odd-order.ts'

/** The call that a named answer is given to. */
export interface Call {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly bodyText: string | undefined
  readonly language: Language
  readonly shop: Shop
  /** Asks the healthy shop for another address as the same caller. Undefined when that is no JSON. */
  readonly again: (address: string) => Promise<unknown>
}

interface Named {
  /** The trouble in a word or three: the `kind` of its fault. */
  readonly name: string
  /** The parts of the API's list of odd answers that it stands for. */
  readonly parts: string
  readonly tr: string
  readonly en: string
  /** The calls on which it makes sense; the panel offers the first one. */
  readonly routes: readonly [RouteName, ...RouteName[]]
}

/** One row of the tables of odd answers. */
export type NamedAnswer = Named &
  (
    | {
        /** Comes instead of the shop's own, so that the call has no effect. Undefined lets the call through. */
        readonly instead: (call: Call) => Response | undefined
      }
    | {
        /** Made of the shop's own, after the call took its effect. */
        readonly after: (response: Response, call: Call) => Response | Promise<Response>
      }
  )

export interface PageJson extends Json {
  readonly results: readonly unknown[]
}

type Body = ConstructorParameters<typeof Response>[0]

const jsonType = 'application/json; charset=utf-8'

/** JSON text of a value; a number that JavaScript cannot hold is written out where its mark stands. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${hugeNumberMark}"`, hugeNumberMark.replaceAll('@', ''))
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(jsonText(value), { status, headers: { 'content-type': jsonType, ...headers } })
}

export function empty(status: number): Response {
  return new Response(null, { status })
}

/** What the answer says, or undefined when it is no good JSON answer: odd answers leave refusals alone. */
export async function bodyOf(response: Response): Promise<unknown> {
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return undefined
  return response.clone().json()
}

/** The same answer with another body. Its cookies stay. */
export function withBody(response: Response, body: Body, status = response.status): Response {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(body, { status, headers })
}

/** A change of whatever JSON the shop answered. */
export function onJson(change: (body: unknown, call: Call) => unknown, status?: number) {
  return async (response: Response, call: Call): Promise<Response> => {
    const body = await bodyOf(response)
    return body === undefined ? response : withBody(response, jsonText(await change(body, call)), status)
  }
}

/** A change of one page of a list; what is no list is left alone. */
export function onPage(change: (page: PageJson, call: Call) => unknown) {
  return onJson((body, call) => (isPage(body) ? change(body, call) : body))
}

/** A change of the text that the shop answered. */
export function onText(change: (text: string) => string) {
  return async (response: Response): Promise<Response> =>
    response.ok ? withBody(response, change(await response.text())) : response
}

export function isPage(body: unknown): body is PageJson {
  return isFields(body) && Array.isArray(body['results'])
}
