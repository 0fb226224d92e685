import { type FailureKind, failed, failure, type Reply } from '../../src-main/contract/failures.ts'

/** What a reply says about the shop and the session; null when it says nothing. */
interface Verdict {
  readonly shop: 'answering' | 'not-answering' | null
  readonly session: 'signed-in' | 'signed-out' | null
}

/** Whether the shop itself answered. A proxy's page, a login page or a gateway's error does not count. */
const SHOP_BY_KIND: Readonly<Record<FailureKind, Verdict['shop']>> = {
  rejected: 'answering',
  'not-found': 'answering',
  throttled: 'answering',
  conflict: 'answering',
  csrf: 'answering',
  captcha: 'answering',
  otp: 'answering',
  // Depends on the status, see below.
  'signed-out': null,
  offline: 'not-answering',
  'unreachable-after-send': 'not-answering',
  'server-error': 'not-answering',
  'not-json': 'not-answering',
  certificate: 'not-answering',
  moved: 'not-answering',
  // These come from this app, not from the shop.
  incompatible: null,
  'bad-address': null,
  'bad-input': null,
  storage: null,
  'too-large': null,
  'no-answer': null,
  locked: null,
  refused: null,
  bug: null,
}

export function judgeReply(reply: Reply<unknown>): Verdict {
  if (reply.ok) return { shop: 'answering', session: 'signed-in' }
  const { kind, status } = reply.failure
  // A redirect to a login page also means signed out. But a captive portal redirects the same way, so only a 401 or 403
  // proves that the shop answers.
  const isRefusal = status === 401 || status === 403
  if (kind === 'signed-out') return { shop: isRefusal ? 'answering' : null, session: 'signed-out' }
  return { shop: SHOP_BY_KIND[kind], session: null }
}

/** Turns an exception of a bridge call into a failure, for instance while main restarts or when a reply is refused. */
export async function safely<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await call()
  } catch (error) {
    return failed(failure('bug', { code: error instanceof Error ? error.name.slice(0, 200) : null }))
  }
}
