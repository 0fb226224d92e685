import type { Hono } from 'hono'
import type { ShopEnv, Trace } from '../http/env.ts'
import type { RequestLog, RequestLogEntry } from '../http/request-log.ts'
import { refuseCsrf } from '../http/session.ts'
import { languageOf } from '../json/language.ts'
import type { Shop } from '../state/shop.ts'
import type { Call } from './answers/answer.ts'
import { answerNamed } from './answers/answers.ts'
import { captivePortal, loginRedirect, serverError, throttled } from './answers/pages.ts'
import { cut, drip, reset, sendHalfBody, sendHalfHead, sendUntyped, type Wire } from './delivery.ts'
import type { Fault, FaultKind } from './fault.ts'
import type { FaultBox } from './fault-box.ts'

const largestBody = 1_048_576

/** The door in front of the shop: notes every call, and lets the faults strike before or after the effect. */
export function createGateway(app: Hono<ShopEnv>, shop: Shop, faults: FaultBox, log: RequestLog) {
  return async (request: Request, wire: Wire): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const write = request.method !== 'GET' && request.method !== 'HEAD'
    const body = write ? await readBody(request) : undefined
    const struck = faults.take(request.method, pathname)
    const entry: RequestLogEntry = {
      at: shop.now(),
      method: request.method,
      path: pathname + search,
      status: 0,
      delivered: false,
      ...(body === undefined || isSecret(pathname) ? {} : { bodyText: body }),
      effect: false,
      requestIds: [],
      faults: struck.map(fault => fault.kind),
    }
    log.add(entry)
    const hit = (kind: FaultKind) => struck.some(fault => fault.kind === kind)
    if (hit('reset-before-effect')) return reset(wire)

    const trace: Trace = { effect: false, requestIds: [] }
    const call = callOf(app, shop, request, body)
    const early = body === undefined && write ? Response.json({}, { status: 413 }) : answerEarly(struck, call)
    let response = early ?? (await app.fetch(forward(request, body), { trace }))
    entry.effect = trace.effect
    entry.requestIds = trace.requestIds
    entry.status = response.status
    for (const fault of struck) {
      const named = answerNamed(fault.kind)
      if (named && 'after' in named) response = await named.after(response, call)
      if (fault.kind === 'late') await wait(fault.ms)
      if (fault.kind === 'slow-drip') response = await drip(response, fault.ms)
    }
    if (hit('server-error-after-effect')) response = serverError()
    entry.status = response.status
    if (hit('answer-lost')) return cut(wire)
    if (hit('truncated-head')) return sendHalfHead(wire)
    if (hit('truncated-body')) return sendHalfBody(wire, response, 'close')
    if (hit('reset-mid-body')) return sendHalfBody(wire, response, 'reset')
    entry.delivered = true
    if (hit('no-content-type')) return sendUntyped(wire, response)
    return response
  }
}

/** The answer of a fault that keeps the call from ever reaching the shop. */
function answerEarly(struck: readonly Fault[], call: Call): Response | undefined {
  for (const fault of struck) {
    if (fault.kind === 'captive-portal') return captivePortal()
    if (fault.kind === 'login-redirect') return loginRedirect(call.url.pathname)
    if (fault.kind === 'server-error-before-effect') return serverError()
    if (fault.kind === 'throttled') return throttled(fault.retryAfter, call.language)
    if (fault.kind === 'csrf-broken') return refuseCsrf(call.headers)
    const named = answerNamed(fault.kind)
    const answer = named && 'instead' in named ? named.instead(call) : undefined
    if (answer) return answer
  }
  return undefined
}

function callOf(app: Hono<ShopEnv>, shop: Shop, request: Request, bodyText: string | undefined): Call {
  const { method, headers } = request
  const again = async (address: string): Promise<unknown> => {
    const asked = new Request(new URL(address, request.url), { headers })
    const answer = await app.fetch(asked, { trace: { effect: false, requestIds: [] } })
    return answer.ok ? answer.json() : undefined
  }
  const language = languageOf(headers.get('accept-language') ?? undefined)
  return { method, url: new URL(request.url), headers, bodyText, language, shop, again }
}

/** Bodies with passwords and codes stay out of the log. */
function isSecret(path: string): boolean {
  return path.endsWith('/login/') || path.endsWith('/verify/')
}

async function readBody(request: Request): Promise<string | undefined> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > largestBody) return undefined
  const text = await request.text()
  return text.length > largestBody ? undefined : text
}

/** The body was read for the log already, so that the shop gets a request of its own. */
function forward(request: Request, body: string | undefined): Request {
  return new Request(request.url, { method: request.method, headers: request.headers, body: body ?? null })
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
